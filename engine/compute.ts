/** Results of a scenario for the host's own use: those that go into a pack, or are compared with a pack's. */
import { randomUUID } from "node:crypto";
import type { Dataset } from "../datasets/index.ts";
import type { CommissioningResults } from "../models/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import type { RunHashes } from "./contract/index.ts";
import { resultsOfFrame } from "./frame.ts";
import type { Pool } from "./pool.ts";
import { EngineProblem, problemOf } from "./problem.ts";

export interface Computed {
  readonly results: CommissioningResults;
  readonly hashes: RunHashes;
}

/** Throws the model's or the scenario's error when it cannot be computed. */
export async function computeScenario(pool: Pool, dataset: Dataset, scenario: Scenario): Promise<Computed> {
  // A lane of its own: what is dragged on the board meanwhile does not replace it.
  const runId = randomUUID();
  const outcome = await pool.run({ runId, lane: runId, datasetId: dataset.hash, dataset, scenario, bridge: false });
  switch (outcome.kind) {
    case "done":
      return { results: resultsOfFrame(outcome.frame), hashes: outcome.frame.hashes };
    case "failed":
    case "crashed":
      throw problemOf(outcome.error);
    default:
      throw new EngineProblem("engine.closed", "The engine was closed before it had computed the results.");
  }
}
