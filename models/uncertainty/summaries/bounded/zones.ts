/**
 * A zone is a stretch of the values of a series that holds ranks that are needed: at first a bin of the first pass, later
 * a part of one. The draws in it are collected, unless they are too many; then a narrower zone is found within it.
 */
import type { CountingTask, Counts } from "./counting.ts";

export interface Zone {
  readonly series: number;
  /** Bin of the first pass that it is in. */
  readonly bin: number;
  /** Its draws are those of the bin from `lowest` to `highest`, both among them. */
  readonly lowest: number;
  readonly highest: number;
  /** Draws of the series below the zone, and in it. */
  readonly below: number;
  readonly count: number;
  /** The ranks in it are those at places `fromRank` to `toRank` - 1 of the list. */
  readonly fromRank: number;
  readonly toRank: number;
}

/** The parts, rising, that hold ranks: part p has `counts(p)` draws, the first part has `below` draws below it. */
export function partsWithRanks(
  parts: number,
  countOf: (part: number) => number,
  below: number,
  ranks: Int32Array,
  fromRank: number,
  toRank: number,
): { part: number; below: number; count: number; fromRank: number; toRank: number }[] {
  const found = [];
  let before = below;
  let k = fromRank;
  for (let part = 0; part < parts && k < toRank; part++) {
    const count = countOf(part);
    const start = k;
    while (k < toRank && (ranks[k] as number) < before + count) k++;
    if (k > start) found.push({ part, below: before, count, fromRank: start, toRank: k });
    before += count;
  }
  return found;
}

/** The zones of all series after the first pass: each bin that holds ranks. */
export function firstZones({ series, bins }: CountingTask, counts: Counts, ranks: Int32Array): Zone[] {
  const zones: Zone[] = [];
  for (let s = 0; s < series; s++) {
    const countOf = (bin: number): number => counts.bins[s * bins + bin] as number;
    for (const { part, ...rest } of partsWithRanks(bins, countOf, 0, ranks, 0, ranks.length)) {
      const ends = { lowest: counts.lowest[s] as number, highest: counts.highest[s] as number };
      zones.push({ series: s, bin: part, ...ends, ...rest });
    }
  }
  return zones;
}
