/** Writing a pack: the same content always gives the same bytes, on every machine. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { ScenarioError } from "../scenario-error.ts";
import { serialiseScenario } from "../serialise.ts";
import type { JsonReport } from "../results/report.ts";
import type { Scenario } from "../schema.ts";
import { dataPackage, type PackedFile } from "./data-package.ts";
import { hashScenario, sha256Hex } from "./hash.ts";
import {
  DATASET_FOLDER,
  DESCRIPTOR_NAME,
  MANIFEST_NAME,
  PACK_FORMAT,
  PACK_VERSION,
  RESULTS_FOLDER,
  SCENARIO_FOLDER,
  type PackManifest,
} from "./manifest.ts";

export interface PackInput {
  /** "0.1.0". */
  readonly programVersion: string;
  readonly modelHash: string;
  readonly dataset: { readonly name: string; readonly title: string; readonly hash: string };
  /** The dataset's own files by path, byte for byte. */
  readonly datasetFiles: ReadonlyMap<string, Uint8Array>;
  /** At least one, each with its results. */
  readonly scenarios: readonly { readonly scenario: Scenario; readonly report: JsonReport }[];
}

/**
 * The bytes of a `.careshift` file and how many entries it has. Entries are stored, not compressed, in order of path and
 * without times, so that nothing but the content decides the bytes: compressors differ between machines.
 */
export async function writePack(input: PackInput): Promise<{ bytes: Uint8Array; entries: number }> {
  refuseOtherDatasets(input);
  const documents = input.scenarios.flatMap(({ scenario, report }, i) => [
    { path: scenarioPath(scenario, i), bytes: encoded(serialiseScenario(scenario)) },
    { path: resultsPath(i), bytes: encoded(`${JSON.stringify(report, null, 1)}\n`) },
  ]);
  const title = input.scenarios.map(({ scenario }) => scenario.title).join("; ");
  const files: PackedFile[] = [
    ...[...input.datasetFiles].map(([path, bytes]) => ({ path: DATASET_FOLDER + path, bytes })),
    ...documents,
    { path: DESCRIPTOR_NAME, bytes: encoded(dataPackage(input.datasetFiles, documents, input.dataset.name, title)) },
  ].sort(byPath);
  const manifest: PackManifest = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    program: `careshift ${input.programVersion}`,
    model: input.modelHash,
    dataset: { name: input.dataset.name, title: input.dataset.title, hash: input.dataset.hash },
    scenarios: input.scenarios.map(({ scenario }, i) => ({
      path: scenarioPath(scenario, i),
      title: scenario.title,
      hash: hashScenario(scenario),
      results: resultsPath(i),
    })),
    entries: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
  const entries = [{ path: MANIFEST_NAME, bytes: encoded(`${JSON.stringify(manifest, null, 2)}\n`) }, ...files];
  return { bytes: await zipped(entries), entries: entries.length };
}

/** A pack holds one dataset; a scenario of another could never be opened from it. */
function refuseOtherDatasets({ dataset, scenarios }: PackInput): void {
  const other = scenarios.find(({ scenario }) => scenario.dataset.hash !== dataset.hash);
  if (other === undefined) return;
  throw new ScenarioError(
    "scenario.other-dataset",
    `"${other.scenario.title}" was made on the dataset "${other.scenario.dataset.name}", and the pack is to hold "${dataset.name}". Save it on this dataset first, or leave it out.`,
    { path: "dataset.hash", value: other.scenario.dataset.hash, expected: dataset.hash },
  );
}

function scenarioPath({ title }: Scenario, index: number): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${SCENARIO_FOLDER}${index + 1}-${slug === "" ? "scenario" : slug}.scenario.json`;
}

function resultsPath(index: number): string {
  return `${RESULTS_FOLDER}${index + 1}.json`;
}

function byPath(a: PackedFile, b: PackedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function zipped(entries: readonly PackedFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  // The time is taken from the local clock's fields, so this is 1 January 1980 in every time zone.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const { path, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, options);
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
