import { expect, test } from "vitest";
import { setPhase, setStart } from "../../scenarios/index.ts";
import { buildUp } from "../../renderer/features/workbench/phase-bars.tsx";
import {
  phaseFromText,
  phasingInWords,
  splitInWords,
  startMonths,
  termsInUse,
} from "../../renderer/features/workbench/terms.ts";
import { SCENARIO, YEARS } from "./fake-engine.ts";

test("phasing and split in words", () => {
  expect(phasingInWords(termsInUse(SCENARIO))).toBe("Starts April 2025 to October 2025; phasing differs by programme");
  const same = setPhase(setStart(SCENARIO, "every programme", "2025-10"), "every programme", [0.25, 1]);
  expect(phasingInWords(termsInUse(same))).toBe("From October 2025; 25, 100\u202F% of the full amount");
  expect(splitInWords(termsInUse(SCENARIO))).toBe("Differs by programme");
});

test("programmes without money are left out, unless none has any", () => {
  const idle = { ...SCENARIO, shifts: SCENARIO.shifts.map((shift) => ({ ...shift, amount: 0 })) };
  expect(
    termsInUse({ ...SCENARIO, shifts: SCENARIO.shifts.map((s, i) => (i === 0 ? s : { ...s, amount: 0 })) }),
  ).toHaveLength(1);
  expect(termsInUse(idle)).toHaveLength(2);
});

test("months on offer begin with April of the second year and end with the last March", () => {
  const months = startMonths(YEARS);
  expect(months).toHaveLength(24);
  expect(months[0]).toBe("2025-04");
  expect(months[9]).toBe("2026-01");
  expect(months.at(-1)).toBe("2027-03");
});

test("percentages typed become shares; anything else is refused", () => {
  expect(phaseFromText(["25", "50 %", "80", "100"])).toEqual([0.25, 0.5, 0.8, 1]);
  expect(phaseFromText(["25", ""])).toBeNull();
  expect(phaseFromText(["-5"])).toBeNull();
  expect(phaseFromText(["half"])).toBeNull();
});

/**
 * £600,000 from April 2025 at 50 % then 100 %, £400,000 from October 2025 at 100 %: in the first twelve months
 * (300,000 + 200,000) / 1,000,000; from the second on (600,000 + 400,000) / 1,000,000.
 */
test("how the yearly amount builds up, by hand", () => {
  expect(buildUp(termsInUse(SCENARIO), SCENARIO).map((share) => Number(share.toFixed(9)))).toEqual([
    0.5, 1, 1, 1, 1, 1, 1,
  ]);
});
