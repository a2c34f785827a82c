/** Saving scenarios and exporting packs, to files that were granted. */
import { access } from "node:fs/promises";
import path from "node:path";
import { parseScenario, serialiseScenario } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { hashText } from "../scenarios/packs/index.ts";
import { readWholeFile, writeWholeFile } from "./atomic-file.ts";
import { MAX_UPLOAD_BYTES } from "./contract/index.ts";
import type { FileReference } from "./contract/index.ts";
import { fileNameFor } from "./file-names.ts";
import { reopenDataset } from "./find-dataset.ts";
import type { DatasetPlaces } from "./find-dataset.ts";
import type { FileRegistry, GrantedOnDisk } from "./files.ts";
import type { MakePack } from "./make-pack.ts";
import { EngineProblem } from "./problem.ts";

export type NamedInFolder =
  { kind: "granted"; file: FileReference; folder: string } | { kind: "exists"; name: string; folder: string };

export interface Saving {
  saveScenario(handle: string, scenario: Scenario): Promise<{ file: FileReference; bytes: number }>;
  exportPack(
    handle: string,
    datasetId: string,
    scenarios: readonly Scenario[],
  ): Promise<{ file: FileReference; bytes: number; entries: number }>;
  /** A file name in the program's own documents folder. */
  nameInFolder(name: string, kind: "scenario" | "pack", replace: boolean): Promise<NamedInFolder>;
}

export interface SavingParts extends DatasetPlaces {
  readonly files: FileRegistry;
  readonly documentsFolder: string;
  readonly makePack: MakePack;
}

export function createSaving(parts: SavingParts): Saving {
  const { files, datasets, recent, documentsFolder } = parts;
  return {
    saveScenario: async (handle, scenario) => {
      const file = files.resolveForWriting(handle, "scenario");
      const text = serialiseScenario(scenario);
      // What could not be opened again is not saved.
      parseScenario(text, file.reference.name);
      await refuseChanged(file);
      const bytes = Buffer.from(text);
      await writeWholeFile(file.path, bytes);
      file.seen = hashText(bytes);
      await recent.remember({
        path: file.path,
        kind: "scenario",
        title: scenario.title,
        detail: `Scenario on ${datasets.find(scenario.dataset.hash)?.title ?? scenario.dataset.name}`,
        when: new Date().toISOString(),
        dataHash: scenario.dataset.hash,
      });
      return { file: { ...file.reference, kind: "scenario" }, bytes: bytes.length };
    },
    exportPack: async (handle, datasetId, scenarios) => {
      const file = files.resolveForWriting(handle, "pack");
      const [first] = scenarios;
      const dataset = first === undefined ? datasets.get(datasetId) : await reopenDataset(parts, datasetId, first);
      const { bytes, entries } = await parts.makePack(dataset, scenarios);
      await refuseChanged(file);
      await writeWholeFile(file.path, bytes);
      file.seen = hashText(bytes);
      const more = scenarios.length > 1 ? ` and ${scenarios.length - 1} more` : "";
      await recent.remember({
        path: file.path,
        kind: "pack",
        title: (scenarios[0]?.title ?? "") + more,
        detail: `Pack on ${dataset.title}`,
        when: new Date().toISOString(),
        dataHash: dataset.hash,
      });
      return { file: { ...file.reference, kind: "pack" }, bytes: bytes.length, entries };
    },
    nameInFolder: async (typed, kind, replace) => {
      const name = fileNameFor(typed, kind);
      const file = path.join(documentsFolder, name);
      const there = await access(file).then(
        () => true,
        () => false,
      );
      if (there && !replace) return { kind: "exists", name, folder: documentsFolder };
      return { kind: "granted", file: files.grant(file, "read-write"), folder: documentsFolder };
    },
  };
}

/** A file that another program, or another window, has changed since it was opened or saved here is not written over. */
async function refuseChanged(file: GrantedOnDisk): Promise<void> {
  if (file.seen === null) return;
  const now = await readWholeFile(file.path, MAX_UPLOAD_BYTES).catch(() => null);
  if (now === null || hashText(now) === file.seen) return;
  throw new EngineProblem(
    "file.changed-elsewhere",
    `${file.reference.name} was changed by another window or program since it was opened here, so it was not written ` +
      "over. Use Save as to keep both, or open it again to see the other changes.",
    { path: file.reference.name },
  );
}
