/**
 * Which draws, in order of size, the percentiles of a summary and their standard errors are read from.
 *
 * A percentile is Hyndman and Fan's type 7 (the usual one of spreadsheets, R and NumPy): with n draws in order and
 * h = (n - 1) q, it is on the straight line between the draws of ranks floor(h) and floor(h) + 1, counting from 0.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * Its standard error (model.md section 8) is half the gap between the draws at ranks nq - √(nq(1 - q)) and
 * nq + √(nq(1 - q)), counting from 1, each to the nearest whole rank, and to the first or last where it would be beyond.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";

/** What is asked of the draws of a run. */
export interface SummaryRequest {
  readonly draws: number;
  /** In per cent, 0 (the lowest draw) to 100 (the highest), in the order in which they are reported. */
  readonly percentiles: readonly number[];
  /** False for Sobol points, which have none. */
  readonly standardErrors: boolean;
}

export class PercentileRanks {
  readonly draws: number;
  readonly percentiles: readonly number[];
  /** Whether there are standard errors: they are asked for, and there are two draws or more. */
  readonly standardErrors: boolean;
  /** The ranks that are needed, from 0 and rising, each once. */
  readonly ranks: Int32Array;
  /** How far each percentile is from the draw below it to the next, 0 to 1. */
  readonly #beyond: Float64Array;
  /** Places in `ranks` of each percentile: the draw below, the draw above, the ends of the gap. */
  readonly #places: Int32Array;

  /** Throws ModelInputError for draws that are not 1 or more, or a percentile that is not from 0 to 100. */
  constructor({ draws, percentiles, standardErrors }: SummaryRequest) {
    if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) refuseDraws(draws);
    this.draws = draws;
    this.percentiles = percentiles;
    this.standardErrors = standardErrors && draws > 1;
    this.#beyond = new Float64Array(percentiles.length);
    const wanted = percentiles.flatMap((percent, i) => {
      if (!(percent >= 0 && percent <= 100)) refusePercentile(percent);
      const h = ((draws - 1) * percent) / 100;
      const below = Math.floor(h);
      this.#beyond[i] = h - below;
      const above = h > below ? below + 1 : below;
      return this.standardErrors ? [below, above, ...gapAround(draws, percent)] : [below, above, below, below];
    });
    this.ranks = Int32Array.from(new Set(wanted)).sort();
    this.#places = Int32Array.from(wanted, (rank) => this.ranks.indexOf(rank));
  }

  /** How many numbers a summary takes: the mean and the percentiles, then their standard errors. */
  get width(): number {
    return 2 * (1 + this.percentiles.length);
  }

  /**
   * Writes the percentiles, and their standard errors (NaN where there are none), of the summary at `at` of `into`, from
   * `found`: at place `from` and after, the draws of `ranks`.
   */
  write(found: Float64Array, from: number, into: Float64Array, at: number): void {
    const count = this.percentiles.length;
    const places = this.#places;
    for (let i = 0; i < count; i++) {
      const below = found[from + (places[4 * i] as number)] as number;
      const above = found[from + (places[4 * i + 1] as number)] as number;
      const low = found[from + (places[4 * i + 2] as number)] as number;
      const high = found[from + (places[4 * i + 3] as number)] as number;
      into[at + 1 + i] = below + (this.#beyond[i] as number) * (above - below);
      // Adding 0 makes -0 a plain 0, whichever of the two zeros selection met first.
      into[at + 2 + count + i] = this.standardErrors ? (high - low) / 2 + 0 : NaN;
    }
  }
}

/** More would not fit the counts of draws. */
const MOST_DRAWS = 2 ** 31 - 1;

function gapAround(draws: number, percent: number): [number, number] {
  const q = percent / 100;
  const middle = (draws * percent) / 100;
  const reach = Math.sqrt(draws * q * (1 - q));
  const within = (rank: number): number => Math.min(draws, Math.max(1, Math.round(rank))) - 1;
  return [within(middle - reach), within(middle + reach)];
}

function refuseDraws(draws: number): never {
  throw new ModelInputError({
    code: "summary.draws",
    message: `A summary is asked for of ${draws} draws. Give a whole number from 1 to ${MOST_DRAWS}.`,
    path: "draws",
    value: String(draws),
    expected: `a whole number from 1 to ${MOST_DRAWS}`,
  });
}

function refusePercentile(percent: number): never {
  throw new ModelInputError({
    code: "summary.percentile",
    message: `A percentile of ${percent} is asked for. Give percentiles from 0 to 100.`,
    path: "percentiles",
    value: String(percent),
    expected: "a number from 0 to 100",
  });
}
