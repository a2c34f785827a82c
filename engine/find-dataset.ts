/** The dataset that a scenario was made on: among those open, the examples, and the recent files. */
import { loadDataset } from "../datasets/index.ts";
import type { Dataset } from "../datasets/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import type { DatasetStore } from "./dataset-store.ts";
import type { Examples } from "./examples.ts";
import { EngineProblem } from "./problem.ts";
import type { RecentFiles } from "./recent.ts";
import { readSource } from "./source.ts";

export interface DatasetPlaces {
  readonly datasets: DatasetStore;
  readonly examples: Examples;
  readonly recent: RecentFiles;
}

/** Throws an error that names the dataset to open first when it is nowhere to be found. */
export async function findDataset(places: DatasetPlaces, scenario: Scenario): Promise<Dataset> {
  const { name, hash } = scenario.dataset;
  const open = places.datasets.find(hash);
  if (open !== undefined) return open;
  for (const { id } of await places.examples.list().catch(() => [])) {
    const example = await places.examples.load(id).catch(() => null);
    if (example?.hash === hash) return example;
  }
  for (const entry of await places.recent.list()) {
    if (entry.kind !== "dataset" || entry.dataHash !== hash) continue;
    const dataset = await loadRecent(entry.path);
    if (dataset?.hash === hash) return dataset;
  }
  throw new EngineProblem(
    "scenario.dataset-not-open",
    `"${scenario.title}" was made on the dataset "${name}", which is not open and not among the examples or recent ` +
      "files with the same contents. Open that dataset first, then the scenario.",
    { path: "dataset.hash", value: hash, expected: "the hash of a dataset that is open" },
  );
}

/**
 * The open dataset of this id, or the one of the same contents brought back: an engine that was started again, or that
 * closed the dataset to make room, goes on where the window is. Throws when it is nowhere to be found.
 */
export async function reopenDataset(places: DatasetPlaces, datasetId: string, scenario: Scenario): Promise<Dataset> {
  if (places.datasets.find(datasetId) === undefined && scenario.dataset.hash === datasetId) {
    const found = await findDataset(places, scenario).catch(() => null);
    if (found !== null) places.datasets.keep(found);
  }
  return places.datasets.get(datasetId);
}

/** A recent file may have gone or changed since: then it is not the one looked for. */
async function loadRecent(file: string): Promise<Dataset | null> {
  try {
    const source = await readSource({ place: "disk", path: file });
    return source.kind === "folder" || source.kind === "zip" || source.kind === "arrow"
      ? await loadDataset(source)
      : null;
  } catch {
    return null;
  }
}
