/** The draw machine of this thread: the kernels in WebAssembly that lie beside the worker, else the plain one. */
import { readFileSync } from "node:fs";
import { plainMachine } from "../../models/index.ts";
import type { DrawMachine } from "../../models/index.ts";
import { openKernelMachine } from "../kernels/kernel-machine.ts";
import { webAssembly } from "../kernels/web-assembly.ts";

/** `worker` is the address of the bundled worker. Both machines give the same numbers. */
export function openMachine(worker: URL): DrawMachine {
  if (webAssembly === undefined) return plainMachine;
  try {
    return openKernelMachine(new webAssembly.Module(readFileSync(new URL("kernels.wasm", worker))));
  } catch {
    // Without kernels, or where they may not be compiled, draws take longer.
    return plainMachine;
  }
}

/** The bundled entry of threads that share draws: it lies beside the worker. */
export function drawWorkerBeside(worker: URL): URL {
  return new URL("draw-worker.js", worker);
}
