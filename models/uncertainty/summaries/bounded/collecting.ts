/**
 * The passes after the first: the draws in the zones are kept, equal ones together. Where they are too many the zones
 * with the most are dropped and counted by parts instead, and the next pass takes the part. What is kept, dropped or
 * added up in one thread can be merged with that of others in any order; no order changes a result.
 */
import { binOf } from "../bins.ts";
import type { Chunk } from "./chunk.ts";
import { partOf } from "./number-parts.ts";
import type { CollectingTask, SumTask } from "./collecting-task.ts";
import { mergeTallies, noTallies, tally } from "./tallies.ts";
import type { Tallies } from "./tallies.ts";

/** What some of the draws came to; goes to other threads as it is. */
export interface Collected {
  readonly draws: number;
  readonly tallies: Tallies;
  /** 1 for each zone whose draws were too many to keep. */
  readonly dropped: Uint8Array;
  /** Tables by parts: how many draws, the lowest and the highest. */
  readonly parts: Uint32Array;
  readonly partLowest: Float64Array;
  readonly partHighest: Float64Array;
  /** Sums of each series: t coarse, t fine, t² coarse, t² fine. */
  readonly sums: Float64Array;
}

export class Collector {
  readonly #task: CollectingTask;
  readonly #zoneOf: Int32Array;
  readonly #values: Float64Array;
  readonly #parts: Uint32Array;
  readonly #partLowest: Float64Array;
  readonly #partHighest: Float64Array;
  readonly #sums: Float64Array;
  #dropped: Uint8Array;
  #tallies: Tallies;
  #size = 0;
  #draws = 0;

  constructor(task: CollectingTask) {
    const zones = task.series.length;
    const cells = task.partFrom.length * task.parts;
    this.#task = task;
    this.#zoneOf = new Int32Array(Math.ceil(task.capacity / 4));
    this.#values = new Float64Array(this.#zoneOf.length);
    this.#parts = new Uint32Array(cells);
    this.#partLowest = new Float64Array(cells).fill(Infinity);
    this.#partHighest = new Float64Array(cells).fill(-Infinity);
    this.#sums = new Float64Array(task.sums === null ? 0 : 4 * task.counting.series);
    this.#dropped = new Uint8Array(zones);
    this.#tallies = noTallies(zones);
  }

  add(chunk: Chunk): void {
    const { counting, sums } = this.#task;
    for (let s = 0; s < counting.series; s++) {
      if (sums !== null) this.#addUp(chunk, s, sums);
      this.#collect(chunk, s);
    }
    this.#draws += chunk.count;
  }

