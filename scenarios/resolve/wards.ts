/** Staffed beds of the dataset at the hospital and specialty that they are of, and everyone else who lies in them. */
import type { Dataset } from "../../datasets/index.ts";
import type { CommissioningCase, NamedArray } from "../../models/index.ts";
import { baseBedDaysAtHospitals } from "./base-bed-days.ts";

const AT_WARD = ["hospital", "specialty"] as const;

/**
 * Beds that the dataset counts by specialty are known to be a hospital's only where one hospital alone is used for that
 * specialty; elsewhere they are left out, and beds are assumed. Counted beds hold everyone, so the bed days of the
 * specialty outside the set-aside come with them.
 */
export function resolveWards(dataset: Dataset): Pick<CommissioningCase, "staffedBeds" | "otherBedDays"> {
  const { staffedBeds, specialties, hospitals } = dataset;
  if (staffedBeds === null) return {};
  const bedDays = baseBedDaysAtHospitals(dataset);
  const staffed = new Float64Array(hospitals.length * specialties.length);
  const others = new Float64Array(staffed.length);
  specialties.forEach(({ line, inScope }, k) => {
    if (line === null || !(inScope > 0)) return;
    const used = hospitals.map((_, h) => h).filter((h) => (bedDays[h * specialties.length + k] as number) > 0);
    if (used.length !== 1) return;
    const cell = (used[0] as number) * specialties.length + k;
    staffed[cell] = staffedBeds.values[k] as number;
    others[cell] = staffed[cell] > 0 ? (bedDays[cell] as number) * (1 - inScope) : 0;
  });
  if (staffed.every((beds) => beds === 0)) return {};
  const block = (values: Float64Array): NamedArray => ({ dims: AT_WARD, values });
  return { staffedBeds: block(staffed), otherBedDays: block(others) };
}
