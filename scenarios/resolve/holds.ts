/** What each specialty holds of its set-aside line. */
import type { Dataset } from "../../datasets/index.ts";
import { baseBedDays } from "./base-bed-days.ts";

/**
 * £ a year that each specialty holds of its set-aside line in the base year, in the dataset's order (0 for those
 * outside the set-aside): the line's budget shared by cost per bed day x in-scope bed days (model.md section 5).
 */
export function specialtyHolds(dataset: Dataset): number[] {
  const bedDays = inScopeBaseBedDays(dataset);
  const weights = dataset.specialties.map((specialty, k) => specialty.directCost * (bedDays[k] as number));
  return dataset.specialties.map((specialty, k) => {
    const line = dataset.lines.find((each) => each.id === specialty.line);
    if (line === undefined) return 0;
    const total = dataset.specialties.reduce(
      (sum, other, i) => (other.line === specialty.line ? sum + (weights[i] as number) : sum),
      0,
    );
    return total > 0 ? (line.budget0 * (weights[k] as number)) / total : 0;
  });
}

/** In-scope bed days of the base year by specialty. */
function inScopeBaseBedDays(dataset: Dataset): number[] {
  const byArea = baseBedDays(dataset);
  return dataset.specialties.map(
    ({ inScope }, k) => byArea.reduce((sum, area) => sum + (area[k] as number), 0) * inScope,
  );
}
