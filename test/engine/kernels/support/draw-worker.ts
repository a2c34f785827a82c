/** A thread that runs a program over some of the draws of a store; the column of draw d holds d. */
import { workerData } from "node:worker_threads";
import { openKernelMachine } from "../../../../engine/kernels/kernel-machine.ts";
import type { CompiledModule } from "../../../../engine/kernels/web-assembly.ts";
import { plainMachine } from "../../../../models/language/draws/plain-machine.ts";
import type { DrawProgram, ResultStore } from "../../../../models/index.ts";

export interface DrawTask {
  /** Absent, the plain machine runs it. */
  readonly kernels?: CompiledModule;
  readonly program: DrawProgram;
  readonly store: ResultStore;
  readonly tile: number;
  readonly from: number;
  readonly count: number;
}

const { kernels, program, store, tile, from, count } = workerData as DrawTask;
const loaded = (kernels === undefined ? plainMachine : openKernelMachine(kernels)).load(program, tile, store);
for (let done = 0; done < count; done += tile) {
  const now = Math.min(tile, count - done);
  loaded.columns[0]?.set(Float64Array.from({ length: now }, (_, d) => from + done + d));
  loaded.run(now, from + done);
}
