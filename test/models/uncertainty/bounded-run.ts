/** Summaries in bounded memory of draws that a test has in memory, as threads would make them. */
import { BoundedSummaries } from "../../../models/uncertainty/summaries/bounded/bounded-summaries.ts";
import type { Chunk } from "../../../models/uncertainty/summaries/bounded/chunk.ts";
import { Collector, mergeCollected } from "../../../models/uncertainty/summaries/bounded/collecting.ts";
import { Counter, mergeCounts } from "../../../models/uncertainty/summaries/bounded/counting.ts";
import type { SummaryRequest } from "../../../models/uncertainty/summaries/percentile-ranks.ts";

export interface Split {
  /** Which thread makes each chunk; chunks are of the sizes given, over and over. */
  readonly threads: readonly number[];
  readonly sizes: readonly number[];
  readonly budget: number;
  /** Draws in the sample that sets the bins. */
  readonly sample: number;
}

/** Chunks of each thread, the last first in every second thread. */
function chunksOf(makeChunk: (from: number, count: number) => Chunk, draws: number, split: Split): Chunk[][] {
  const threads = new Map<number, Chunk[]>();
  for (let from = 0, c = 0; from < draws; c++) {
    const count = Math.min(draws - from, split.sizes[c % split.sizes.length] as number);
    const thread = split.threads[c % split.threads.length] as number;
    threads.set(thread, [...(threads.get(thread) ?? []), makeChunk(from, count)]);
    from += count;
  }
  return [...threads].map(([thread, chunks]) => (thread % 2 === 0 ? chunks : chunks.reverse()));
}

/** The table of summaries (series by `width`), and how many passes over the draws it took. */
export function boundedTable(
  makeChunk: (from: number, count: number) => Chunk,
  request: SummaryRequest,
  series: number,
  split: Split,
): { table: Float64Array; passes: number } {
  const sample = makeChunk(0, Math.min(request.draws, split.sample));
  const summaries = new BoundedSummaries(request, series, sample, split.budget);
  const threads = chunksOf(makeChunk, request.draws, split);
  const counts = threads.map((chunks) => {
    const counter = new Counter(structuredClone(summaries.counting));
    for (const chunk of chunks) counter.add(chunk);
    return structuredClone(counter.counts);
  });
  let passes = 1;
  let task: ReturnType<BoundedSummaries["afterCollecting"]> = summaries.afterCounting(counts.reduceRight(mergeCounts));
  while (task !== null) {
    const todo = task;
    const collected = threads.map((chunks) => {
      const collector = new Collector(structuredClone(todo));
      for (const chunk of chunks) collector.add(chunk);
      return structuredClone(collector.collected);
    });
    task = summaries.afterCollecting(collected.reduceRight((all, one) => mergeCollected(todo, all, one)));
    passes++;
  }
  const table = new Float64Array(series * summaries.width);
  summaries.write(table, 0);
  return { table, passes };
}
