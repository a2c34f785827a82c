/** An engine on the bundled examples, asked through serialised messages, in a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { clientInProcess, decodeOutcome } from "../../../engine/index.ts";
import type { DecodedResults, EngineClient, EngineHost, OpenedDocument } from "../../../engine/index.ts";
import { assembleHost } from "../../../engine/host.ts";
import type { Pool } from "../../../engine/pool.ts";
import type { Scenario } from "../../../scenarios/index.ts";

export const examplesFolder = fileURLToPath(new URL("../../../examples", import.meta.url));

export interface TestEngine {
  readonly client: EngineClient;
  readonly host: EngineHost;
  readonly pool: Pool;
  /** A temporary folder; state and documents are below it. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Without a worker's address it computes in this process; `drawThreads` share the draws of a run. */
export async function openEngine(workerUrl?: URL, examples = examplesFolder, drawThreads = 1): Promise<TestEngine> {
  const folder = await mkdtemp(path.join(tmpdir(), "careshift-engine-"));
  const { host, pool } = assembleHost({
    examplesFolder: examples,
    stateFolder: path.join(folder, "state"),
    documentsFolder: path.join(folder, "documents"),
    workerUrl: workerUrl ?? new URL("file:///nowhere"),
    workers: workerUrl === undefined ? 0 : 1,
    drawThreads,
  });
  const { client, close } = clientInProcess(host.router);
  return {
    client,
    host,
    pool,
    folder,
    close: async () => {
      close();
      host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let runs = 0;

/** Runs a scenario and reads its results; throws when the run does not end as done. */
export async function runToEnd(
  engine: TestEngine,
  document: OpenedDocument,
  scenario: Scenario,
): Promise<DecodedResults> {
  runs += 1;
  const outcome = await engine.client.runs.run({
    runId: `run-${runs}`,
    lane: "test",
    datasetId: document.dataset.id,
    scenario,
    bridge: false,
  });
  if (outcome.kind !== "done") throw new Error(`The run ended as ${outcome.kind}: ${JSON.stringify(outcome)}`);
  return decodeOutcome(outcome);
}
