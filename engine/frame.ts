/** Results as one buffer of numbers and a table of where each lies in it: what goes between threads and to a window. */
import type { CommissioningResults, Members, NamedArray, VariableInfo } from "../models/index.ts";
import { marksIn } from "./contract/index.ts";
import type { ResultBlock } from "./contract/index.ts";

export interface ResultFrame {
  readonly members: Record<string, string[]>;
  readonly blocks: ResultBlock[];
  /** Little-endian float64, the blocks one after the other. */
  readonly values: ArrayBuffer;
}

/** Label and unit of a result, by id. */
export type Labels = ReadonlyMap<string, Pick<VariableInfo, "label" | "unit">>;

/**
 * The frame of a run's results. A result without a label is called by its id.
 * Throws when a value is not a finite number: none may leave the engine.
 */
export function frameResults(results: CommissioningResults, labels: Labels): ResultFrame {
  const entries = [...results.values];
  const total = entries.reduce((sum, [, array]) => sum + array.values.length, 0);
  const all = new Float64Array(total);
  const blocks: ResultBlock[] = [];
  let offset = 0;
  for (const [id, array] of entries) {
    checkFinite(id, array, results.members);
    all.set(array.values, offset);
    const { label, unit } = labels.get(id) ?? { label: id, unit: "" };
    const mark = results.marks?.get(id);
    const marked = mark === undefined ? {} : { mark };
    blocks.push({ id, label, unit, dims: [...array.dims], offset, length: array.values.length, ...marked });
    offset += array.values.length;
  }
  const members = Object.fromEntries(Object.entries(results.members).map(([dim, list]) => [dim, [...list]]));
  return { members, blocks, values: all.buffer };
}

/** The results of a frame, as arrays by name that are views of its buffer. */
export function resultsOfFrame(frame: ResultFrame): CommissioningResults {
  const all = new Float64Array(frame.values);
  const values = new Map(
    frame.blocks.map((block) => [
      block.id,
      { dims: block.dims, values: all.subarray(block.offset, block.offset + block.length) },
    ]),
  );
  return { members: frame.members, values, marks: marksIn(frame.blocks) };
}

function checkFinite(id: string, array: NamedArray, members: Members): void {
  const index = array.values.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  let rest = index;
  const where: string[] = [];
  for (const dim of [...array.dims].reverse()) {
    const list = members[dim] ?? [];
    where.unshift(list[rest % list.length] ?? "?");
    rest = Math.floor(rest / list.length);
  }
  throw new Error(`"${id}" is not a number at ${where.join(", ")}.`);
}
