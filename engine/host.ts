/**
 * The engine host: opens datasets, runs scenarios on worker threads, saves. It does not know who asks: Electron's window
 * over a MessagePort, a browser over a WebSocket, the command line in the same process.
 */
import { EventPublisher } from "@orpc/server";
import type { CommissioningPlan } from "../models/index.ts";
import type { AssumptionRegister, Scenario } from "../scenarios/index.ts";
import type { EngineEvent, FileReference } from "./contract/index.ts";
import { createCrew } from "./draws/crew.ts";
import { drawWorkerBeside, openMachine } from "./draws/open-machine.ts";
import { createDatasetStore } from "./dataset-store.ts";
import { createDocuments } from "./documents.ts";
import { createExamples } from "./examples.ts";
import { registerOfScenario } from "./assumptions.ts";
import { explainScenario } from "./explain.ts";
import { createFileRegistry } from "./files.ts";
import type { GrantMode } from "./files.ts";
import { createPackMaker } from "./make-pack.ts";
import { createPackOpener } from "./open-pack.ts";
import { createPool } from "./pool.ts";
import type { Pool } from "./pool.ts";
import { createRecentFiles } from "./recent.ts";
import { reportScenario } from "./report.ts";
import type { Reported } from "./report.ts";
import { createRouter } from "./router.ts";
import type { EngineRouter } from "./router.ts";
import { rangesOfScenario, runScenario } from "./runs.ts";
import { createSaving } from "./saving.ts";
import { inThisProcess, workerThreads } from "./thread.ts";
import type { HandlerHere, StartThread } from "./thread.ts";
import { tryFormula } from "./try-formula.ts";
import type { FormulaOutcome } from "./try-formula.ts";
import { createRunHandler } from "./worker-run.ts";

export interface EngineHostOptions {
  /** Folder of the bundled examples, one folder each. */
  readonly examplesFolder: string;
  /** The program's own folder: recent files. Made when needed. */
  readonly stateFolder: string;
  /** Where the browser door saves. Made when needed. */
  readonly documentsFolder: string;
  /** The bundled worker, engine/worker.js. */
  readonly workerUrl: URL;
  /** Worker threads at most; 0 computes in this process, through the same messages. */
  readonly workers: number;
  /** Threads that share the draws of one run; 1 where it is not said. */
  readonly drawThreads?: number;
}

export interface EngineHost {
  /** The contract, to be served over a port, a WebSocket or in-process. */
  readonly router: EngineRouter;
  /**
   * A handle for a path that the person chose in a dialog or on the command line. For the host's side alone: no window
   * can ask for it. `handle` is one that an engine before this one granted for the same path: after a crash the window's
   * handles go on working.
   */
  grant(file: string, mode: GrantMode, handle?: string): FileReference;
  /** A scenario's results as a report, for the command line; `datasetId` is that of an opened document. */
  report(datasetId: string, scenario: Scenario): Promise<Reported>;
  /** Every number that a run of the scenario uses. For the command line, like `report`. */
  assumptions(datasetId: string, scenario: Scenario): AssumptionRegister;
  /** What a run of the scenario will do; of one variable when its id is given. For the command line, like `report`. */
  explain(datasetId: string, scenario: Scenario, variable: string | null): CommissioningPlan;
  /**
   * What a formula gives on a dataset with nothing moved, for the command line. `datasetId` is asked for that of an opened
   * document, and only when the formula reads a figure.
   */
  tryFormula(formula: string, datasetId: () => Promise<string>): Promise<FormulaOutcome>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Ends the workers; every run is settled as cancelled. */
  close(): void;
}

/** Uploads held in memory at most, in all. */
const UPLOAD_MEMORY = 1024 * 1024 * 1024;

export function createEngineHost(options: EngineHostOptions): EngineHost {
  return assembleHost(options).host;
}

/** The host with its pool of workers beside it: for tests that end a worker. */
export function assembleHost(options: EngineHostOptions): { readonly host: EngineHost; readonly pool: Pool } {
  const events = new EventPublisher<{ event: EngineEvent }>();
  const tell = (event: EngineEvent): void => events.publish("event", event);
  const pool = createPool({
    start:
      options.workers === 0
        ? inThisProcess(() => handlerHere(options.workerUrl, options.drawThreads ?? 1))
        : drawingWorkers(options.workerUrl, options.drawThreads ?? 1),
    size: Math.max(1, options.workers),
    replaced: (message) => tell({ kind: "worker-replaced", message }),
  });
  const files = createFileRegistry(UPLOAD_MEMORY);
  const datasets = createDatasetStore((id) => pool.drop(id));
  const examples = createExamples(options.examplesFolder);
  const recent = createRecentFiles(options.stateFolder);
  const progress = (runId: string, done: number, total: number): void => tell({ kind: "progress", runId, done, total });
  const router = createRouter({
    documents: createDocuments({ files, datasets, examples, recent, openPack: createPackOpener(pool) }),
    saving: createSaving({
      files,
      datasets,
      examples,
      recent,
      documentsFolder: options.documentsFolder,
      makePack: createPackMaker(pool),
    }),
    run: (request) => runScenario({ datasets, examples, recent, pool, progress }, request),
    ranges: (request) => rangesOfScenario({ datasets, examples, recent, pool, progress }, request),
    cancel: (runId) => pool.cancel(runId),
    events: (signal) => events.subscribe("event", signal === undefined ? {} : { signal }),
  });
  return {
    pool,
    host: {
      router,
      grant: (file, mode, handle) => files.grant(file, mode, handle),
      report: async (datasetId, scenario) => reportScenario(pool, datasets.get(datasetId), scenario),
      assumptions: (datasetId, scenario) => registerOfScenario(datasets.get(datasetId), scenario),
      explain: (datasetId, scenario, variable) => explainScenario(datasets.get(datasetId), scenario, variable),
      tryFormula: (formula, datasetId) => tryFormula(formula, async () => datasets.get(await datasetId())),
      onEvent: (listener) => events.subscribe("event", listener),
      close: () => pool.close(),
    },
  };
}

/** Worker threads; the first one has the threads that share its draws from the start, so that the first draws are quick. */
function drawingWorkers(workerUrl: URL, drawThreads: number): StartThread {
  let early = true;
  return (listener) => {
    const start = workerThreads(workerUrl, { helpers: drawThreads - 1, early });
    early = false;
    return start(listener);
  };
}

/** Runs in this process; the threads that share its draws are threads all the same. */
function handlerHere(workerUrl: URL, drawThreads: number): HandlerHere {
  const machine = openMachine(workerUrl);
  const crew = createCrew(machine, workerThreads(drawWorkerBeside(workerUrl)), drawThreads - 1);
  void crew.prepare();
  return { handle: createRunHandler(machine, crew), close: () => crew.close() };
}
