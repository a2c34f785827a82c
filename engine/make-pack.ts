/** A pack of a dataset and scenarios, with results computed anew. */
import { datasetFiles } from "../datasets/index.ts";
import type { Dataset } from "../datasets/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { writePack } from "../scenarios/packs/index.ts";
import { MODEL_HASH } from "./model-hash.ts";
import type { Pool } from "./pool.ts";
import { reportScenario } from "./report.ts";
import { PROGRAM_VERSION } from "./version.ts";

export type MakePack = (
  dataset: Dataset,
  scenarios: readonly Scenario[],
) => Promise<{ bytes: Uint8Array; entries: number }>;

/** Throws the model's or the scenario's error when one of the scenarios cannot be computed. */
export function createPackMaker(pool: Pool): MakePack {
  return async (dataset, scenarios) => {
    const computed = await Promise.all(
      scenarios.map(async (scenario) => ({ scenario, report: (await reportScenario(pool, dataset, scenario)).report })),
    );
    return writePack({
      programVersion: PROGRAM_VERSION,
      // A scenario with formulas of its own names its own model in its results.
      modelHash: MODEL_HASH,
      dataset: { name: dataset.name, title: dataset.title, hash: dataset.hash },
      datasetFiles: datasetFiles(dataset),
      scenarios: computed,
    });
  };
}
