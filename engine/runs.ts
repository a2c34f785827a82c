/** A run asked by the contract, given to the workers, and its answer in the contract's form. */
import type { RangesOutcome, RangesRequest, RunOutcome, RunRequest } from "./contract/index.ts";
import { reopenDataset } from "./find-dataset.ts";
import type { DatasetPlaces } from "./find-dataset.ts";
import { describeProblem } from "./problem.ts";
import type { RangesFrame } from "./messages.ts";
import type { JobOutcome, Pool } from "./pool.ts";

export interface RunParts extends DatasetPlaces {
  readonly pool: Pool;
  readonly progress: (runId: string, done: number, total: number) => void;
}

export async function runScenario(parts: RunParts, request: RunRequest): Promise<RunOutcome> {
  const { runId, lane, datasetId, scenario, bridge } = request;
  let dataset;
  try {
    dataset = await reopenDataset(parts, datasetId, scenario);
  } catch (error) {
    return { kind: "failed", runId, error: describeProblem(error) };
  }
  const progress = (done: number, total: number): void => parts.progress(runId, done, total);
  const work = { kind: "run", bridge } as const;
  const outcome = await parts.pool.run({ runId, lane, datasetId, dataset, scenario, work, progress });
  if (outcome.kind === "ranges") throw new Error("A run at central values was answered with ranges.");
  if (outcome.kind !== "done") return { ...outcome, runId };
  const { values, ...frame } = outcome.frame;
  return { kind: "done", runId, ...frame, values: new Blob([values]) };
}

/** The coarse ranges as soon as they are there, then the whole ones, or why there are none. Ending it early cancels the run. */
export async function* rangesOfScenario(
  parts: RunParts,
  { runId, lane, datasetId, scenario, against, options }: RangesRequest,
): AsyncGenerator<RangesOutcome, void, void> {
  let dataset;
  try {
    dataset = await reopenDataset(parts, datasetId, scenario);
  } catch (error) {
    yield { kind: "failed", runId, error: describeProblem(error) };
    return;
  }
  let over = false;
  try {
    let tell: (ranges: RangesFrame | null) => void = () => undefined;
    const first = new Promise<RangesFrame | null>((resolve) => (tell = resolve));
    const work = { kind: "draw", options, against, coarse: (ranges: RangesFrame): void => tell(ranges) } as const;
    const whole = parts.pool.run({ runId, lane, datasetId, dataset, scenario, work });
    void whole.finally(() => tell(null));
    const coarse = await first;
    if (coarse !== null) yield rangesAnswer(runId, coarse, false);
    const outcome = await whole;
    over = true;
    yield rangesEnd(runId, outcome);
  } finally {
    if (!over) parts.pool.cancel(runId);
  }
}

function rangesEnd(runId: string, outcome: JobOutcome): RangesOutcome {
  if (outcome.kind === "done") throw new Error("A run with draws was answered with central values.");
  return outcome.kind === "ranges" ? rangesAnswer(runId, outcome.ranges, true) : { ...outcome, runId };
}

function rangesAnswer(runId: string, { values, ...frame }: RangesFrame, final: boolean): RangesOutcome {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return { kind: "ranges", runId, final, ...frame, values: bytes.toString("base64") };
}
