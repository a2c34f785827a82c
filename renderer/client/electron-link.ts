/** The Electron door: a MessagePort straight to the engine's process, handed over by the shell; a new one replaces it. */
import { RPCLink } from "@orpc/client/message-port";
import { Connection } from "./connection.ts";
import { ENGINE_PORT_MESSAGE } from "./shell.ts";

export function connectByMessagePort(page: Window): Connection {
  const connection = new Connection();
  page.addEventListener("message", (event) => {
    const port = event.ports[0];
    // Only the shell shares this page's window: a message from a frame or another origin is not the engine.
    if (event.source !== page || event.data !== ENGINE_PORT_MESSAGE || port === undefined) return;
    port.start();
    port.addEventListener("close", () => connection.lost(1));
    connection.opened(new RPCLink({ port }));
  });
  return connection;
}