  #collect({ values, stride, at, count }: Chunk, s: number): void {
    const { counting, zoneOfBin } = this.#task;
    const from = counting.from[s] as number;
    const perUnit = counting.perUnit[s] as number;
    const firstBin = s * counting.bins;
    const lastBin = counting.bins - 1;
    const start = s * stride + at;
    for (let i = 0; i < count; i++) {
      const value = values[start + i] as number;
      const bin = binOf(value, from, perUnit, lastBin);
      const zone = zoneOfBin[firstBin + bin] as number;
      if (zone > 0) this.#place(value, s, bin, zone - 1);
    }
  }

  /** Puts a draw of bin `bin` into that one of its zones that it is in, if any; `first` is the first of them. */
  #place(value: number, s: number, bin: number, first: number): void {
    const { series, bin: bins, lowest, highest, table } = this.#task;
    for (let zone = first; bins[zone] === bin && series[zone] === s; zone++) {
      if (value > (highest[zone] as number)) continue;
      if (value < (lowest[zone] as number)) return;
      if ((table[zone] as number) >= 0) this.#countPart(value, table[zone] as number);
      if (this.#dropped[zone] === 0) this.#keep(value, zone);
      return;
    }
  }

  #keep(value: number, zone: number): void {
    this.#zoneOf[this.#size] = zone;
    this.#values[this.#size++] = value;
    if (this.#size === this.#values.length) this.#settle();
  }

  #countPart(value: number, table: number): void {
    const { parts, partFrom, partPerDouble } = this.#task;
    const part = table * parts + partOf(value, partFrom[table] as number, partPerDouble[table] as number, parts - 1);
    this.#parts[part] = (this.#parts[part] as number) + 1;
    if (value < (this.#partLowest[part] as number)) this.#partLowest[part] = value;
    if (value > (this.#partHighest[part] as number)) this.#partHighest[part] = value;
  }

  /** Brings the latest draws into the tallies, and drops zones where that is too much. */
  #settle(): void {
    const latest = tally(this.#zoneOf, this.#values, this.#size, this.#dropped.length);
    this.#size = 0;
    ({ tallies: this.#tallies, dropped: this.#dropped } = fit(this.#task, this.#tallies, latest, this.#dropped));
  }

  #addUp({ values, stride, at, count }: Chunk, s: number, { coarse, fine, middle, perUnit }: SumTask): void {
    const start = s * stride + at;
    const centre = middle[s] as number;
    const scale = perUnit[s] as number;
    const sums = this.#sums;
    let first = sums[4 * s] as number;
    let second = sums[4 * s + 1] as number;
    let firstSquare = sums[4 * s + 2] as number;
    let secondSquare = sums[4 * s + 3] as number;
    for (let i = 0; i < count; i++) {
      const t = ((values[start + i] as number) - centre) * scale;
      const rounded = t + coarse - coarse;
      first += rounded;
      second += t - rounded + fine - fine;
      const square = t * t;
      const roundedSquare = square + coarse - coarse;
      firstSquare += roundedSquare;
      secondSquare += square - roundedSquare + fine - fine;
    }
    sums[4 * s] = first;
    sums[4 * s + 1] = second;
    sums[4 * s + 2] = firstSquare;
    sums[4 * s + 3] = secondSquare;
  }

  /** What all chunks so far came to. */
  get collected(): Collected {
    this.#settle();
    return {
      draws: this.#draws,
      tallies: this.#tallies,
      dropped: this.#dropped,
      parts: this.#parts,
      partLowest: this.#partLowest,
      partHighest: this.#partHighest,
      sums: this.#sums,
    };
  }
}

/** Merges two tallies within the capacity: where they are more, the zones with the most, which are counted by parts, go. */
function fit(
  { capacity, table, partFrom }: CollectingTask,
  first: Tallies,
  second: Tallies,
  dropped: Uint8Array,
): { tallies: Tallies; dropped: Uint8Array } {
  const tallies = mergeTallies(first, second, dropped);
  if (tallies.values.length <= capacity) return { tallies, dropped };
  // Zones without a table fill half the capacity at most, so this leaves the other half to those with one.
  const most = capacity / 2 / partFrom.length;
  const more = dropped.map((was, zone) => {
    const size = (tallies.starts[zone + 1] as number) - (tallies.starts[zone] as number);
    return (table[zone] as number) >= 0 && size > most ? 1 : was;
  });
  return { tallies: mergeTallies(tallies, noTallies(more.length), more), dropped: more };
}

/** What the draws of both came to. */
export function mergeCollected(task: CollectingTask, first: Collected, second: Collected): Collected {
  const eitherDropped = first.dropped.map((was, zone) => was | (second.dropped[zone] as number));
  return {
    draws: first.draws + second.draws,
    ...fit(task, first.tallies, second.tallies, eitherDropped),
    parts: first.parts.map((count, i) => count + (second.parts[i] as number)),
    partLowest: first.partLowest.map((value, i) => Math.min(value, second.partLowest[i] as number)),
    partHighest: first.partHighest.map((value, i) => Math.max(value, second.partHighest[i] as number)),
    sums: first.sums.map((sum, i) => sum + (second.sums[i] as number)),
  };
}
