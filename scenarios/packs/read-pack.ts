/** Reading a pack: all of it, checked, or none of it. Nothing is written to disk, and a zip inside is never opened. */
import { DatasetError, readZip } from "../../datasets/index.ts";
import { parseScenario } from "../parse.ts";
import type { Scenario } from "../schema.ts";
import { hashScenario, sha256Hex } from "./hash.ts";
import {
  DATASET_FOLDER,
  DESCRIPTOR_NAME,
  MANIFEST_NAME,
  parseManifest,
  RESULTS_FOLDER,
  SCENARIO_FOLDER,
  type PackManifest,
} from "./manifest.ts";
import { NOTHING_OPENED, PackError } from "./pack-error.ts";
import { parseReport } from "./parse-report.ts";
import type { JsonReport } from "../results/report.ts";

export interface PackContent {
  readonly manifest: PackManifest;
  /** The dataset's own files by path, byte for byte. */
  readonly datasetFiles: ReadonlyMap<string, Uint8Array>;
  readonly scenarios: readonly { readonly scenario: Scenario; readonly report: JsonReport }[];
}

/**
 * The content of a `.careshift` file.
 * @param name the file's name, for messages
 * @throws PackError when it is not a pack, is cut short, has a name that could leave a folder or mislead, an entry that
 * is changed, missing, not listed, encrypted or too large; ScenarioError when a scenario in it cannot be read
 */
export async function readPack(bytes: Uint8Array, name: string): Promise<PackContent> {
  const pack = await readPackOrNull(bytes, name);
  if (pack !== null) return pack;
  throw new PackError(
    "pack.no-manifest",
    name,
    `${name} is a zip without a ${MANIFEST_NAME}, so it is not a Careshift pack. ${NOTHING_OPENED}`,
  );
}

/** The same, or null when the zip has no manifest: it may be a dataset. */
export async function readPackOrNull(bytes: Uint8Array, name: string): Promise<PackContent | null> {
  const files = await entriesOf(bytes, name);
  const manifestBytes = files.get(MANIFEST_NAME);
  if (manifestBytes === undefined) {
    if (files.size > 0) return null;
    throw new PackError("pack.empty", name, `${name} is a zip with nothing in it. ${NOTHING_OPENED}`);
  }
  const manifest = parseManifest(manifestBytes, name);
  checkEntries(manifest, files, name);
  const scenarios = manifest.scenarios.map((listed) => {
    const scenario = parseScenario(textOf(files, listed.path, name), `${name}, ${listed.path}`);
    if (hashScenario(scenario) !== listed.hash) {
      throw refused(
        "pack.other-scenario",
        name,
        `${listed.path} is not the scenario that the manifest describes.`,
        listed.path,
      );
    }
    if (scenario.dataset.hash !== manifest.dataset.hash) {
      throw refused(
        "pack.other-dataset",
        name,
        `${listed.path} was made on another dataset than the one in the pack.`,
        listed.path,
      );
    }
    return { scenario, report: parseReport(textOf(files, listed.results, name), name, listed.results) };
  });
  const datasetFiles = new Map(
    [...files]
      .filter(([path]) => path.startsWith(DATASET_FOLDER))
      .map(([path, content]) => [path.slice(DATASET_FOLDER.length), content]),
  );
  return { manifest, datasetFiles, scenarios };
}

/** Zip limits and safe names are the datasets layer's; its refusals are told as the pack's. */
async function entriesOf(bytes: Uint8Array, name: string): Promise<Map<string, Uint8Array>> {
  try {
    return await readZip(bytes, name);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new PackError(error.code.replace(/^zip\./, "pack."), name, error.message, error.value ?? "");
  }
}

function checkEntries(manifest: PackManifest, files: ReadonlyMap<string, Uint8Array>, name: string): void {
  const listed = new Map<string, PackManifest["entries"][number]>();
  for (const entry of manifest.entries) {
    if (listed.has(entry.path))
      throw refused("pack.listed-twice", name, `the manifest lists ${entry.path} twice.`, entry.path);
    listed.set(entry.path, entry);
  }
  for (const path of files.keys()) {
    if (path === MANIFEST_NAME) continue;
    if (!listed.has(path)) {
      throw refused("pack.unlisted-entry", name, `it holds ${path}, which its manifest does not list.`, path);
    }
    if (!isPlace(path)) throw refused("pack.unknown-place", name, `it holds ${path}, where a pack has nothing.`, path);
  }
  for (const entry of listed.values()) {
    const content = files.get(entry.path);
    if (content === undefined) {
      throw refused(
        "pack.missing-entry",
        name,
        `${entry.path} is listed in its manifest and is not there.`,
        entry.path,
      );
    }
    if (content.length !== entry.bytes || sha256Hex(content) !== entry.sha256) {
      throw refused(
        "pack.changed-entry",
        name,
        `${entry.path} was changed after the pack was made: its SHA-256 is not the one in the manifest.`,
        entry.path,
      );
    }
  }
  const wanted = [DESCRIPTOR_NAME, `${DATASET_FOLDER}${DESCRIPTOR_NAME}`];
  for (const path of [...wanted, ...manifest.scenarios.flatMap((each) => [each.path, each.results])]) {
    if (!listed.has(path)) throw refused("pack.missing-entry", name, `it has no ${path}.`, path);
  }
}

function isPlace(path: string): boolean {
  return (
    path === DESCRIPTOR_NAME ||
    [DATASET_FOLDER, SCENARIO_FOLDER, RESULTS_FOLDER].some((folder) => path.startsWith(folder))
  );
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(files.get(path));
  } catch {
    throw refused("pack.not-text", name, `${path} is not text in UTF-8.`, path);
  }
}

function refused(code: string, name: string, why: string, entry: string): PackError {
  return new PackError(code, name, `${name}: ${why} ${NOTHING_OPENED}`, entry);
}
