import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileNameFor, kindByName } from "../../engine/file-names.ts";

describe("file names that a person types", () => {
  test.each([
    ["Board paper", "scenario", "Board paper.scenario.json"],
    ["  Board paper  ", "scenario", "Board paper.scenario.json"],
    ["Board paper.scenario.json", "scenario", "Board paper.scenario.json"],
    ["Board paper.SCENARIO.JSON", "scenario", "Board paper.scenario.json"],
    ["Àrd na Mara's 100% #1 (x86)", "pack", "Àrd na Mara's 100% #1 (x86).careshift"],
    ["v1.2", "pack", "v1.2.careshift"],
    ["console", "pack", "console.careshift"],
    // "e" with a combining acute accent is kept as the one letter that other systems make of it.
    ["Caf\u0065\u0301", "pack", "Caf\u00e9.careshift"],
  ] as const)("%j as a %s is %j", (typed, kind, name) => {
    expect(fileNameFor(typed, kind)).toBe(name);
  });

  test.each([
    "",
    "   ",
    ".careshift",
    "..",
    ".hidden",
    "../up",
    "a/b",
    "a\\b",
    "C:\\x",
    "C:x",
    "x:stream",
    "a\0b",
    "a\nb",
    "a\tb",
    "a\u0085b",
    "evil\u202egnp",
    "na\ufeffme",
    "what?",
    "star*",
    'quo"te',
    "a<b",
    "a|b",
    "dot.",
    "CON",
    "con.txt",
    "Nul",
    "COM1",
    "lpt9.old",
    "com¹",
    "half \ud800 a character",
    "x".repeat(121),
    "é".repeat(61),
  ])("%j is refused", (typed) => {
    expect(() => fileNameFor(typed, "pack")).toThrow(/cannot be the name of a file/);
  });

  test("whatever is typed, a name that is given stays in its folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        let name: string;
        try {
          name = fileNameFor(typed, "scenario");
        } catch {
          return;
        }
        expect(name).not.toMatch(/[/\\:\0]/);
        expect(name).not.toMatch(/^\./);
        expect(name.endsWith(".scenario.json")).toBe(true);
      }),
    );
  });
});

test.each([
  ["Plan.careshift", "pack"],
  ["Plan.scenario.json", "scenario"],
  ["datapackage.json", "dataset"],
  ["grampian.zip", "dataset"],
  ["demand.arrow", "dataset"],
  ["folder", "dataset"],
] as const)("%s is a %s by its name", (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});
