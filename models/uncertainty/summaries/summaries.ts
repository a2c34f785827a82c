/**
 * Summaries of the draws of one figure that are all in memory: mean, percentiles, and the Monte Carlo standard error of
 * each, s / √n for a mean (`percentile-ranks.ts` for a percentile). They are for independent draws: there are none for
 * Sobol points. `bounded/` gives the same bits for draws that are not all in memory.
 */
import { binOf, scaleFrom } from "./bins.ts";
import { errorOfMean, meanFrom, measureOf, roundingConstants, WIDEST_RANGE } from "./exact-sum.ts";
import type { Measure } from "./exact-sum.ts";
import { refuseDraw, refuseRange } from "./not-finite.ts";
import { PercentileRanks } from "./percentile-ranks.ts";
import type { SummaryRequest } from "./percentile-ranks.ts";
import { selectRanks } from "./select.ts";

/** The percentiles that are reported unless others are asked for, in per cent. */
export const PERCENTILES: readonly number[] = [5, 10, 25, 50, 75, 90, 95];

export interface Estimate {
  readonly value: number;
  /** Null where there is none: Sobol points, or a single draw. */
  readonly standardError: number | null;
}

export interface Summary {
  readonly mean: Estimate;
  /** By per cent. */
  readonly percentiles: ReadonlyMap<number, Estimate>;
}

const MOST_BINS = 1024;
/** Bins are worth their clearing and counting where about as many draws fall in each. */
const DRAWS_A_BIN = 5;
const MOST_SAMPLED = 100;
const DRAWS_A_SAMPLE = 12;
/** See `scaleFrom`: a small reach, as bins that are narrow are worth more here than never missing. */
const REACH = 2;
/** Fewer draws than this are selected from as they are: bins would not pay. */
const BINS_FROM = 300;

/** Summarises figures of as many draws, one after the other, without allocating. */
export class Summariser {
  readonly plan: PercentileRanks;
  readonly #coarse: number;
  readonly #fine: number;
  readonly #gathered: Float64Array;
  /** Places in `#gathered` of the ranks of the plan. */
  readonly #places: Int32Array;
  readonly #found: Float64Array;
  readonly #counts: Int32Array;
  /** 1 + the segment of each bin that is needed, 0 for the others. */
  readonly #needed: Uint16Array;
  readonly #binOfDraw: Uint16Array;
  readonly #sample: Float64Array;
  readonly #outermost: readonly [number, number];
  /** The bins that are needed, one after the other: where their draws end in `#gathered`, and their first rank. */
  #segments = 0;
  readonly #ends: Int32Array;
  readonly #firstRank: Int32Array;
  #lowest = 0;
  #highest = 0;

  /** Throws ModelInputError for a number of draws or a percentile that cannot be. */
  constructor(request: SummaryRequest) {
    this.plan = new PercentileRanks(request);
    const { draws, ranks, percentiles } = this.plan;
    const { coarse, fine } = roundingConstants(draws);
    this.#coarse = coarse;
    this.#fine = fine;
    const bins = Math.min(MOST_BINS, 2 ** Math.ceil(Math.log2(Math.max(2, draws / DRAWS_A_BIN))));
    this.#sample = new Float64Array(Math.min(MOST_SAMPLED, Math.ceil(draws / DRAWS_A_SAMPLE)));
    this.#counts = new Int32Array(bins);
    this.#needed = new Uint16Array(bins);
    this.#gathered = new Float64Array(draws);
    this.#binOfDraw = new Uint16Array(draws);
    this.#places = new Int32Array(ranks.length);
    this.#found = new Float64Array(ranks.length);
    this.#ends = new Int32Array(ranks.length);
    this.#firstRank = new Int32Array(ranks.length + 1);
    this.#outermost = [Math.min(100, ...percentiles), Math.max(0, ...percentiles)];
  }

  /** How many numbers a summary takes. */
  get width(): number {
    return this.plan.width;
  }

