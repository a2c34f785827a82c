/** The Electron door: a MessagePort straight to the engine's process, handed over by the shell; a new one replaces it. */
import { RPCLink } from "@orpc/client/message-port";
import { Connection } from "./connection.ts";
import { ENGINE_PORT_MESSAGE } from "./shell.ts";

export function connectByMessagePort(page: Window): Connection {
  const connection = new Connection();
  /** The port that is used; null before the first one, and while none is there. */
  let current: MessagePort | null = null;

  page.addEventListener("message", (event) => {
    const port = event.ports[0];
    // Only the shell shares this page's window: a message from a frame or another origin is not the engine.
    if (event.source !== page || event.data !== ENGINE_PORT_MESSAGE || port === undefined) return;
    // A new port may overtake the word that the old one has ended. The old one then ends here, and first: what it was
    // still asked fails before the new connection is told of, so that it is asked again there.
    const overtaken = current;
    overtaken?.dispatchEvent(new Event("close"));
    overtaken?.close();

    current = port;
    port.start();
    port.addEventListener("close", () => {
      // The late word of a port that has been replaced says nothing of the one that is used.
      if (current !== port) return;
      current = null;
      connection.lost(1);
    });
    const open = (): void => {
      if (current === port) connection.opened(new RPCLink({ port }));
    };
    // In a later turn, when the failed calls have been told of.
    if (overtaken === null) open();
    else setTimeout(open);
  });
  return connection;
}
