/**
 * Chances read off draws: of meeting a target, and of one scenario being above another in the same draws. Draws that come
 * in chunks are counted chunk by chunk, and the counts added up in any order; differences of two figures, draw by draw,
 * are a figure like any other.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import type { Estimate } from "./summaries.ts";

/** A figure meets its target when it is at most, or at least, the value; being equal meets it. */
export interface Target {
  readonly direction: "at-most" | "at-least";
  readonly value: number;
}

/**
 * How many of `values[start .. start + count - 1]`, draws `firstDraw` and after, meet the target. Throws ModelInputError
 * for a draw, or a target, that is not a number.
 */
export function countMeeting(
  values: Float64Array,
  start: number,
  count: number,
  target: Target,
  firstDraw: number,
): number {
  checkTarget(target);
  // Both ways round: a draw meets `sign * value <= sign * target`.
  const sign = target.direction === "at-most" ? 1 : -1;
  const limit = sign * target.value;
  let met = 0;
  let missed = 0;
  for (let i = start; i < start + count; i++) {
    const value = sign * (values[i] as number);
    if (value <= limit) met++;
    else if (value > limit) missed++;
  }
  if (met + missed < count) checkNumbers(values, start, count, firstDraw);
  return met;
}

/**
 * Share of `draws` draws that `met` is, and its Monte Carlo standard error √(p(1 - p)/n), null when `standardErrors` is
 * false (Sobol points). Throws ModelInputError where there are no draws.
 */
export function chanceOf(met: number, draws: number, standardErrors: boolean): Estimate {
  if (draws === 0) refuse("summary.draws", "There are no draws. Run 1 or more.", "draws", "0", "1 or more draws");
  const p = met / draws;
  return { value: p, standardError: standardErrors ? Math.sqrt((p * (1 - p)) / draws) : null };
}

/** Chance of meeting the target, of draws that are all there. */
export function chanceOfMeeting(values: Float64Array, target: Target, standardErrors: boolean): Estimate {
  return chanceOf(countMeeting(values, 0, values.length, target, 0), values.length, standardErrors);
}

/** Draws of two figures: draw `firstDraw` + i is at `firstStart` + i of the one and `secondStart` + i of the other. */
export interface PairedDraws {
  readonly first: Float64Array;
  readonly firstStart: number;
  readonly second: Float64Array;
  readonly secondStart: number;
  readonly count: number;
  readonly firstDraw: number;
}

/** Draw by draw, the first less the second, to `into` from place `at`. */
export function writeDifferences(pairs: PairedDraws, into: Float64Array, at: number): void {
  const { first, firstStart, second, secondStart, count } = pairs;
  for (let i = 0; i < count; i++)
    into[at + i] = (first[firstStart + i] as number) - (second[secondStart + i] as number);
}

/** Differences of two figures whose draws are all there; both must be from the same draws. */
export function pairedDifferences(first: Float64Array, second: Float64Array): Float64Array {
  const differences = new Float64Array(first.length);
  writeDifferences(wholePairs(first, second), differences, 0);
  return differences;
}

export interface PairCounts {
  readonly draws: number;
  /** In how many draws the first is above the second, and below. */
  readonly above: number;
  readonly below: number;
}

/** How often the first is above and below the second. Throws ModelInputError for a draw that is not a number. */
export function countPairs(pairs: PairedDraws): PairCounts {
  const { first, firstStart, second, secondStart, count, firstDraw } = pairs;
  let above = 0;
  let below = 0;
  let same = 0;
  for (let i = 0; i < count; i++) {
    const a = first[firstStart + i] as number;
    const b = second[secondStart + i] as number;
    if (a > b) above++;
    else if (a < b) below++;
    else if (a === b) same++;
  }
  if (above + below + same < count) {
    checkNumbers(first, firstStart, count, firstDraw);
    checkNumbers(second, secondStart, count, firstDraw);
  }
  return { draws: count, above, below };
}

export function mergePairCounts(one: PairCounts, other: PairCounts): PairCounts {
  return { draws: one.draws + other.draws, above: one.above + other.above, below: one.below + other.below };
}

export interface PairedChances {
  /** Share of draws in which the first is above the second, the same, and below; they sum to 1. */
  readonly above: Estimate;
  readonly same: Estimate;
  readonly below: Estimate;
}

export function pairedChancesOf({ draws, above, below }: PairCounts, standardErrors: boolean): PairedChances {
  return {
    above: chanceOf(above, draws, standardErrors),
    same: chanceOf(draws - above - below, draws, standardErrors),
    below: chanceOf(below, draws, standardErrors),
  };
}

/** How often `first` is above, the same as, and below `second` in the same draw. */
export function pairedChances(first: Float64Array, second: Float64Array, standardErrors: boolean): PairedChances {
  return pairedChancesOf(countPairs(wholePairs(first, second)), standardErrors);
}

function wholePairs(first: Float64Array, second: Float64Array): PairedDraws {
  if (first.length !== second.length) {
    refuse(
      "paired.draws",
      `Two scenarios are compared with ${first.length} and ${second.length} draws. Run both with the same draws.`,
      "draws",
      `${first.length} and ${second.length}`,
      "the same number of draws",
    );
  }
  return { first, firstStart: 0, second, secondStart: 0, count: first.length, firstDraw: 0 };
}

function checkTarget({ value }: Target): void {
  if (!Number.isNaN(value)) return;
  refuse("target.value", "The target is not a number. Give the value to meet.", "target", "NaN", "a number");
}

function checkNumbers(values: Float64Array, start: number, count: number, firstDraw: number): void {
  const place = values.subarray(start, start + count).findIndex((value) => Number.isNaN(value));
  if (place < 0) return;
  const draw = firstDraw + place;
  const problem = `Draw ${draw} is not a number. Check the assumptions of that draw.`;
  refuse("summary.not-finite", problem, `draws[${draw}]`, "NaN", "numbers");
}

function refuse(code: string, message: string, path: string, value: string, expected: string): never {
  throw new ModelInputError({ code, message, path, value, expected });
}
