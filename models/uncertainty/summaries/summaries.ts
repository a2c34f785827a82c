/**
 * Summaries of the draws of one figure: mean, percentiles, and the Monte Carlo standard error of each.
 *
 * A percentile is Hyndman and Fan's type 7 (the usual one of spreadsheets, R and NumPy): with n draws in order and
 * h = (n - 1) q, it is on the straight line between the draws of ranks floor(h) and floor(h) + 1, counting from 0.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * Standard errors (model.md section 8): of the mean s / √n, with s² over n - 1; of a percentile half the gap between the
 * draws at ranks nq - √(nq(1 - q)) and nq + √(nq(1 - q)), counting from 1, each to the nearest whole rank, and to the
 * first or last where it would be beyond. They are for independent draws: there are none for Sobol points.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { selectRanks } from "./select.ts";

/** The percentiles that are reported, in per cent. */
export const PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;
export type Percentile = (typeof PERCENTILES)[number];

const COUNT = PERCENTILES.length;
/** Places of a summary in an array: the mean, the percentiles, then their standard errors in the same order. */
export const SUMMARY_WIDTH = 2 * (1 + COUNT);

export interface Estimate {
  readonly value: number;
  /** Null where there is none: Sobol points, or a single draw. */
  readonly standardError: number | null;
}

export interface Summary {
  readonly mean: Estimate;
  readonly percentiles: ReadonlyMap<Percentile, Estimate>;
}

/** Summarises figures of `draws` draws each, one after the other, without allocating. */
export class Summariser {
  readonly draws: number;
  readonly #withErrors: boolean;
  readonly #scratch: Float64Array;
  /** Ranks looked up, from 0 and rising. */
  readonly #ranks: Int32Array;
  /** Rank and distance to the next, of each percentile. */
  readonly #below = new Int32Array(COUNT);
  readonly #beyond = new Float64Array(COUNT);
  readonly #errorLow = new Int32Array(COUNT);
  readonly #errorHigh = new Int32Array(COUNT);

  /** `standardErrors` false (Sobol points): their places hold NaN. Throws ModelInputError unless `draws` is 1 or more. */
  constructor(draws: number, standardErrors: boolean) {
    if (!Number.isInteger(draws) || draws < 1) refuseDraws(draws);
    this.draws = draws;
    this.#withErrors = standardErrors && draws > 1;
    this.#scratch = new Float64Array(draws);
    const ranks = new Set<number>();
    PERCENTILES.forEach((percent, i) => {
      const h = ((draws - 1) * percent) / 100;
      this.#below[i] = Math.floor(h);
      this.#beyond[i] = h - Math.floor(h);
      ranks.add(Math.floor(h)).add(Math.min(draws - 1, Math.floor(h) + 1));
      if (!this.#withErrors) return;
      const q = percent / 100;
      const reach = Math.sqrt(draws * q * (1 - q));
      this.#errorLow[i] = Math.max(1, Math.round((draws * percent) / 100 - reach)) - 1;
      this.#errorHigh[i] = Math.min(draws, Math.round((draws * percent) / 100 + reach)) - 1;
      ranks.add(this.#errorLow[i] as number).add(this.#errorHigh[i] as number);
    });
    this.#ranks = Int32Array.from(ranks).sort();
  }

  /**
   * Summarises `values[start .. start + draws - 1]` (left as they are) into `into`, from place `at`: SUMMARY_WIDTH
   * numbers, NaN for a standard error that does not exist. Throws ModelInputError for a value that is not finite.
   */
  summarise(values: Float64Array, start: number, into: Float64Array, at: number): void {
    const n = this.draws;
    const scratch = this.#scratch;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const value = values[start + i] as number;
      scratch[i] = value;
      sum += value;
    }
    if (!Number.isFinite(sum)) checkFinite(scratch);
    const mean = sum / n;
    into[at] = mean;
    into[at + 1 + COUNT] = this.#withErrors ? this.#errorOfMean(mean) : NaN;
    selectRanks(scratch, n, this.#ranks, this.#ranks.length);
    for (let i = 0; i < COUNT; i++) {
      const below = scratch[this.#below[i] as number] as number;
      const beyond = this.#beyond[i] as number;
      const above = beyond === 0 ? below : (scratch[(this.#below[i] as number) + 1] as number);
      into[at + 1 + i] = below + beyond * (above - below);
      const low = scratch[this.#errorLow[i] as number] as number;
      const high = scratch[this.#errorHigh[i] as number] as number;
      into[at + 2 + COUNT + i] = this.#withErrors ? (high - low) / 2 : NaN;
    }
  }

  #errorOfMean(mean: number): number {
    const n = this.draws;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += ((this.#scratch[i] as number) - mean) ** 2;
    return Math.sqrt(squares / (n - 1) / n);
  }
}

function refuseDraws(draws: number): never {
  throw new ModelInputError({
    code: "summary.draws",
    message: `A summary is asked for of ${draws} draws. Give 1 or more.`,
    path: "draws",
    value: String(draws),
    expected: "a whole number, 1 or more",
  });
}

function checkFinite(values: Float64Array): void {
  const draw = values.findIndex((value) => !Number.isFinite(value));
  throw new ModelInputError({
    code: "summary.not-finite",
    message:
      draw < 0
        ? "The draws are so large that their sum is no number. Check the widest of the assumptions."
        : `Draw ${draw} is ${values[draw]}, not a number that can be summarised. Check the assumptions of that draw.`,
    path: draw < 0 ? "draws" : `draws[${draw}]`,
    value: draw < 0 ? "Infinity" : String(values[draw]),
    expected: "finite numbers",
  });
}

/** Summary of one figure's draws; `standardErrors` false for Sobol points. */
export function summaryOf(values: Float64Array, standardErrors: boolean): Summary {
  const summariser = new Summariser(values.length, standardErrors);
  const row = new Float64Array(SUMMARY_WIDTH);
  summariser.summarise(values, 0, row, 0);
  return readSummary(row, 0);
}

/** Reads a summary that `Summariser.summarise` wrote to `from`, at place `at`. */
export function readSummary(from: Float64Array, at: number): Summary {
  const estimate = (i: number): Estimate => {
    const error = from[at + 1 + COUNT + i] as number;
    return { value: from[at + i] as number, standardError: Number.isNaN(error) ? null : error };
  };
  return { mean: estimate(0), percentiles: new Map(PERCENTILES.map((percent, i) => [percent, estimate(i + 1)])) };
}
