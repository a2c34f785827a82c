/** Hashes of files and of whole datasets. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { DatasetError } from "../dataset-error.ts";
import { DESCRIPTOR_NAME } from "./descriptor.ts";
import type { Descriptor } from "./descriptor.ts";

/** `sha256:` and 64 hexadecimal digits, as a data package states it. */
export function fileHash(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/**
 * `sha256-` and the hash of the descriptor in canonical JSON (RFC 8785). The descriptor holds the hash of every table, so
 * this stands for the whole dataset, whether it comes as a folder, a zip or inside a pack. Throws `DatasetError` where
 * there is no canonical form.
 */
export function datasetHash(descriptor: Descriptor): string {
  let text: string | undefined;
  try {
    text = canonicalize(descriptor);
  } catch {
    // A number beyond all numbers (1e999), or nesting without end, in a part that is not read.
  }
  if (text === undefined) {
    throw new DatasetError({
      code: "descriptor.wrong",
      problem: "the description holds a number or a nesting that has no canonical form",
      file: DESCRIPTOR_NAME,
      remedy: "Remove it",
    });
  }
  return `sha256-${createHash("sha256").update(text).digest("hex")}`;
}