  /**
   * Summarises `values[start .. start + draws - 1]` (left as they are) into `into`, from place `at`: the mean, the
   * percentiles, then their standard errors in the same order, NaN for one that does not exist. Throws ModelInputError
   * for a value that is not finite.
   */
  summarise(values: Float64Array, start: number, into: Float64Array, at: number): void {
    const { draws, percentiles, standardErrors } = this.plan;
    const inBins = draws >= BINS_FROM;
    if (inBins) this.#countBins(values, start);
    else this.#findRange(values, start);
    const range = this.#highest - this.#lowest;
    if (!(range < WIDEST_RANGE)) this.#refuse(values, start);
    const measure = measureOf(this.#lowest, this.#highest);
    if (range > 0) this.#placeRanks(inBins);
    else this.#found.fill(this.#lowest);
    const sum = this.#gatherAndAdd(values, start, measure);
    into[at] = meanFrom(measure, draws, sum);
    into[at + 1 + percentiles.length] = standardErrors
      ? errorOfMean(measure, draws, sum, this.#addSquares(values, start, measure))
      : NaN;
    if (range > 0) this.#select();
    this.#needed.fill(0);
    this.plan.write(this.#found, 0, into, at);
  }

  /** Lowest and highest draw, and how many draws are in each bin. */
  #countBins(values: Float64Array, start: number): void {
    const draws = this.plan.draws;
    const counts = this.#counts;
    const binOfDraw = this.#binOfDraw;
    const step = Math.floor(draws / this.#sample.length);
    for (let i = 0; i < this.#sample.length; i++) this.#sample[i] = values[start + i * step] as number;
    const { from, perUnit } = scaleFrom(
      this.#sample.sort(),
      this.#outermost[0],
      this.#outermost[1],
      REACH,
      this.#counts.length,
    );
    counts.fill(0);
    const last = counts.length - 1;
    let lowest = values[start] as number;
    let highest = lowest;
    for (let i = 0; i < draws; i++) {
      const value = values[start + i] as number;
      if (!(value >= lowest)) {
        if (Number.isNaN(value)) refuseDraw(i, value);
        lowest = value;
      } else if (!(value <= highest)) highest = value;
      const bin = binOf(value, from, perUnit, last);
      binOfDraw[i] = bin;
      counts[bin] = (counts[bin] as number) + 1;
    }
    this.#lowest = lowest;
    this.#highest = highest;
  }

  #findRange(values: Float64Array, start: number): void {
    let lowest = values[start] as number;
    let highest = lowest;
    for (let i = 0; i < this.plan.draws; i++) {
      const value = values[start + i] as number;
      if (!(value >= lowest)) {
        if (Number.isNaN(value)) refuseDraw(i, value);
        lowest = value;
      } else if (!(value <= highest)) highest = value;
    }
    this.#lowest = lowest;
    this.#highest = highest;
  }

  /** Which bins hold the ranks of the plan, and where those ranks will be among the draws gathered from them. */
  #placeRanks(inBins: boolean): void {
    const { ranks, draws } = this.plan;
    this.#segments = 0;
    let below = 0;
    let start = 0;
    for (let bin = 0, k = 0; k < ranks.length; bin++) {
      // Without bins all draws are still in bin 0.
      const count = inBins ? (this.#counts[bin] as number) : draws;
      if ((ranks[k] as number) < below + count) {
        this.#firstRank[this.#segments] = k;
        this.#ends[this.#segments++] = start;
        this.#needed[bin] = this.#segments;
        for (; k < ranks.length && (ranks[k] as number) < below + count; k++) {
          this.#places[k] = (ranks[k] as number) - below + start;
        }
        start += count;
      }
      below += count;
    }
    this.#firstRank[this.#segments] = ranks.length;
  }

  /** Finds the ranks of the plan among the draws gathered. */
  #select(): void {
    const gathered = this.#gathered;
    const places = this.#places;
    let start = 0;
    for (let i = 0; i < this.#segments; i++) {
      const end = this.#ends[i] as number;
      selectRanks(gathered, start, end - 1, places, this.#firstRank[i] as number, this.#firstRank[i + 1] as number);
      start = end;
    }
    for (let k = 0; k < places.length; k++) this.#found[k] = gathered[places[k] as number] as number;
  }

  /** Gathers the draws of the bins that are needed, bin by bin, and gives the sum of t of all draws. */
  #gatherAndAdd(values: Float64Array, start: number, { middle, perUnit }: Measure): number {
    const draws = this.plan.draws;
    const coarse = this.#coarse;
    const fine = this.#fine;
    const binOfDraw = this.#binOfDraw;
    const needed = this.#needed;
    const gathered = this.#gathered;
    const ends = this.#ends;
    let first = 0;
    let second = 0;
    for (let i = 0; i < draws; i++) {
      const value = values[start + i] as number;
      const segment = needed[binOfDraw[i] as number] as number;
      if (segment !== 0) {
        const place = ends[segment - 1] as number;
        gathered[place] = value;
        ends[segment - 1] = place + 1;
      }
      const t = (value - middle) * perUnit;
      const rounded = t + coarse - coarse;
      first += rounded;
      second += t - rounded + fine - fine;
    }
    return first + second;
  }

  #addSquares(values: Float64Array, start: number, { middle, perUnit }: Measure): number {
    const draws = this.plan.draws;
    const coarse = this.#coarse;
    const fine = this.#fine;
    let first = 0;
    let second = 0;
    for (let i = 0; i < draws; i++) {
      const t = ((values[start + i] as number) - middle) * perUnit;
      const square = t * t;
      const rounded = square + coarse - coarse;
      first += rounded;
      second += square - rounded + fine - fine;
    }
    return first + second;
  }

  #refuse(values: Float64Array, start: number): never {
    for (let i = 0; i < this.plan.draws; i++) {
      const value = values[start + i] as number;
      if (!Number.isFinite(value)) refuseDraw(i, value);
    }
    refuseRange(this.#lowest, this.#highest);
  }
}

/** Summary of one figure's draws; `standardErrors` false for Sobol points. */
export function summaryOf(
  values: Float64Array,
  standardErrors: boolean,
  percentiles: readonly number[] = PERCENTILES,
): Summary {
  const summariser = new Summariser({ draws: values.length, percentiles, standardErrors });
  const row = new Float64Array(summariser.width);
  summariser.summarise(values, 0, row, 0);
  return readSummary(row, 0, percentiles);
}

/** Reads the summary for `percentiles` that `from` holds at place `at`. */
export function readSummary(from: Float64Array, at: number, percentiles: readonly number[] = PERCENTILES): Summary {
  const count = percentiles.length;
  const estimate = (i: number): Estimate => {
    const error = from[at + 1 + count + i] as number;
    return { value: from[at + i] as number, standardError: Number.isNaN(error) ? null : error };
  };
  return { mean: estimate(0), percentiles: new Map(percentiles.map((percent, i) => [percent, estimate(i + 1)])) };
}
