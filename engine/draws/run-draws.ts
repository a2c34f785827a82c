/**
 * A run with draws: a coarse answer from the first draws, then the whole one. Up to a budget all draws of the results are
 * kept and summarised at the end; beyond it they are worked out twice or more and never kept, so that memory does not
 * grow with their number. Both ways, any number of threads and any tile give the same numbers to the last bit.
 */
import {
  BoundedSummaries,
  mergeCollected,
  mergeCounts,
  PERCENTILES,
  recordOf,
  Summariser,
} from "../../models/index.ts";
import type { DrawMachine, DrawnResults, DrawProgram, DrawsPlan, SummaryRequest } from "../../models/index.ts";
import type { Crew, OpenRun } from "./crew.ts";
import { DrawFailure } from "./draw-work.ts";
import { markedSeries, mergeSigns, newSigns } from "./signs.ts";
import type { Signs } from "./signs.ts";
import { CHUNK } from "./task.ts";
import type { CollectedAnswer, CountedAnswer, DrawTask, Phase, PhaseAnswer } from "./task.ts";

/** Bytes of results that are kept. */
export const KEPT_BYTES = 192 * 2 ** 20;
/** Bytes that each thread may use for summaries of draws that are not kept. */
const PASSING_BYTES = 48 * 2 ** 20;
/** Draws of the first answer that a thread takes at a time: all threads should have some. */
const FIRST_SHARE = 125;
/** Bytes of rows that a tile should take, so that they stay near the processor. */
const TILE_BYTES = 2 ** 19;

export interface DrawRun {
  readonly program: DrawProgram;
  readonly plan: DrawsPlan;
  /** Place `STOP` stops the run. */
  readonly shared: Int32Array;
  readonly percentiles?: readonly number[];
  /** Results of which the draws above and below 0 are counted. */
  readonly signed?: DrawnResults | undefined;
  readonly keptBytes?: number;
  /** Draws of a tile, if not the usual. */
  readonly tile?: number;
}

/** Summaries of all series, `width` numbers each, from so many draws. */
export interface Summaries {
  readonly draws: number;
  readonly width: number;
  readonly values: Float64Array;
  /** Draws above and below 0 of the results that are `signed`. */
  readonly signs: Signs | null;
}

/** The run was stopped. */
export class DrawsStopped extends Error {}

/** `coarse` is told the first answer when there is more to come. Throws DrawsStopped, DrawFailure and CrewLost. */
export async function runDraws(
  machine: DrawMachine,
  crew: Crew,
  run: DrawRun,
  coarse: (summaries: Summaries) => void,
): Promise<Summaries> {
  const { program, plan, shared, percentiles = PERCENTILES } = run;
  const request: SummaryRequest = { draws: plan.draws, percentiles, standardErrors: plan.points !== "sobol" };
  const first = Math.min(CHUNK, plan.draws);
  const width = new Summariser({ ...request, draws: first }).width;
  if (program.series === 0) return { draws: plan.draws, width, values: new Float64Array(0), signs: null };
  const { seed, draws, points, correlations, chance } = plan;
  const task: DrawTask = {
    program,
    plan: { seed, draws, points, correlations, chance, assumptions: plan.assumptions.map(recordOf) },
    signed: run.signed === undefined ? null : markedSeries(run.signed, program.series),
    tile: run.tile ?? tileOf(program),
    shared,
  };
  const kept = program.series * draws * Float64Array.BYTES_PER_ELEMENT <= (run.keptBytes ?? KEPT_BYTES);
  const store = machine.openResults(program.series, kept ? draws : first);
  const opened = crew.open(task);
  let settled = true;
  try {
    answered(...(await opened.phase({ kind: "keep", store, from: 0, to: first, share: FIRST_SHARE })));
    if (draws > first) coarse(await summarise(opened, store, { ...request, draws: first }, task));
    if (!kept) return await passing(opened, request, program.series, store);
    if (draws > first) answered(...(await opened.phase({ kind: "keep", store, from: first, to: draws, share: CHUNK })));
    return await summarise(opened, store, request, task);
  } catch (error) {
    settled = error instanceof DrawFailure || error instanceof DrawsStopped;
    throw error;
  } finally {
    opened.close();
    // After anything else, such as a lost thread, one of the threads may be writing still.
    if (settled) machine.closeResults(store);
  }
}

/** Draws whose rows fit near the processor: a multiple of 8, from 32 to 512. */
export function tileOf({ rows }: DrawProgram): number {
  const fitting = Math.floor(TILE_BYTES / Float64Array.BYTES_PER_ELEMENT / Math.max(1, rows) / 8) * 8;
  return Math.min(512, Math.max(32, fitting));
}

async function summarise(
  opened: OpenRun,
  store: Extract<Phase, { kind: "summarise" }>["store"],
  request: SummaryRequest,
  { program: { series }, signed }: DrawTask,
): Promise<Summaries> {
  const { width } = new Summariser(request);
  const bytes = series * width * Float64Array.BYTES_PER_ELEMENT;
  const into = new Float64Array(new SharedArrayBuffer(bytes));
  const signs = signed === null ? null : newSigns(series);
  answered(...(await opened.phase({ kind: "summarise", store, request, into, signs })));
  return { draws: request.draws, width, values: into, signs };
}

/** Draws that are not kept: counted in bins first, then collected where the percentiles are. */
async function passing(
  opened: OpenRun,
  request: SummaryRequest,
  series: number,
  sample: Extract<Phase, { kind: "summarise" }>["store"],
): Promise<Summaries> {
  const some = { values: sample.values, stride: sample.stride, at: 0, count: sample.stride, firstDraw: 0 };
  const summaries = new BoundedSummaries(request, series, some, PASSING_BYTES);
  const counted = answered(...(await opened.phase({ kind: "count", task: summaries.counting }))).filter(
    (answer): answer is CountedAnswer => answer.kind === "counted",
  );
  const counts = counted.flatMap((answer) => (answer.counts === null ? [] : [answer.counts]));
  const signs = counted.flatMap((answer) => (answer.signs === null ? [] : [answer.signs]));
  let task: ReturnType<BoundedSummaries["afterCollecting"]> = summaries.afterCounting(
    counts.reduce((all, some) => mergeCounts(all, some)),
  );
  while (task !== null) {
    const own = task;
    const collected = answered(...(await opened.phase({ kind: "collect", task: own })))
      .filter((answer): answer is CollectedAnswer => answer.kind === "collected")
      .flatMap((answer) => (answer.collected === null ? [] : [answer.collected]));
    task = summaries.afterCollecting(collected.reduce((all, some) => mergeCollected(own, all, some)));
  }
  const values = new Float64Array(series * summaries.width);
  summaries.write(values, 0);
  const merged = signs.length === 0 ? null : signs.reduce((all, some) => mergeSigns(all, some));
  return { draws: request.draws, width: summaries.width, values, signs: merged };
}

/** The answers, or the exception that one of them stands for: the first failure before a stop. */
function answered(...answers: readonly PhaseAnswer[]): readonly PhaseAnswer[] {
  const failed = answers.filter((answer) => answer.kind === "failed").toSorted((a, b) => a.share - b.share);
  for (const { series, draw, message } of failed) throw new DrawFailure(series, draw, message);
  if (answers.some((answer) => answer.kind === "stopped")) throw new DrawsStopped();
  return answers;
}
