import * as fc from "fast-check";
import { expect, test } from "vitest";
import { suggestedFileName, withEnding } from "../../electron/main/file-names.ts";

test.each([
  ["scenario", "Board paper", "Board paper.scenario.json"],
  ["pack", "Board paper", "Board paper.careshift"],
  ["scenario", "Board paper.scenario.json", "Board paper.scenario.json"],
  ["pack", "Board paper.CARESHIFT", "Board paper.careshift"],
  ["scenario", "Àrd na Mara's 100% #1 (x86)", "Àrd na Mara's 100% #1 (x86).scenario.json"],
  ["scenario", "../../../etc/passwd", "etc passwd.scenario.json"],
  ["scenario", "C:\\Windows\\win.ini", "C Windows win.ini.scenario.json"],
  ["scenario", 'a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.scenario.json"],
  ["scenario", "line\nbreak\ttab\0nul", "line break tab nul.scenario.json"],
  ["scenario", ".hidden", "hidden.scenario.json"],
  ["scenario", "ends in dots... ", "ends in dots.scenario.json"],
  ["scenario", "", "scenario.scenario.json"],
  ["pack", " . ", "pack.careshift"],
  ["pack", "..", "pack.careshift"],
  ["pack", "CON", "pack.careshift"],
  ["pack", "lpt1", "pack.careshift"],
  ["scenario", "x".repeat(200), `${"x".repeat(100)}.scenario.json`],
] as const)("a %s suggested as %j is %j", (kind, suggestion, name) => {
  expect(suggestedFileName(kind, suggestion)).toBe(name);
});

test("law: a suggestion is a name and never a path", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (suggestion) => {
      const name = suggestedFileName("scenario", suggestion);
      expect(name).toMatch(/^[^/\\:*?"<>|.][^/\\:*?"<>|]*\.scenario\.json$/);
      expect([...name].every((character) => character >= " ")).toBe(true);
    }),
  );
});

test.each([
  ["scenario", "/home/f/plan", "/home/f/plan.scenario.json"],
  ["scenario", "/home/f/plan.json", "/home/f/plan.scenario.json"],
  ["scenario", "/home/f/plan.scenario.json", "/home/f/plan.scenario.json"],
  ["scenario", "/home/f/plan.SCENARIO.JSON", "/home/f/plan.SCENARIO.JSON"],
  ["scenario", "/home/f/2026.27", "/home/f/2026.27.scenario.json"],
  ["scenario", "C:\\Àrd 100% #1\\plan", "C:\\Àrd 100% #1\\plan.scenario.json"],
  ["pack", "/home/f/plan", "/home/f/plan.careshift"],
  ["pack", "/home/f/plan.json", "/home/f/plan.json.careshift"],
  ["pack", "/home/f/plan.CareShift", "/home/f/plan.CareShift"],
] as const)("a %s saved as %s lands in %s", (kind, chosen, file) => {
  expect(withEnding(kind, chosen)).toBe(file);
});
