/** Hashes of files and of whole datasets. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Descriptor } from "./descriptor.ts";

/** `sha256:` and 64 hexadecimal digits, as a data package states it. */
export function fileHash(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/**
 * `sha256-` and the hash of the descriptor in canonical JSON (RFC 8785). The descriptor holds the hash of every table, so
 * this stands for the whole dataset, whether it comes as a folder, a zip or inside a pack.
 */
export function datasetHash(descriptor: Descriptor): string {
  const text = canonicalize(descriptor);
  if (text === undefined) throw new Error("A descriptor that was parsed has a canonical form.");
  return `sha256-${createHash("sha256").update(text).digest("hex")}`;
}
