/** An engine with made-up answers, served in-process through the real contract. */
import { createRouterClient, implement } from "@orpc/server";
import { contract, type DatasetSummary, type OpenedDocument, type RunOutcome } from "../../engine/contract/index.ts";
import type { EngineClient } from "../../renderer/client/index.ts";
import { Connection } from "../../renderer/client/connection.ts";
import type { FileDoor } from "../../renderer/client/file-door.ts";
import type { Scenario } from "../../scenarios/index.ts";

export const YEARS = ["2024/25", "2025/26", "2026/27"];
const HASH = `sha256-${"0".repeat(64)}`;

export const DATASET: DatasetSummary = {
  id: "two-wards",
  name: "two-wards",
  title: "Two wards",
  hash: HASH,
  years: YEARS,
  definitions: {
    bedDay: "nights",
    admission: "emergency",
    yearKind: "financial",
    priceBase: "2024/25",
    costBasis: "average",
  },
  areas: [
    { id: "north", label: "North" },
    { id: "south", label: "South" },
  ],
  bands: [{ id: "0", label: "All ages", lower: 0 }],
  hospitals: [{ id: "infirmary", label: "Infirmary" }],
  specialties: [
    {
      id: "general",
      label: "General medicine",
      line: "set-aside",
      inScope: 1,
      directCost: 100,
      holds: 6_000_000,
      closureStep: 24,
      staffedBeds: null,
    },
    {
      id: "geriatric",
      label: "Geriatric medicine",
      line: "set-aside",
      inScope: 1,
      directCost: 100,
      holds: 4_000_000,
      closureStep: 24,
      staffedBeds: null,
    },
    {
      id: "other",
      label: "Other",
      line: null,
      inScope: 0,
      directCost: 100,
      holds: 0,
      closureStep: 24,
      staffedBeds: null,
    },
  ],
  lines: [
    { id: "set-aside", label: "Set-aside", payer: "set-aside", budget0: 10_000_000 },
    { id: "community", label: "Community nursing", payer: "nhs-delegated", budget0: 5_000_000.1 },
    { id: "home-care", label: "Home care", payer: "council-delegated", budget0: 2_000_000.2 },
  ],
  provenance: [],
  assumptions: [],
  warnings: [],
  adults: [100_000, 50_000],
};

export const SCENARIO: Scenario = {
  format: "careshift-scenario",
  version: 1,
  title: "A first move",
  notes: "",
  dataset: { name: "two-wards", hash: HASH },
  programmes: [
    { id: "hospital-at-home", evidence: "hospital-at-home" },
    { id: "reablement", evidence: "reablement" },
  ],
  shifts: [
    {
      id: "a",
      from: "general",
      to: "hospital-at-home",
      amount: 600_000,
      priceBase: "2024/25",
      start: "2025-04",
      phase: [0.5, 1],
      split: "population",
    },
    {
      id: "b",
      from: "geriatric",
      to: "reablement",
      amount: 400_000,
      priceBase: "2024/25",
      start: "2025-10",
      phase: [1],
      split: "need",
    },
  ],
  assumptions: {},
};

export const OPENED: OpenedDocument = { dataset: DATASET, scenarios: [SCENARIO], file: null, verification: null };

/** A finished run with one block, [world, year]. */
export function doneOutcome(runId: string, figures: readonly number[] = [1, 2, 3, 4, 5, 6]): RunOutcome {
  return {
    kind: "done",
    runId,
    hashes: { model: "m", data: "d", scenario: "s" },
    members: { world: ["doing-nothing", "scenario"], year: YEARS },
    blocks: [{ id: "bedDays", label: "Bed days", unit: "bed day", dims: ["world", "year"], offset: 0, length: 6 }],
    values: new Blob([new Float64Array(figures)]),
    computeMs: 1,
  };
}

export interface FakeEngine {
  readonly client: EngineClient;
  /** What was asked, in order: "run 600000", "saveScenario h". */
  readonly asked: string[];
  /** Answers that later calls give. */
  answers: {
    open: () => OpenedDocument;
    run: (runId: string) => RunOutcome;
    save: () => void;
  };
}

export function fakeEngine(files: Partial<FileDoor> = {}): FakeEngine {
  const asked: string[] = [];
  const os = implement(contract);
  const fake = {
    asked,
    answers: {
      open: (): OpenedDocument => OPENED,
      run: (runId: string): RunOutcome => doneOutcome(runId),
      save: (): void => undefined,
    },
  };
  const router = os.router({
    documents: {
      examples: os.documents.examples.handler(() => [{ id: "example", title: "The example", detail: "" }]),
      openExample: os.documents.openExample.handler(() => fake.answers.open()),
      open: os.documents.open.handler(() => fake.answers.open()),
      recent: os.documents.recent.handler(() => []),
      forgetRecent: os.documents.forgetRecent.handler(() => []),
    },
    runs: {
      run: os.runs.run.handler(({ input }) => {
        asked.push(`run ${input.scenario.shifts[0]?.amount}${input.bridge ? " bridge" : ""}`);
        return fake.answers.run(input.runId);
      }),
      ranges: os.runs.ranges.handler(async function* () {}),
      cancel: os.runs.cancel.handler(() => ({ cancelled: false })),
      events: os.runs.events.handler(async function* () {}),
    },
    files: {
      saveScenario: os.files.saveScenario.handler(({ input }) => {
        fake.answers.save();
        asked.push(`saveScenario ${input.handle} ${input.scenario.title}`);
        return { file: { handle: input.handle, name: "saved.scenario.json", kind: "scenario" }, bytes: 1 };
      }),
      exportPack: os.files.exportPack.handler(({ input }) => {
        asked.push(`exportPack ${input.handle} ${input.scenarios.length}`);
        return { file: { handle: input.handle, name: "pack.careshift", kind: "pack" }, bytes: 1, entries: 3 };
      }),
      receive: os.files.receive.handler(({ input }) => ({ handle: "received", name: input.name, kind: "dataset" })),
      nameInFolder: os.files.nameInFolder.handler(({ input }) => {
        asked.push(`nameInFolder ${input.name} ${input.replace}`);
        if (input.name === "taken" && !input.replace) return { kind: "exists", name: "taken", folder: "Documents" };
        return { kind: "granted", file: { handle: "named", name: input.name, kind: input.kind }, folder: "Documents" };
      }),
    },
  });
  const connection = new Connection();
  connection.opened({ call: () => Promise.reject(new Error("The fake engine is called directly.")) });
  const client: EngineClient = {
    calls: createRouterClient(router),
    connection,
    shell: null,
    files: {
      pickOpen: () => Promise.resolve(null),
      pickSave: (kind) => Promise.resolve({ handle: "picked", name: "picked", kind }),
      receive: (file) => Promise.resolve({ handle: "received", name: file.name, kind: "dataset" }),
      ...files,
    },
  };
  return Object.assign(fake, { client });
}
