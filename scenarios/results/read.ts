/** Reading results by the names of their dimensions. */
import { sizeOf, stridesOf, type CommissioningResults } from "../../models/index.ts";

export const DOING_NOTHING = "doing-nothing";
export const SCENARIO = "scenario";
export type World = typeof DOING_NOTHING | typeof SCENARIO;

/** One member of each named dimension; a dimension that is not named is summed over. */
export type Place = Readonly<Record<string, string>>;

/** A figure: what is asked of one variable, summed over every dimension that `at` does not name. */
export function total(results: CommissioningResults, id: string, at: Place = {}): number {
  const { values, offsets } = cells(results, id, at, []);
  return sumAt(values, offsets, 0);
}

/** The same for each year in turn. Throws when the variable was not asked of the run, or has no years. */
export function byYear(results: CommissioningResults, id: string, at: Place = {}): number[] {
  const { values, offsets, strides } = cells(results, id, at, ["year"]);
  const step = strides["year"];
  if (step === undefined) throw new Error(`"${id}" has no years.`);
  return yearsOf(results).map((_, t) => sumAt(values, offsets, t * step));
}

function sumAt(values: Float64Array, offsets: readonly number[], from: number): number {
  let sum = 0;
  for (const offset of offsets) sum += values[from + offset] as number;
  return sum;
}

export function yearsOf(results: CommissioningResults): readonly string[] {
  return membersOf(results, "year");
}

export function membersOf(results: CommissioningResults, dim: string): readonly string[] {
  const members = results.members[dim];
  if (members === undefined) throw new Error(`The results have no dimension called "${dim}".`);
  return members;
}

/** Whether the run was asked for this variable. */
export function has(results: CommissioningResults, id: string): boolean {
  return results.values.has(id);
}

/** Places of the cells that `at` picks, at the first member of the dimensions in `kept`. */
function cells(results: CommissioningResults, id: string, at: Place, kept: readonly string[]) {
  const block = results.values.get(id);
  if (block === undefined) throw new Error(`The run was not asked for "${id}".`);
  const strides = stridesOf(results.members, block.dims);
  for (const dim of Object.keys(at)) {
    if (!block.dims.includes(dim)) throw new Error(`"${id}" has no dimension "${dim}".`);
  }
  let offsets = [0];
  for (const dim of block.dims) {
    if (kept.includes(dim)) continue;
    const stride = strides[dim] as number;
    const named = at[dim];
    const picked = named === undefined ? range(sizeOf(results.members, dim)) : [indexOf(results, dim, named)];
    offsets = offsets.flatMap((offset) => picked.map((index) => offset + index * stride));
  }
  return { values: block.values, offsets, strides };
}

function indexOf(results: CommissioningResults, dim: string, member: string): number {
  const index = membersOf(results, dim).indexOf(member);
  if (index < 0) throw new Error(`"${member}" is not one of ${dim}.`);
  return index;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
