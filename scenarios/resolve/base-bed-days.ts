/** Bed days of the dataset's base year. A cell without people in the base year counts nothing, as in the model. */
import type { Dataset } from "../../datasets/index.ts";
import { cellCount, stridesOf, type Members, type NamedArray } from "../../models/index.ts";
import { datasetMembers } from "./members.ts";

/** By area, then specialty, all ages and sexes together. */
export function baseBedDays(dataset: Dataset): number[][] {
  const members = datasetMembers(dataset);
  const bedDays = dataset.activity.kind === "projected" ? dataset.activity.bedDays0 : dataset.activity.bedDays;
  const inBaseYear = bedDays.dims.includes("year")
    ? cellCount(members, bedDays.dims) / dataset.yearCount
    : bedDays.values.length;
  const at = coordinates(members, bedDays, ["area", "age", "sex", "specialty"]);
  const people = coordinates(members, dataset.population, ["area", "age", "sex"]);
  const totals = dataset.areas.map(() => dataset.specialties.map(() => 0));
  for (let cell = 0; cell < inBaseYear; cell++) {
    const [area, age, sex, specialty] = at.of(cell) as [number, number, number, number];
    if (!((dataset.population.values[people.cell([area, age, sex])] as number) > 0)) continue;
    const row = totals[area] as number[];
    row[specialty] = (row[specialty] as number) + (bedDays.values[cell] as number);
  }
  return totals;
}

/** At each hospital by specialty, areas added up: in the order of hospitals, then specialties. */
export function baseBedDaysAtHospitals(dataset: Dataset): number[] {
  const { hospitals, specialties, useOf } = dataset;
  const byArea = baseBedDays(dataset);
  return hospitals.flatMap((_, h) =>
    specialties.map((_, k) =>
      byArea.reduce(
        (sum, area, l) =>
          sum + (area[k] as number) * (useOf.values[(l * hospitals.length + h) * specialties.length + k] as number),
        0,
      ),
    ),
  );
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
