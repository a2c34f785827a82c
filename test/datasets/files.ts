/** Test files, as bytes on an odd address: what arrives over a network or out of a zip is rarely aligned. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function arrowFile(name: string): Uint8Array {
  const path = fileURLToPath(new URL(`files/arrow/${name}`, import.meta.url));
  const bytes = readFileSync(path);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  return shifted.subarray(3);
}
