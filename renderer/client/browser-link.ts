/** The browser door: a WebSocket to the server that sent the page, opened again whenever it is lost. */
import { RPCLink } from "@orpc/client/websocket";
import { Connection } from "./connection.ts";

/** Milliseconds before attempt 1, 2, 3, ...; the last one repeats. */
const WAITS = [250, 500, 1000, 2000, 5000];

/** Close codes from here on are the door's own: it refuses this window, and says why. */
const REFUSED = 4000;

/** Address of the engine beside the page: "ws://127.0.0.1:4000/rpc". */
export function rpcAddress(page: { readonly protocol: string; readonly host: string }): string {
  return `${page.protocol === "https:" ? "wss:" : "ws:"}//${page.host}/rpc`;
}

export function connectByWebSocket(address: string, open: (address: string) => WebSocket): Connection {
  const connection = new Connection();
  let attempt = 0;
  const connect = (): void => {
    const socket = open(address);
    socket.addEventListener("open", () => {
      attempt = 0;
      connection.opened(new RPCLink({ websocket: socket }));
    });
    socket.addEventListener("close", ({ code, reason }) => {
      if (code >= REFUSED) {
        connection.refused(reason);
        return;
      }
      attempt += 1;
      connection.lost(attempt);
      setTimeout(connect, WAITS[Math.min(attempt, WAITS.length) - 1]);
    });
  };
  connect();
  return connection;
}
