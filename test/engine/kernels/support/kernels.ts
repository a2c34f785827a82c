/** The kernels for tests, compiled when a source is newer than the last time. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { webAssembly } from "../../../../engine/kernels/web-assembly.ts";
import type { CompiledModule } from "../../../../engine/kernels/web-assembly.ts";

const path = (fromHere: string): string => fileURLToPath(new URL(fromHere, import.meta.url));

export function compiledKernels(): CompiledModule {
  if (webAssembly === undefined) throw new Error("There is no WebAssembly here.");
  return new webAssembly.Module(readFileSync(kernelsFile()));
}

/** Where the compiled kernels are. */
export function kernelsFile(): string {
  const file = path("../../../../node_modules/.cache/careshift/kernels.wasm");
  execFileSync(process.execPath, [path("../../../../scripts/kernels.mjs"), "--if-stale", file]);
  return file;
}
