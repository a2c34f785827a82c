/** A run's results as the screens read them: blocks of numbers by id, with the members of every dimension. Immutable. */
import type { RunOutcome } from "../../engine/contract/index.ts";
import type { CommissioningResults, NamedArray } from "../../models/index.ts";
import { cellCount } from "../../models/index.ts";

type DoneOutcome = Extract<RunOutcome, { kind: "done" }>;

export interface ResultBlock extends NamedArray {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
}

export interface RunResult extends CommissioningResults {
  readonly runId: string;
  readonly values: ReadonlyMap<string, ResultBlock>;
  readonly hashes: { readonly model: string; readonly data: string; readonly scenario: string };
  readonly computeMs: number;
}

/**
 * Reads a finished run. Throws, naming the block, when a block does not lie inside the values, does not fit its
 * dimensions, or holds a figure that is not finite: such a result must not reach a chart.
 */
export async function readResult(outcome: DoneOutcome): Promise<RunResult> {
  const bytes = await outcome.values.arrayBuffer();
  const count = Math.floor(bytes.byteLength / Float64Array.BYTES_PER_ELEMENT);
  const all = new Float64Array(bytes, 0, count);
  const blocks = new Map<string, ResultBlock>();
  for (const { id, label, unit, dims, offset, length } of outcome.blocks) {
    if (length !== cellCount(outcome.members, dims))
      throw new Error(`The engine's answer does not fit: "${id}" has ${length} figures for [${dims.join(", ")}].`);
    if (offset + length > count) throw new Error(`The engine's answer is cut short in "${id}".`);
    const values = all.subarray(offset, offset + length);
    if (!values.every(Number.isFinite))
      throw new Error(`The engine's answer holds a figure that is not finite: "${id}".`);
    blocks.set(id, { id, label, unit, dims, values });
  }
  const { runId, members, hashes, computeMs } = outcome;
  return { runId, members, values: blocks, hashes, computeMs };
}
