/** What was chosen to be opened, as bytes or a folder, told by its content. */
import { stat } from "node:fs/promises";
import path from "node:path";
import type { DatasetSource } from "../datasets/index.ts";
import { readWholeFile } from "./atomic-file.ts";
import { MAX_UPLOAD_BYTES } from "./contract/index.ts";
import { contentKind } from "./file-content.ts";
import { EngineProblem } from "./problem.ts";

export type Source = DatasetSource | { readonly kind: "json"; readonly name: string; readonly bytes: Uint8Array };

export type Chosen =
  | { readonly place: "disk"; readonly path: string }
  | { readonly place: "memory"; readonly name: string; readonly bytes: Uint8Array };

const DESCRIPTOR = "datapackage.json";

/**
 * A folder, or a data package's descriptor in its folder, is a folder; a file is what it begins as.
 * Throws for anything that no document of Careshift begins as.
 */
export async function readSource(chosen: Chosen): Promise<Source> {
  if (chosen.place === "disk") {
    if ((await stat(chosen.path)).isDirectory()) return { kind: "folder", path: chosen.path };
    if (path.basename(chosen.path) === DESCRIPTOR) return { kind: "folder", path: path.dirname(chosen.path) };
    return sourceOfBytes(path.basename(chosen.path), await readWholeFile(chosen.path, MAX_UPLOAD_BYTES));
  }
  if (chosen.name === DESCRIPTOR) {
    throw new EngineProblem(
      "file.descriptor-alone",
      `${DESCRIPTOR} describes a dataset, and its tables lie beside it. Put the whole folder in a .zip and open that.`,
    );
  }
  return sourceOfBytes(chosen.name, chosen.bytes);
}

function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  const kind = contentKind(bytes);
  if (kind !== "unknown") return { kind, name, bytes };
  // The layer that reads what the name promises says best what is there in its place: a CSV, a PDF, zeros.
  const promised = bytes.length === 0 ? undefined : promisedBy(name);
  if (promised !== undefined) return { kind: promised, name, bytes };
  const what = bytes.length === 0 ? "is empty" : "is not a file that Careshift can open";
  throw new EngineProblem(
    "file.unknown",
    `${name} ${what}. Careshift opens a dataset (a folder or .zip with a ${DESCRIPTOR}, or one Arrow file), a scenario ` +
      "(.scenario.json) or a pack (.careshift).",
    { path: name },
  );
}

function promisedBy(name: string): "zip" | "arrow" | undefined {
  if (/\.(zip|careshift)$/i.test(name)) return "zip";
  return /\.(arrows?|feather|ipc)$/i.test(name) ? "arrow" : undefined;
}
