/** Opens a dataset from a folder, a zip or one Arrow file. All of them end in the same checks. */
import type { Table } from "./arrow/table.ts";
import { assembleDataset } from "./assemble.ts";
import { DatasetError } from "./dataset-error.ts";
import type { Dataset } from "./dataset.ts";
import { DEMAND_PATH, packageOfDemandTable } from "./demand/package-of-demand.ts";
import { DESCRIPTOR_NAME, parseDescriptor } from "./package/descriptor.ts";
import { openPackage } from "./package/open.ts";
import { readFolder } from "./source/folder.ts";
import { readZip } from "./source/zip.ts";

export type DatasetSource =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "zip"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "arrow"; readonly name: string; readonly bytes: Uint8Array };

const filesOf = new WeakMap<Dataset, ReadonlyMap<string, Uint8Array>>();

/**
 * Reads and checks a dataset. Throws `DatasetError` with the file, column, row, value and remedy when anything is wrong,
 * and then nothing has been kept or written.
 */
export async function loadDataset(source: DatasetSource): Promise<Dataset> {
  if (source.kind === "folder") return loadDatasetFiles(await readFolder(source.path));
  if (source.kind === "arrow") {
    const { files, demand } = packageOfDemandTable(source.bytes, source.name);
    return load(files, source.name, new Map([[DEMAND_PATH, demand]]));
  }
  const files = withoutTopFolder(await readZip(source.bytes, source.name));
  return loadDatasetFiles(files, source.name);
}

/**
 * A dataset from its files by path, as `datasetFiles` gives them. A file that the description does not list is refused;
 * `container` names what they came in, for messages.
 */
export function loadDatasetFiles(files: ReadonlyMap<string, Uint8Array>, container = DESCRIPTOR_NAME): Dataset {
  return load(files, container);
}

function load(files: ReadonlyMap<string, Uint8Array>, container: string, ready?: ReadonlyMap<string, Table>): Dataset {
  const description = files.get(DESCRIPTOR_NAME);
  if (description === undefined) {
    throw new DatasetError({
      code: "package.no-description",
      problem: `there is no ${DESCRIPTOR_NAME} in it, so it is not a dataset`,
      file: container,
      remedy: "Zip the folder that holds it, with nothing else",
    });
  }
  const descriptor = parseDescriptor(description);
  const listed = new Set([DESCRIPTOR_NAME, ...descriptor.resources.map((resource) => resource.path)]);
  for (const path of files.keys()) {
    if (listed.has(path)) continue;
    throw new DatasetError({
      code: "package.unlisted-file",
      problem: "it holds a file that the dataset's description does not list",
      file: container,
      value: path,
      remedy: "Remove the file, or get the dataset again from where it came",
    });
  }
  const dataset = assembleDataset(openPackage(descriptor, files, ready));
  filesOf.set(dataset, files);
  return dataset;
}

/**
 * The files that the dataset was read from, by path, byte for byte: `loadDatasetFiles` of them gives the same dataset and
 * hash. Throws `Error` for a dataset that `loadDataset` did not make.
 */
export function datasetFiles(dataset: Dataset): ReadonlyMap<string, Uint8Array> {
  const files = filesOf.get(dataset);
  if (files === undefined) throw new Error("Only a dataset that was loaded has files.");
  return files;
}

/** A zip of a folder often holds the folder itself: then its contents are meant. */
function withoutTopFolder(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  if (files.has(DESCRIPTOR_NAME)) return files;
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf("/") + 1)));
  const [top] = tops;
  if (tops.size !== 1 || top === undefined || !files.has(`${top}${DESCRIPTOR_NAME}`)) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length), bytes]));
}
