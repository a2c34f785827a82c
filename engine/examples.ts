/** The datasets that come with the program: every folder of the examples that holds a data package. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { loadDataset } from "../datasets/index.ts";
import type { Dataset } from "../datasets/index.ts";
import { readWholeFile } from "./atomic-file.ts";
import { EngineProblem } from "./problem.ts";

const DESCRIPTOR = "datapackage.json";
/** Opened first and run by the command line when nothing is named. */
const FIRST = "grampian";
const MOST_DESCRIPTOR_BYTES = 4 * 1024 * 1024;

const described = z.object({ title: z.string(), description: z.string().default("") });

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface Examples {
  /** The one to begin with comes first. */
  list(): Promise<Example[]>;
  /** Loaded once, then kept. Throws when there is no such example. */
  load(id: string): Promise<Dataset>;
}

export function createExamples(folder: string): Examples {
  const loaded = new Map<string, Promise<Dataset>>();

  const ids = async (): Promise<string[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const found = await Promise.all(names.map((name) => hasDescriptor(path.join(folder, name))));
    return names
      .filter((_, i) => found[i])
      .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));
  };

  return {
    list: async () => {
      const examples = (await ids()).map(async (id) => {
        const { title, description } = described.parse(JSON.parse(await descriptorText(path.join(folder, id))));
        return { id, title, detail: description };
      });
      return Promise.all(examples);
    },
    load: async (id) => {
      const known = await ids();
      if (!known.includes(id)) {
        throw new EngineProblem(
          "example.unknown",
          `There is no example "${id}". There is ${known.join(", ") || "none"}.`,
          {
            value: id,
            expected: known.join(", "),
          },
        );
      }
      const loading = loaded.get(id) ?? loadDataset({ kind: "folder", path: path.join(folder, id) });
      loaded.set(id, loading);
      // A failure is told and forgotten: the next time may find the file mended.
      loading.catch(() => loaded.delete(id));
      return loading;
    },
  };
}

async function hasDescriptor(folder: string): Promise<boolean> {
  return descriptorText(folder).then(
    () => true,
    () => false,
  );
}

async function descriptorText(folder: string): Promise<string> {
  return Buffer.from(await readWholeFile(path.join(folder, DESCRIPTOR), MOST_DESCRIPTOR_BYTES)).toString("utf8");
}
