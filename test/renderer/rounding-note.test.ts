import { expect, test } from "vitest";
import { roundingNote } from "../../renderer/features/workbench/rounding-note.ts";

test("says so when rounded figures do not add up to their rounded total, in any column", () => {
  // 1.004 + 2.004 = 3.008: shown 1.00 and 2.00 beside 3.01.
  expect(roundingNote([[1_000_000], [1_004_000, 2_004_000]])).toBe("Figures may not sum due to rounding");
});

test("says nothing when they do", () => {
  expect(roundingNote([[138_400_000, 644_100_000], []])).toBeNull();
});
