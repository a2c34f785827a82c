/** Entry of the engine's own process: the same engine as the other doors use, served on the ports that main hands over. */
import { RPCHandler } from "@orpc/server/message-port";
import type { MessagePortMain } from "electron";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createEngineHost, drawThreadsHere } from "../engine/index.ts";
import { createEngineControl } from "./engine-control.ts";
import { surviveUnreadMessages } from "./unread-messages.ts";

/** One core is left to the window; more than four workers gain nothing on one board. */
const WORKERS = Math.max(1, Math.min(4, availableParallelism() - 1));

const { parentPort } = process;

surviveUnreadMessages(process, (line) => console.error(line));

const hear = createEngineControl<MessagePortMain>({
  start: ({ stateFolder, documentsFolder }) => {
    const engine = createEngineHost({
      // The built program keeps its tree: dist/electron/engine.js, dist/engine/worker.js, examples/.
      examplesFolder: fileURLToPath(new URL("../../examples", import.meta.url)),
      workerUrl: new URL("../engine/worker.js", import.meta.url),
      stateFolder,
      documentsFolder: path.join(documentsFolder, "Careshift"),
      workers: WORKERS,
      drawThreads: drawThreadsHere(),
    });
    const handler = new RPCHandler(engine.router);
    return {
      grant: engine.grant,
      serve: (port) => {
        handler.upgrade(port);
        port.start();
      },
    };
  },
  reply: (message) => parentPort.postMessage(message),
});

parentPort.on("message", ({ data, ports }) => hear(data, ports));
