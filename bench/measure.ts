/** Timing by medians within one run: absolute times are noisy, ratios against a named peer in the same run are not. */

export interface Measurement {
  readonly medianMs: number;
  readonly lowestMs: number;
  readonly times: number;
}

/** Times `work` after a warm-up; both run the given number of times. */
export async function measure(work: () => unknown, times: number, warmUp = times): Promise<Measurement> {
  for (let i = 0; i < warmUp; i++) await work();
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return summarise(taken);
}

/** Median and lowest of times in milliseconds. Throws on an empty list. */
export function summarise(taken: readonly number[]): Measurement {
  const ordered = taken.toSorted((a, b) => a - b);
  const median = ordered[Math.floor(ordered.length / 2)];
  const lowest = ordered[0];
  if (median === undefined || lowest === undefined) throw new Error("Nothing was measured.");
  return { medianMs: median, lowestMs: lowest, times: ordered.length };
}

export interface BenchRow {
  readonly what: string;
  readonly ours: Measurement;
  /** Name and version of what it is compared with. */
  readonly peer: string;
  /** Null where the machine has no such peer. */
  readonly theirs: Measurement | null;
  readonly aim: string;
}
