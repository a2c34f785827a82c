/** One figure of a block by the names of its members. */
import { stridesOf } from "../../../models/index.ts";
import type { CommissioningResults } from "../../../models/index.ts";

/** `figure(results, "budget", { world: "scenario", year: "2027/28", line: "set-aside" })`. Throws on a wrong name. */
export function figure(results: CommissioningResults, id: string, at: Readonly<Record<string, string>>): number {
  const block = results.values.get(id);
  if (block === undefined) throw new Error(`${id} was not asked for.`);
  if ([...block.dims].sort().join() !== Object.keys(at).sort().join()) {
    throw new Error(`${id} has dimensions ${block.dims.join(", ")}; asked at ${Object.keys(at).join(", ")}.`);
  }
  const strides = stridesOf(results.members, block.dims);
  const offset = block.dims.reduce((sum, dim) => {
    const position = (results.members[dim] ?? []).indexOf(at[dim] ?? "");
    if (position < 0) throw new Error(`${dim} has no member ${at[dim] ?? ""}.`);
    return sum + position * (strides[dim] ?? 0);
  }, 0);
  return block.values[offset] as number;
}

/** All values of a block. */
export function valuesOf(results: CommissioningResults, id: string): Float64Array {
  const block = results.values.get(id);
  if (block === undefined) throw new Error(`${id} was not asked for.`);
  return block.values;
}
