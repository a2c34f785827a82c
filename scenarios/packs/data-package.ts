/** datapackage.json at the root of a pack: the whole pack as a Frictionless Data Package. */
import { z } from "zod";
import { DATASET_FOLDER, DESCRIPTOR_NAME } from "./manifest.ts";
import { sha256Hex } from "./hash.ts";

const described = z.looseObject({ resources: z.array(z.looseObject({ path: z.string() })) });

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The dataset's own description with its resources found in `dataset/`, and the scenarios and results as further ones.
 * What only describes a dataset of its own (the "careshift" part) stays in `dataset/datapackage.json`.
 */
export function dataPackage(
  datasetFiles: ReadonlyMap<string, Uint8Array>,
  documents: readonly PackedFile[],
  name: string,
  title: string,
): string {
  const own = ownDescription(datasetFiles);
  const tables = own.resources.map((resource) => ({ ...resource, path: DATASET_FOLDER + resource.path }));
  const descriptor = {
    profile: "data-package",
    ...own.rest,
    name: `${name.toLowerCase().replace(/[^a-z0-9._-]+/g, "-")}-pack`,
    title,
    resources: [...tables, ...documents.map(documentResource)],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function ownDescription(files: ReadonlyMap<string, Uint8Array>) {
  const bytes = files.get(DESCRIPTOR_NAME);
  if (bytes === undefined) throw new Error(`The dataset's files have no ${DESCRIPTOR_NAME}.`);
  const { resources, ...rest } = described.parse(JSON.parse(new TextDecoder().decode(bytes)));
  delete rest["careshift"];
  return { resources, rest };
}

function documentResource({ path, bytes }: PackedFile) {
  return {
    name: path.replace(/\.json$/, "").replace(/[^a-z0-9]+/g, "-"),
    path,
    format: "json",
    mediatype: "application/json",
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${sha256Hex(bytes)}`,
  };
}
