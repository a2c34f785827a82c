/** Checks wards as they are and beds held shut; each is optional. */
import type { CommissioningCase } from "./case.ts";
import { checkBlock, checkNumber } from "./check-values.ts";

export function checkHospital(given: CommissioningCase): void {
  const sizes = [given.hospitals.length, given.specialties.length];
  for (const [path, what, block] of [
    ["staffedBeds", "Staffed beds", given.staffedBeds],
    ["otherBedDays", "Bed days of everyone else in the same wards", given.otherBedDays],
  ] as const) {
    if (block !== undefined) checkBlock(path, what, block, ["hospital", "specialty"], sizes);
  }
  for (const { id, heldClosed = 1, realised = 1 } of given.specialties) {
    const path = `specialties[${id}]`;
    checkNumber(`${path}.heldClosed`, `The share of ${id}'s closed beds that are held shut`, heldClosed, {
      least: 0,
      most: 1,
    });
    checkNumber(`${path}.realised`, `The share of ${id}'s variable cost that is taken out`, realised, {
      least: 0,
      most: 1,
    });
  }
}
