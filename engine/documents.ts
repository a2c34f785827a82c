/** Opening: what a file is, is told by what is in it. Nothing that was open changes until all of it has been understood. */
import path from "node:path";
import { loadDataset } from "../datasets/index.ts";
import type { Dataset } from "../datasets/index.ts";
import { checkFormulas, checkOwnTargets, emptyScenario, exampleScenarios, parseScenario } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { hashText } from "../scenarios/packs/index.ts";
import { tooLarge } from "./atomic-file.ts";
import { MAX_UPLOAD_BYTES } from "./contract/index.ts";
import type { Bytes } from "./contract/bytes.ts";
import type { FileKind, FileReference, OpenedDocument, RecentFile, Verification } from "./contract/index.ts";
import type { DatasetStore } from "./dataset-store.ts";
import type { Examples } from "./examples.ts";
import { kindByName } from "./file-names.ts";
import type { FileRegistry, Granted } from "./files.ts";
import { findDataset } from "./find-dataset.ts";
import type { OpenPack } from "./open-pack.ts";
import type { RecentFiles } from "./recent.ts";
import { readSource } from "./source.ts";
import type { Source } from "./source.ts";
import { summariseDataset } from "./summary.ts";

export interface Documents {
  examples(): Promise<{ id: string; title: string; detail: string }[]>;
  openExample(id: string): Promise<OpenedDocument>;
  open(handle: string): Promise<OpenedDocument>;
  /** Keeps bytes that were sent, under a handle that can be opened. */
  receive(name: string, content: Bytes): Promise<FileReference>;
  recent(): Promise<RecentFile[]>;
  forgetRecent(handle: string): Promise<RecentFile[]>;
}

export interface DocumentParts {
  readonly files: FileRegistry;
  readonly datasets: DatasetStore;
  readonly examples: Examples;
  readonly recent: RecentFiles;
  /** Null when the zip is not a pack. */
  readonly openPack: OpenPack;
}

/** A file understood, before any of it is shown. */
interface Understood {
  readonly kind: FileKind;
  readonly dataset: Dataset;
  readonly scenarios: readonly Scenario[];
  readonly verification: Verification | null;
}

export function createDocuments(parts: DocumentParts): Documents {
  const { files, datasets, examples, recent } = parts;
  /** Handles of recent files, by path: the list is asked for often. */
  const granted = new Map<string, FileReference>();

  const show = (understood: Understood, file: FileReference | null): OpenedDocument => {
    const { kind, dataset, scenarios, verification } = understood;
    const summary = summariseDataset(dataset.hash, dataset);
    datasets.keep(dataset);
    return {
      dataset: summary,
      scenarios: [...scenarios],
      file: file === null ? null : { ...file, kind },
      verification,
    };
  };

  const listRecent = async (): Promise<RecentFile[]> =>
    (await recent.list()).map((entry) => {
      const reference = granted.get(entry.path) ?? files.grant(entry.path, "read-write");
      granted.set(entry.path, reference);
      const { title, detail, when, kind } = entry;
      return { ...reference, kind, title, detail, when };
    });

  return {
    examples: () => examples.list(),
    openExample: async (id) => {
      const dataset = await examples.load(id);
      return show({ kind: "dataset", dataset, scenarios: exampleScenarios(dataset), verification: null }, null);
    },
    open: async (handle) => {
      const file = files.resolve(handle);
      const source = await readSource(chosenOf(file));
      const understood = await understand(parts, source);
      const document = show(understood, file.reference);
      if (file.place === "disk") {
        if (source.kind !== "folder") file.seen = hashText(source.bytes);
        await recent.remember({ path: file.path, ...described(understood) });
      }
      return document;
    },
    receive: async (name, content) => {
      if (content.size > MAX_UPLOAD_BYTES) throw tooLarge(path.basename(name), content.size, MAX_UPLOAD_BYTES);
      return files.receive(name, new Uint8Array(await content.arrayBuffer()), kindByName(name));
    },
    recent: listRecent,
    forgetRecent: async (handle) => {
      const file = files.resolve(handle);
      if (file.place === "disk") await recent.forget(file.path);
      return listRecent();
    },
  };
}

function chosenOf(file: Granted): Parameters<typeof readSource>[0] {
  return file.place === "disk"
    ? { place: "disk", path: file.path }
    : { place: "memory", name: file.reference.name, bytes: file.bytes };
}

async function understand(parts: DocumentParts, source: Source): Promise<Understood> {
  if (source.kind === "json") {
    const scenario = parseScenario(Buffer.from(source.bytes).toString("utf8"), source.name);
    const dataset = await findDataset(parts, scenario);
    checkFormulas(dataset, scenario);
    checkOwnTargets(dataset, scenario);
    return { kind: "scenario", dataset, scenarios: [scenario], verification: null };
  }
  if (source.kind === "zip") {
    const pack = await parts.openPack(source.name, source.bytes);
    if (pack !== null) return { kind: "pack", ...pack };
  }
  const dataset = await loadDataset(source);
  return { kind: "dataset", dataset, scenarios: [emptyScenario(dataset)], verification: null };
}

/** How an opened file stands in the list of recent ones. */
function described({ kind, dataset, scenarios }: Understood) {
  const first = scenarios[0]?.title ?? "";
  const more = scenarios.length > 1 ? ` and ${scenarios.length - 1} more` : "";
  return {
    kind,
    title: kind === "dataset" ? dataset.title : first + more,
    detail: kind === "dataset" ? "Dataset" : `${kind === "pack" ? "Pack" : "Scenario"} on ${dataset.title}`,
    when: new Date().toISOString(),
    dataHash: dataset.hash,
  };
}
