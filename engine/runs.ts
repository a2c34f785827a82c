/** A run asked by the contract, given to the workers, and its answer in the contract's form. */
import type { RunOutcome, RunRequest } from "./contract/index.ts";
import type { DatasetStore } from "./dataset-store.ts";
import { describeProblem } from "./problem.ts";
import type { Pool } from "./pool.ts";

export interface RunParts {
  readonly datasets: DatasetStore;
  readonly pool: Pool;
  readonly progress: (runId: string, done: number, total: number) => void;
}

export async function runScenario(parts: RunParts, request: RunRequest): Promise<RunOutcome> {
  const { runId, lane, datasetId, scenario, bridge } = request;
  let dataset;
  try {
    dataset = parts.datasets.get(datasetId);
  } catch (error) {
    return { kind: "failed", runId, error: describeProblem(error) };
  }
  const progress = (done: number, total: number): void => parts.progress(runId, done, total);
  const outcome = await parts.pool.run({ runId, lane, datasetId, dataset, scenario, bridge, progress });
  if (outcome.kind !== "done") return { ...outcome, runId };
  const { values, ...frame } = outcome.frame;
  return { kind: "done", runId, ...frame, values: new Blob([values]) };
}
