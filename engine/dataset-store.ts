/** The datasets that are open, by id. A few are kept; the one used longest ago is closed when one too many is opened. */
import type { Dataset } from "../datasets/index.ts";
import { EngineProblem } from "./problem.ts";

const MOST_OPEN = 6;

export interface DatasetStore {
  /** Keeps a dataset. Its id is its hash: the same contents always have the same id. */
  keep(dataset: Dataset): void;
  /** Throws when no such dataset is open. */
  get(id: string): Dataset;
  find(id: string): Dataset | undefined;
}

/** `dropped` is told the id of each dataset that is closed. */
export function createDatasetStore(dropped: (id: string) => void): DatasetStore {
  // In the order of use: a Map keeps the order of insertion.
  const open = new Map<string, Dataset>();

  const touch = (id: string, dataset: Dataset): void => {
    open.delete(id);
    open.set(id, dataset);
  };

  return {
    keep: (dataset) => {
      touch(dataset.hash, dataset);
      for (const id of [...open.keys()].slice(0, Math.max(0, open.size - MOST_OPEN))) {
        open.delete(id);
        dropped(id);
      }
    },
    get: (id) => {
      const dataset = open.get(id);
      if (dataset === undefined) {
        throw new EngineProblem("engine.dataset-not-open", "The dataset is not open any more. Open it again.", {
          value: id,
        });
      }
      touch(id, dataset);
      return dataset;
    },
    find: (id) => open.get(id),
  };
}
