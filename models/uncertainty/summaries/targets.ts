/** Chances read off draws: of meeting a target, and of one scenario being above another in the same draws. */
import { ModelInputError } from "../../commissioning/input-error.ts";
import type { Estimate } from "./summaries.ts";

/** A figure meets its target when it is at most, or at least, the value; being equal meets it. */
export interface Target {
  readonly direction: "at-most" | "at-least";
  readonly value: number;
}

/**
 * Share of draws that meet the target, and its Monte Carlo standard error √(p(1 - p)/n), null when `standardErrors` is
 * false (Sobol points).
 */
export function chanceOfMeeting(values: Float64Array, target: Target, standardErrors: boolean): Estimate {
  if (Number.isNaN(target.value)) {
    refuse("target.value", "The target is not a number. Give the value to meet.", "target", "NaN", "a number");
  }
  checkDraws(values);
  let met = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (target.direction === "at-most" ? value <= target.value : value >= target.value) met++;
  }
  return shareOf(met, values.length, standardErrors);
}

/** Draw by draw, `first` less `second`: both must be from the same draws. */
export function pairedDifferences(first: Float64Array, second: Float64Array): Float64Array {
  checkPair(first, second);
  return first.map((value, i) => value - (second[i] as number));
}

export interface PairedChances {
  /** Share of draws in which the first is above the second, the same, and below; they sum to 1. */
  readonly above: Estimate;
  readonly same: Estimate;
  readonly below: Estimate;
}

/** How often `first` is above, the same as, and below `second` in the same draw. */
export function pairedChances(first: Float64Array, second: Float64Array, standardErrors: boolean): PairedChances {
  checkPair(first, second);
  let above = 0;
  let below = 0;
  for (let i = 0; i < first.length; i++) {
    const a = first[i] as number;
    const b = second[i] as number;
    if (a > b) above++;
    else if (a < b) below++;
  }
  const n = first.length;
  return {
    above: shareOf(above, n, standardErrors),
    same: shareOf(n - above - below, n, standardErrors),
    below: shareOf(below, n, standardErrors),
  };
}

function shareOf(count: number, n: number, standardErrors: boolean): Estimate {
  const p = count / n;
  return { value: p, standardError: standardErrors ? Math.sqrt((p * (1 - p)) / n) : null };
}

function checkPair(first: Float64Array, second: Float64Array): void {
  checkDraws(first);
  checkDraws(second);
  if (first.length === second.length) return;
  refuse(
    "paired.draws",
    `Two scenarios are compared with ${first.length} and ${second.length} draws. Run both with the same draws.`,
    "draws",
    `${first.length} and ${second.length}`,
    "the same number of draws",
  );
}

function checkDraws(values: Float64Array): void {
  if (values.length === 0)
    refuse("summary.draws", "There are no draws. Run 1 or more.", "draws", "0", "1 or more draws");
  const draw = values.findIndex((value) => Number.isNaN(value));
  if (draw < 0) return;
  const problem = `Draw ${draw} is not a number. Check the assumptions of that draw.`;
  refuse("summary.not-finite", problem, `draws[${draw}]`, "NaN", "numbers");
}

function refuse(code: string, message: string, path: string, value: string, expected: string): never {
  throw new ModelInputError({ code, message, path, value, expected });
}
