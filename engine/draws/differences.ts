/** Two scenarios in the same draws: what the difference of each result comes to, and how often it is above and below 0. */
import { chanceOf } from "../../models/index.ts";
import type { CommissioningResults, DrawnResult, DrawnResults, NamedArray } from "../../models/index.ts";
import type { Labels } from "../frame.ts";
import { writeBlocks } from "./ranges.ts";
import type { Blocks } from "./ranges.ts";
import type { Summaries } from "./run-draws.ts";

export const DIFFERENCE_STATISTIC = "difference statistic";

/** Estimates that a difference has beside those of a result. */
export const CHANCES = ["chance above", "chance below"] as const;

export interface Compared {
  /** The results of both at central values; of the second that of the scenario. */
  readonly centralOfFirst: CommissioningResults;
  readonly central: CommissioningResults;
  readonly difference: DrawnResults;
}

/** Estimates (those of the summaries, then `CHANCES`), then their standard errors where there are any. */
export function writeDifferences(
  { central, centralOfFirst, difference }: Compared,
  summaries: Summaries,
  standardErrors: boolean,
  labels: Labels,
): Blocks {
  const { values: from, width } = summaries;
  const estimates = width / 2;
  const count = 1 + (estimates + CHANCES.length) * (standardErrors ? 2 : 1);
  return writeBlocks(difference, DIFFERENCE_STATISTIC, count, labels, central.marks, (id, own, into, start) => {
    const [plain, other] = [central, centralOfFirst].map(({ values }) => (values.get(id) as NamedArray).values);
    let at = start;
    for (let cell = 0; cell < own.series.length; cell++) {
      const s = own.series[cell] as number;
      const chances = [0, 1].map((side) =>
        chanceOf(onSide(own, cell, side, summaries), summaries.draws, standardErrors),
      );
      into[at++] = (plain?.[cell] as number) - (other?.[cell] as number);
      for (let i = 0; i < estimates; i++)
        into[at++] = s >= 0 ? (from[s * width + i] as number) : (own.constants[cell] as number);
      for (const { value } of chances) into[at++] = value;
      if (!standardErrors) continue;
      for (let i = estimates; i < width; i++) into[at++] = s >= 0 ? (from[s * width + i] as number) : 0;
      for (const { standardError } of chances) into[at++] = standardError ?? 0;
    }
  });
}

/** In how many draws a cell is above 0 (side 0) or below (side 1). */
function onSide({ series, constants }: DrawnResult, cell: number, side: number, { signs, draws }: Summaries): number {
  const s = series[cell] as number;
  if (s >= 0) return signs?.[2 * s + side] as number;
  const value = constants[cell] as number;
  return (side === 0 ? value > 0 : value < 0) ? draws : 0;
}

/** The share of draws in which a cell that is 1 or 0 is 1, with its error. */
export function chanceIn(
  { series, constants }: DrawnResult,
  cell: number,
  summaries: Summaries,
  standardErrors: boolean,
) {
  const s = series[cell] as number;
  const mean = s >= 0 ? (summaries.values[s * summaries.width] as number) : (constants[cell] as number);
  // The mean is a whole number over the draws, but for its rounding.
  return chanceOf(Math.round(mean * summaries.draws), summaries.draws, standardErrors);
}
