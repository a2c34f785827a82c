/** Sums over a result's dimensions, by member names. */
import type { Members, NamedArray } from "../../models/index.ts";
import { stridesOf } from "../../models/index.ts";
import type { RunResult } from "./results.ts";

/** For each dimension named, the member or members wanted; a dimension not named is summed whole. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

/** The block, or an error that names it: a screen asks only for what the contract promises. */
function blockOf(result: RunResult, id: string): NamedArray {
  const block = result.values.get(id);
  if (block === undefined) throw new Error(`The engine's answer lacks "${id}".`);
  return block;
}

function positionsOf(members: Members, dim: string, wanted: string | readonly string[] | undefined): number[] {
  const all = members[dim] ?? [];
  if (wanted === undefined) return all.map((_, index) => index);
  return (typeof wanted === "string" ? [wanted] : wanted).map((name) => {
    const index = all.indexOf(name);
    if (index < 0) throw new Error(`The engine's answer has no "${name}" in its dimension "${dim}".`);
    return index;
  });
}

/**
 * One total for each member of `along`, the wanted members of the other dimensions added up.
 * `sumAlong(result, "bedsOpen", "year", { world: "scenario" })` is beds open by year, all hospitals and specialties.
 */
export function sumAlong(result: RunResult, id: string, along: string, where: Where = {}): number[] {
  const block = blockOf(result, id);
  const strides = stridesOf(result.members, block.dims);
  for (const dim of [along, ...Object.keys(where)])
    if (!(dim in strides)) throw new Error(`"${id}" has no dimension "${dim}".`);
  let offsets = [0];
  for (const dim of block.dims) {
    if (dim === along) continue;
    const stride = strides[dim] ?? 0;
    const positions = positionsOf(result.members, dim, where[dim]);
    offsets = offsets.flatMap((offset) => positions.map((position) => offset + position * stride));
  }
  const step = strides[along] ?? 0;
  return positionsOf(result.members, along, where[along]).map((position) => {
    let total = 0;
    for (const offset of offsets) total += block.values[offset + position * step] ?? 0;
    return total;
  });
}

/** By year, in one of the two worlds. */
export function byYear(result: RunResult, id: string, where: Where = {}): number[] {
  return sumAlong(result, id, "year", where);
}
