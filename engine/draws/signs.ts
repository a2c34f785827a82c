/** How many draws of a series are above and below 0. */
import type { DrawnResults } from "../../models/index.ts";

/** Counts of all series of a program: above 0 at 2 s, below 0 at 2 s + 1. Those that nobody asked for stay 0. */
export type Signs = Uint32Array;

export function newSigns(series: number): Signs {
  return new Uint32Array(new SharedArrayBuffer(2 * series * Uint32Array.BYTES_PER_ELEMENT));
}

/** 1 for each series of these results, 0 for the others of the program. */
export function markedSeries(results: DrawnResults, series: number): Uint8Array {
  const marked = new Uint8Array(series);
  for (const result of results.values()) for (const s of result.series) if (s >= 0) marked[s] = 1;
  return marked;
}

/** Adds what `values[start .. start + count - 1]`, draws of series `s`, come to. */
export function addSigns(values: Float64Array, start: number, count: number, s: number, signs: Signs): void {
  let above = 0;
  let below = 0;
  for (let i = start; i < start + count; i++) {
    const value = values[i] as number;
    if (value > 0) above++;
    else if (value < 0) below++;
  }
  signs[2 * s] = (signs[2 * s] as number) + above;
  signs[2 * s + 1] = (signs[2 * s + 1] as number) + below;
}

/** The counts of several threads together. */
export function mergeSigns(first: Signs, second: Signs): Signs {
  return first.map((count, i) => count + (second[i] as number));
}
