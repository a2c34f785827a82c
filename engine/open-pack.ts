/** Opening a pack: read whole and checked, its dataset loaded, every result computed again and compared. */
import { loadDatasetFiles } from "../datasets/index.ts";
import type { Dataset } from "../datasets/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { compareResults, readPackOrNull } from "../scenarios/packs/index.ts";
import type { Verification } from "./contract/index.ts";
import type { Pool } from "./pool.ts";
import { EngineProblem } from "./problem.ts";
import { reportScenario } from "./report.ts";

export interface OpenedPack {
  readonly dataset: Dataset;
  readonly scenarios: readonly Scenario[];
  readonly verification: Verification;
}

/** The pack in a zip; null when the zip is none and may be a dataset. Throws when any part of it is not in order. */
export type OpenPack = (name: string, bytes: Uint8Array) => Promise<OpenedPack | null>;

const MOST_DIFFERENCES = 50;

export function createPackOpener(pool: Pool): OpenPack {
  return async (name, bytes) => {
    const pack = await readPackOrNull(bytes, name);
    if (pack === null) return null;
    const dataset = loadDatasetFiles(pack.datasetFiles, name);
    if (dataset.hash !== pack.manifest.dataset.hash) {
      throw new EngineProblem(
        "pack.other-dataset",
        `${name}: the dataset in it is not the one that its manifest describes. Nothing was opened. Ask for the pack ` +
          "again from where it came.",
        { path: "manifest.json", value: dataset.hash, expected: pack.manifest.dataset.hash },
      );
    }
    const verified = await Promise.all(
      pack.scenarios.map(async ({ scenario, report }) => {
        const { report: now } = await reportScenario(pool, dataset, scenario);
        return { title: scenario.title, ...compareResults(report, now) };
      }),
    );
    return { dataset, scenarios: pack.scenarios.map(({ scenario }) => scenario), verification: inAll(verified) };
  };
}

type Verified = ReturnType<typeof compareResults> & { readonly title: string };

/** One verification of all scenarios; with several, each statement and each result says of which it speaks. */
function inAll(verified: readonly Verified[]): Verification {
  const several = verified.length > 1;
  const differences = verified.flatMap(({ title, differences: found }) =>
    found.map((difference) => ({
      ...difference,
      result: several ? `${title}: ${difference.result}` : difference.result,
    })),
  );
  return {
    reproduces: verified.every(({ reproduces }) => reproduces),
    statement: verified.map(({ title, statement }) => (several ? `${title}: ${statement}` : statement)).join(" "),
    differences: differences.slice(0, MOST_DIFFERENCES),
  };
}
