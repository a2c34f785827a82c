/** Summaries of series as ranges of results: one block a result, its last dimension the statistics. */
import type { CommissioningResults, DrawnResults, NamedArray } from "../../models/index.ts";
import type { Labels } from "../frame.ts";
import type { ResultBlock } from "../contract/index.ts";

export const STATISTIC = "statistic";

export interface RangesFrame {
  readonly members: Record<string, string[]>;
  readonly blocks: ResultBlock[];
  readonly values: Float64Array;
}

/**
 * "central" (the run without draws), "mean", "P5", ... and, where there are standard errors, "standard error of mean",
 * "standard error of P5", ...
 */
export function statistics(percentiles: readonly number[], standardErrors: boolean): string[] {
  const estimates = ["mean", ...percentiles.map((percent) => `P${percent}`)];
  const errors = standardErrors ? estimates.map((name) => `standard error of ${name}`) : [];
  return ["central", ...estimates, ...errors];
}

/**
 * `summaries` hold `width` numbers a series: the estimates, then their standard errors. A cell that no draw changes is its
 * number, without error. `central` has every result at central values.
 */
export function frameRanges(
  { members, values: central, marks }: CommissioningResults,
  results: DrawnResults,
  summaries: Float64Array,
  width: number,
  names: readonly string[],
  labels: Labels,
): RangesFrame {
  const estimates = width / 2;
  const cells = [...results.values()].reduce((sum, { series }) => sum + series.length, 0);
  const values = new Float64Array(cells * names.length);
  const blocks: ResultBlock[] = [];
  let offset = 0;
  for (const [id, { dims, series, constants }] of results) {
    const start = offset;
    const plain = (central.get(id) as NamedArray).values;
    for (let cell = 0; cell < series.length; cell++) {
      const s = series[cell] as number;
      values[offset++] = plain[cell] as number;
      for (let i = 0; i < names.length - 1; i++) {
        values[offset++] =
          s >= 0 ? (summaries[s * width + i] as number) : i < estimates ? (constants[cell] as number) : 0;
      }
    }
    const { label, unit } = labels.get(id) ?? { label: id, unit: "" };
    const mark = marks?.get(id);
    const block = { id, label, unit, dims: [...dims, STATISTIC], offset: start, length: offset - start };
    blocks.push(mark === undefined ? block : { ...block, mark });
  }
  const kept = new Set([...results.values()].flatMap(({ dims }) => dims));
  const own = Object.entries(members).filter(([dim]) => kept.has(dim));
  return {
    members: { ...Object.fromEntries(own.map(([dim, list]) => [dim, [...list]])), [STATISTIC]: [...names] },
    blocks,
    values,
  };
}
