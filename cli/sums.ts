/** Totals of results by year, by the names of their dimensions. */
import type { DecodedResults } from "../engine/index.ts";

/**
 * The sum of a result over everything but its years, for one member of each dimension named in `where`:
 * `byYear(results, "emergencyBedDays", { world: "scenario" })`. Throws when the result or a name is not there.
 */
export function byYear(results: DecodedResults, id: string, where: Readonly<Record<string, string>> = {}): number[] {
  const block = results.values.get(id);
  if (block === undefined) throw new Error(`The results lack "${id}".`);
  const lists = block.dims.map((dim) => membersOf(results, dim));
  const wanted = block.dims.map((dim, i) => {
    const member = where[dim];
    return member === undefined ? null : indexOf(lists[i] ?? [], member, dim);
  });
  const totals = membersOf(results, "year").map(() => 0);
  block.values.forEach((value, cell) => {
    let rest = cell;
    let year = 0;
    for (let i = block.dims.length - 1; i >= 0; i--) {
      const size = lists[i]?.length ?? 1;
      const at = rest % size;
      rest = Math.floor(rest / size);
      if (wanted[i] !== null && wanted[i] !== at) return;
      if (block.dims[i] === "year") year = at;
    }
    totals[year] = (totals[year] ?? 0) + value;
  });
  return totals;
}

function membersOf(results: DecodedResults, dim: string): readonly string[] {
  const list = results.members[dim];
  if (list === undefined) throw new Error(`The results have no dimension "${dim}".`);
  return list;
}

function indexOf(list: readonly string[], member: string, dim: string): number {
  const index = list.indexOf(member);
  if (index < 0) throw new Error(`The results have no "${member}" in "${dim}".`);
  return index;
}
