/**
 * Summaries of draws that are not all in memory, with the same bits as `Summariser`, in memory that does not grow with
 * the number of draws: the draws are made two times or more, in any chunks, on any number of threads.
 *
 *     const summaries = new BoundedSummaries(request, series, sample, budget);
 *     // pass 1, on each thread: a Counter(summaries.counting), add(chunk) ..., then its counts; mergeCounts
 *     let task = summaries.afterCounting(counts);
 *     // pass 2 and, seldom, more: a Collector(task), add(chunk) ..., then what it collected; mergeCollected(task, ...)
 *     while (task !== null) task = summaries.afterCollecting(collected);
 *     summaries.write(into, 0);
 *
 * Memory: each thread, and the merging of them, holds about `budget` bytes, or 2 kB for each series and percentile if that
 * is more. Draws are counted in bins first; then those in the bins that hold the ranks of the percentiles are kept, equal
 * ones together. A pass more is needed where one bin has more different values than there is room for.
 */
import { errorOfMean, meanFrom, WIDEST_RANGE } from "../exact-sum.ts";
import { refuseRange } from "../not-finite.ts";
import { PercentileRanks } from "../percentile-ranks.ts";
import type { SummaryRequest } from "../percentile-ranks.ts";
import type { Chunk } from "./chunk.ts";
import type { Collected } from "./collecting.ts";
import { collectingTask, sumTask } from "./collecting-task.ts";
import type { CollectingTask, SumTask } from "./collecting-task.ts";
import { countingTask } from "./counting.ts";
import type { CountingTask, Counts } from "./counting.ts";
import { firstZones, partsWithRanks } from "./zones.ts";
import type { Zone } from "./zones.ts";

const MOST_BINS = 1024;
const FEWEST_BINS = 32;
const BYTES_BIN = 4;

export class BoundedSummaries {
  readonly plan: PercentileRanks;
  readonly series: number;
  /** What the first pass is to count. */
  readonly counting: CountingTask;
  readonly #budget: number;
  /** Series by ranks of the plan: the draws of those ranks, as far as they are known. */
  readonly #found: Float64Array;
  #zones: readonly Zone[] = [];
  #task: CollectingTask | null = null;
  #sumTask: SumTask | null = null;
  #sums: Float64Array = new Float64Array(0);

  /**
   * `sample` holds some draws of every series, the first few hundred for example: it sets the bins, and no result. Throws
   * ModelInputError for a number of draws or a percentile that cannot be.
   */
  constructor(request: SummaryRequest, series: number, sample: Chunk, budget: number) {
    this.plan = new PercentileRanks(request);
    this.series = series;
    this.#budget = budget;
    const fitting = Math.floor(budget / 4 / BYTES_BIN / Math.max(1, series));
    const bins = Math.min(MOST_BINS, Math.max(FEWEST_BINS, fitting));
    this.counting = countingTask(sample, series, request.percentiles, bins);
    this.#found = new Float64Array(series * this.plan.ranks.length);
  }

  /** What the second pass is to collect. Throws ModelInputError for draws that are too far apart to be added up. */
  afterCounting(counts: Counts): CollectingTask {
    this.#checkDraws(counts.draws);
    counts.lowest.forEach((lowest, s) => {
      const highest = counts.highest[s] as number;
      if (!(highest - lowest < WIDEST_RANGE)) refuseRange(lowest, highest);
    });
    this.#sumTask = sumTask(this.plan.draws, counts);
    this.#zones = this.#withoutSpikes(firstZones(this.counting, counts, this.plan.ranks));
    this.#task = collectingTask(this.counting, this.#zones, this.#budget, this.#sumTask);
    return this.#task;
  }

  /** What one more pass is to collect; null when all is known. */
  afterCollecting(collected: Collected): CollectingTask | null {
    this.#checkDraws(collected.draws);
    if (this.#task?.sums !== null) this.#sums = collected.sums;
    const narrower: Zone[] = [];
    this.#zones.forEach((zone, z) => {
      if (collected.dropped[z] === 1) narrower.push(...this.#partsOf(zone, z, collected));
      else this.#readRanks(zone, z, collected);
    });
    this.#zones = this.#withoutSpikes(narrower);
    this.#task = this.#zones.length === 0 ? null : collectingTask(this.counting, this.#zones, this.#budget, null);
    return this.#task;
  }

  /** How many numbers the summary of a series takes. */
  get width(): number {
    return this.plan.width;
  }

  /** Writes the summaries of all series, one after the other, to `into` from place `at`, as `Summariser.summarise` does. */
  write(into: Float64Array, at: number): void {
    const { draws, percentiles, ranks, standardErrors, width } = this.plan;
    const { middle, perUnit } = this.#sumTask as SumTask;
    const sums = this.#sums;
    for (let s = 0; s < this.series; s++) {
      const place = at + s * width;
      const measure = { middle: middle[s] as number, perUnit: perUnit[s] as number };
      const sum = (sums[4 * s] as number) + (sums[4 * s + 1] as number);
      const squares = (sums[4 * s + 2] as number) + (sums[4 * s + 3] as number);
      into[place] = meanFrom(measure, draws, sum);
      into[place + 1 + percentiles.length] = standardErrors ? errorOfMean(measure, draws, sum, squares) : NaN;
      this.plan.write(this.#found, s * ranks.length, into, place);
    }
  }

  #partsOf(zone: Zone, z: number, { parts, partLowest, partHighest }: Collected): Zone[] {
    const { ranks } = this.plan;
    const { table, parts: count } = this.#task as CollectingTask;
    const first = (table[z] as number) * count;
    const countOf = (part: number): number => parts[first + part] as number;
    return partsWithRanks(count, countOf, zone.below, ranks, zone.fromRank, zone.toRank).map(({ part, ...rest }) => ({
      series: zone.series,
      bin: zone.bin,
      lowest: partLowest[first + part] as number,
      highest: partHighest[first + part] as number,
      ...rest,
    }));
  }

  /** Takes out zones of a single value: it is the draw of every rank in them. */
  #withoutSpikes(zones: readonly Zone[]): Zone[] {
    return zones.filter(({ series, lowest, highest, fromRank, toRank }) => {
      if (lowest < highest) return true;
      const first = series * this.plan.ranks.length;
      this.#found.fill(lowest, first + fromRank, first + toRank);
      return false;
    });
  }

  #readRanks(zone: Zone, z: number, { tallies }: Collected): void {
    const { ranks } = this.plan;
    let entry = tallies.starts[z] as number;
    let reached = zone.below + (tallies.times[entry] as number);
    for (let k = zone.fromRank; k < zone.toRank; k++) {
      while ((ranks[k] as number) >= reached) reached += tallies.times[++entry] as number;
      this.#found[zone.series * ranks.length + k] = tallies.values[entry] as number;
    }
  }

  #checkDraws(draws: number): void {
    if (draws === this.plan.draws) return;
    throw new RangeError(`${draws} draws were added up to a summary of ${this.plan.draws}.`);
  }
}
