/** A run asked by the contract, given to the workers, and its answer in the contract's form. */
import type { RunOutcome, RunRequest } from "./contract/index.ts";
import { reopenDataset } from "./find-dataset.ts";
import type { DatasetPlaces } from "./find-dataset.ts";
import { describeProblem } from "./problem.ts";
import type { Pool } from "./pool.ts";

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
  const outcome = await parts.pool.run({ runId, lane, datasetId, dataset, scenario, bridge, progress });
  if (outcome.kind !== "done") return { ...outcome, runId };
  const { values, ...frame } = outcome.frame;
  return { kind: "done", runId, ...frame, values: new Blob([values]) };
}
