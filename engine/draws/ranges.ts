/** Summaries of series as ranges of results: one block a result, its last dimension the statistics. */
import type { CommissioningResults, DrawnResult, DrawnResults, NamedArray } from "../../models/index.ts";
import type { ResultBlock } from "../contract/index.ts";
import type { Labels } from "../frame.ts";
import type { Summaries } from "./run-draws.ts";

export const STATISTIC = "statistic";

export interface Blocks {
  readonly blocks: ResultBlock[];
  readonly values: Float64Array;
}

/**
 * "central" (the run without draws), "mean", "P5", ... and, where there are standard errors, "standard error of mean",
 * "standard error of P5", ... `further` are estimates that come after the percentiles.
 */
export function statistics(
  percentiles: readonly number[],
  standardErrors: boolean,
  further: readonly string[] = [],
): string[] {
  const estimates = ["mean", ...percentiles.map((percent) => `P${percent}`), ...further];
  const errors = standardErrors ? estimates.map((name) => `standard error of ${name}`) : [];
  return ["central", ...estimates, ...errors];
}

/**
 * `summaries` hold for each series the estimates, then their standard errors. A cell that no draw changes is its number,
 * without error. `central` has every result at central values.
 */
export function writeRanges(
  { values: central, marks }: CommissioningResults,
  results: DrawnResults,
  { values: from, width }: Summaries,
  statisticCount: number,
  labels: Labels,
): Blocks {
  const estimates = width / 2;
  return writeBlocks(results, STATISTIC, statisticCount, labels, marks, (id, { series, constants }, into, start) => {
    const plain = (central.get(id) as NamedArray).values;
    let at = start;
    for (let cell = 0; cell < series.length; cell++) {
      const s = series[cell] as number;
      into[at++] = plain[cell] as number;
      for (let i = 0; i < statisticCount - 1; i++) {
        into[at++] = s >= 0 ? (from[s * width + i] as number) : i < estimates ? (constants[cell] as number) : 0;
      }
    }
  });
}

/** A block for each result, its numbers written by `write` from place `start` on. */
export function writeBlocks(
  results: DrawnResults,
  lastDimension: string,
  lastSize: number,
  labels: Labels,
  marks: CommissioningResults["marks"],
  write: (id: string, result: DrawnResult, into: Float64Array, start: number) => void,
): Blocks {
  const cells = [...results.values()].reduce((sum, { series }) => sum + series.length, 0);
  const values = new Float64Array(cells * lastSize);
  const blocks: ResultBlock[] = [];
  let offset = 0;
  for (const [id, result] of results) {
    const length = result.series.length * lastSize;
    write(id, result, values, offset);
    const { label, unit } = labels.get(id) ?? { label: id, unit: "" };
    const mark = marks?.get(id);
    const block = { id, label, unit, dims: [...result.dims, lastDimension], offset, length };
    blocks.push(mark === undefined ? block : { ...block, mark });
    offset += length;
  }
  return { blocks, values };
}

/** The second's blocks after the first's, over the numbers of both. */
export function joined(
  first: Blocks,
  second: Blocks,
): { readonly values: Float64Array; readonly second: ResultBlock[] } {
  const values = new Float64Array(first.values.length + second.values.length);
  values.set(first.values);
  values.set(second.values, first.values.length);
  return {
    values,
    second: second.blocks.map((block) => ({ ...block, offset: block.offset + first.values.length })),
  };
}
