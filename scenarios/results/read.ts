/** Reading results by the names of their dimensions. */
import { sizeOf, stridesOf, type CommissioningResults } from "../../models/index.ts";

export const DOING_NOTHING = "doing-nothing";
export const SCENARIO = "scenario";
export type World = typeof DOING_NOTHING | typeof SCENARIO;

/** One member of each named dimension; a dimension that is not named is summed over. */
export type Place = Readonly<Record<string, string>>;

/** A figure: what is asked of one variable, summed over every dimension that `at` does not name. */
export function total(results: CommissioningResults, id: string, at: Place = {}): number {
  const { values, offsets } = cells(results, id, at);
  let sum = 0;
  for (const offset of offsets) sum += values[offset] as number;
  return sum;
}

/** The same for each year in turn. Throws when the variable was not asked of the run, or has no years. */
export function byYear(results: CommissioningResults, id: string, at: Place = {}): number[] {
  return yearsOf(results).map((year) => total(results, id, { ...at, year }));
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

/** Places of the cells that `at` picks. */
function cells(results: CommissioningResults, id: string, at: Place): { values: Float64Array; offsets: number[] } {
  const block = results.values.get(id);
  if (block === undefined) throw new Error(`The run was not asked for "${id}".`);
  const strides = stridesOf(results.members, block.dims);
  let offsets = [0];
  for (const dim of block.dims) {
    const stride = strides[dim] as number;
    const named = at[dim];
    const picked = named === undefined ? range(sizeOf(results.members, dim)) : [indexOf(results, dim, named)];
    offsets = offsets.flatMap((offset) => picked.map((index) => offset + index * stride));
  }
  for (const dim of Object.keys(at)) {
    if (!block.dims.includes(dim)) throw new Error(`"${id}" has no dimension "${dim}".`);
  }
  return { values: block.values, offsets };
}

function indexOf(results: CommissioningResults, dim: string, member: string): number {
  const index = membersOf(results, dim).indexOf(member);
  if (index < 0) throw new Error(`"${member}" is not one of ${dim}.`);
  return index;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
