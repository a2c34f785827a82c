/** Entry of the worker thread: the run handler behind the thread's port. */
import { parentPort } from "node:worker_threads";
import { toWorker } from "./messages.ts";
import type { FromWorker } from "./messages.ts";
import { createRunHandler } from "./worker-run.ts";

if (parentPort === null) throw new Error("engine/worker runs as a worker thread only.");
const port = parentPort;
const handle = createRunHandler();

port.on("message", (message: unknown) => {
  handle(toWorker.parse(message), (answer, transfer = []) => port.postMessage(answer, [...transfer]));
});
port.postMessage({ kind: "ready" } satisfies FromWorker);
