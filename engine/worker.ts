/** Entry of the worker thread: the run handler behind the thread's port, with threads of its own to share draws. */
import { parentPort, workerData } from "node:worker_threads";
import { createCrew } from "./draws/crew.ts";
import { drawWorkerBeside, openMachine } from "./draws/open-machine.ts";
import { toWorker } from "./messages.ts";
import type { FromWorker } from "./messages.ts";
import { startData, workerThreads } from "./thread.ts";
import { createRunHandler } from "./worker-run.ts";

if (parentPort === null) throw new Error("engine/worker runs as a worker thread only.");
const port = parentPort;
const own = new URL(import.meta.url);
const { helpers, early } = startData.parse(workerData);
const machine = openMachine(own);
const crew = createCrew(machine, workerThreads(drawWorkerBeside(own)), helpers);
const handle = createRunHandler(machine, crew);

port.on("message", (message: unknown) => {
  handle(toWorker.parse(message), (answer, transfer = []) => port.postMessage(answer, [...transfer]));
});
port.postMessage({ kind: "ready" } satisfies FromWorker);
if (early) await crew.prepare();
