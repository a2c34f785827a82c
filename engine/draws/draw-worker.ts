/** Entry of a thread that shares the draws of another thread's runs. It knows programs and draws, and nothing of models. */
import { parentPort } from "node:worker_threads";
import { createDrawHandler } from "./draw-handler.ts";
import { toDrawThread } from "./draw-messages.ts";
import type { FromDrawThread } from "./draw-messages.ts";
import { openMachine } from "./open-machine.ts";

if (parentPort === null) throw new Error("engine/draws/draw-worker runs as a worker thread only.");
const port = parentPort;
const handle = createDrawHandler(openMachine(new URL(import.meta.url)));

port.on("message", (message: unknown) => {
  handle(toDrawThread.parse(message), (answer) => port.postMessage(answer));
});
port.postMessage({ kind: "ready" } satisfies FromDrawThread);
