/** What each specialty holds of its set-aside line. */
import type { Dataset } from "../../datasets/index.ts";
import { cellCount, stridesOf, type Members, type NamedArray } from "../../models/index.ts";
import { datasetMembers } from "./members.ts";

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

/** In-scope bed days of the base year by specialty. A cell without people in the base year counts nothing, as in the model. */
function inScopeBaseBedDays(dataset: Dataset): number[] {
  const members = datasetMembers(dataset);
  const bedDays = dataset.activity.kind === "projected" ? dataset.activity.bedDays0 : dataset.activity.bedDays;
  const inBaseYear = bedDays.dims.includes("year")
    ? cellCount(members, bedDays.dims) / dataset.yearCount
    : bedDays.values.length;
  const at = coordinates(members, bedDays, ["area", "age", "sex", "specialty"]);
  const people = coordinates(members, dataset.population, ["area", "age", "sex"]);
  const totals = dataset.specialties.map(() => 0);
  for (let cell = 0; cell < inBaseYear; cell++) {
    const [area, age, sex, specialty] = at.of(cell) as [number, number, number, number];
    if ((dataset.population.values[people.cell([area, age, sex])] as number) > 0) {
      totals[specialty] = (totals[specialty] as number) + (bedDays.values[cell] as number);
    }
  }
  return totals.map((total, k) => total * (dataset.specialties[k]?.inScope ?? 0));
}

/** Between a cell's place in a block and its coordinates along the named dimensions. Year 0 where a year is not named. */
function coordinates(members: Members, block: NamedArray, dims: readonly string[]) {
  const strides = stridesOf(members, block.dims);
  const steps = dims.map((dim) => strides[dim] as number);
  const sizes = dims.map((dim) => (members[dim] as readonly string[]).length);
  return {
    of: (cell: number): number[] => steps.map((step, i) => Math.floor(cell / step) % (sizes[i] as number)),
    cell: (at: readonly number[]): number => at.reduce((sum, index, i) => sum + index * (steps[i] as number), 0),
  };
}
