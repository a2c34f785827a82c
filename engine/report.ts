/** Results of a scenario as a report: what goes into a pack, is compared with one, or is printed. */
import { randomUUID } from "node:crypto";
import type { Dataset } from "../datasets/index.ts";
import type { CommissioningResults } from "../models/index.ts";
import { jsonReport } from "../scenarios/index.ts";
import type { JsonReport, Scenario } from "../scenarios/index.ts";
import { resultsOfFrame } from "./frame.ts";
import type { Pool } from "./pool.ts";
import { EngineProblem, problemOf } from "./problem.ts";
import { PROGRAM_VERSION } from "./version.ts";

export interface Reported {
  readonly report: JsonReport;
  readonly results: CommissioningResults;
}

/** Throws the model's or the scenario's error when it cannot be computed. */
export async function reportScenario(pool: Pool, dataset: Dataset, scenario: Scenario): Promise<Reported> {
  // A lane of its own: what is dragged on the board meanwhile does not replace it.
  const runId = randomUUID();
  const outcome = await pool.run({
    runId,
    lane: runId,
    datasetId: dataset.hash,
    dataset,
    scenario,
    work: { kind: "run", bridge: false },
  });
  switch (outcome.kind) {
    case "done": {
      const results = resultsOfFrame(outcome.frame);
      const { hashes } = outcome.frame;
      return { results, report: jsonReport({ dataset, scenario, results, hashes, programVersion: PROGRAM_VERSION }) };
    }
    case "failed":
    case "crashed":
      throw problemOf(outcome.error);
    default:
      throw new EngineProblem("engine.closed", "The engine was closed before it had computed the results.");
  }
}
