/**
 * The first pass over draws that are not kept: how many of each series fall in each bin, and its lowest and highest draw.
 * Counts are whole numbers, so partial counts can be merged in any order.
 */
import { binOf, scaleFrom } from "../bins.ts";
import { refuseDraw } from "../not-finite.ts";
import type { Chunk } from "./chunk.ts";

/** What to count; goes to other threads as it is. */
export interface CountingTask {
  readonly series: number;
  /** Bins of each series. */
  readonly bins: number;
  /** Scale of the bins of each series (`bins.ts`). */
  readonly from: Float64Array;
  readonly perUnit: Float64Array;
}

/** What some of the draws came to; goes to other threads as it is. */
export interface Counts {
  readonly draws: number;
  /** Series by bins. */
  readonly bins: Uint32Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** See `scaleFrom`: a percentile in an open bin may cost one more pass over all draws. */
const REACH = 4;

/** Fixes the bins of every series from a sample, the first few hundred draws for example. */
export function countingTask(
  sample: Chunk,
  series: number,
  percentiles: readonly number[],
  bins: number,
): CountingTask {
  const from = new Float64Array(series);
  const perUnit = new Float64Array(series);
  const lowest = Math.min(100, ...percentiles);
  const highest = Math.max(0, ...percentiles);
  for (let s = 0; s < series; s++) {
    const start = s * sample.stride + sample.at;
    const sorted = sample.values.slice(start, start + sample.count).sort();
    const scale = scaleFrom(sorted, lowest, highest, REACH, bins);
    from[s] = scale.from;
    perUnit[s] = scale.perUnit;
  }
  return { series, bins, from, perUnit };
}

/** Counts chunks of draws; each thread has its own. */
export class Counter {
  readonly #task: CountingTask;
  readonly #bins: Uint32Array;
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;
  #draws = 0;

  constructor(task: CountingTask) {
    this.#task = task;
    this.#bins = new Uint32Array(task.series * task.bins);
    this.#lowest = new Float64Array(task.series).fill(Infinity);
    this.#highest = new Float64Array(task.series).fill(-Infinity);
  }

  /** Throws ModelInputError for a draw that is not finite. */
  add(chunk: Chunk): void {
    for (let s = 0; s < this.#task.series; s++) this.#addSeries(chunk, s);
    this.#draws += chunk.count;
  }

  #addSeries({ values, stride, at, count, firstDraw }: Chunk, s: number): void {
    const { bins, from, perUnit } = this.#task;
    const table = this.#bins;
    const firstBin = s * bins;
    const scaleFrom = from[s] as number;
    const scale = perUnit[s] as number;
    const start = s * stride + at;
    let lowest = this.#lowest[s] as number;
    let highest = this.#highest[s] as number;
    for (let i = 0; i < count; i++) {
      const value = values[start + i] as number;
      if (!(value >= lowest)) {
        if (!Number.isFinite(value)) refuseDraw(firstDraw + i, value);
        lowest = value;
      }
      if (value > highest) {
        if (value === Infinity) refuseDraw(firstDraw + i, value);
        highest = value;
      }
      const bin = firstBin + binOf(value, scaleFrom, scale, bins - 1);
      table[bin] = (table[bin] as number) + 1;
    }
    this.#lowest[s] = lowest;
    this.#highest[s] = highest;
  }

  /** What all chunks so far came to. */
  get counts(): Counts {
    return { draws: this.#draws, bins: this.#bins, lowest: this.#lowest, highest: this.#highest };
  }
}

/** Counts of the draws of both; the order of merging makes no difference. */
export function mergeCounts(first: Counts, second: Counts): Counts {
  return {
    draws: first.draws + second.draws,
    bins: first.bins.map((count, i) => count + (second.bins[i] as number)),
    lowest: first.lowest.map((value, s) => Math.min(value, second.lowest[s] as number)),
    highest: first.highest.map((value, s) => Math.max(value, second.highest[s] as number)),
  };
}
