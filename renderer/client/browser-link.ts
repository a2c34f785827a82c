/** The browser door: a WebSocket to the server that sent the page, opened again whenever it is lost. */
import type { ClientContext, ClientLink } from "@orpc/client";
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

/** The link of a socket that has opened; in tests, one of their own. */
export type LinkOver = (socket: WebSocket) => ClientLink<ClientContext>;

const rpcLinkOver: LinkOver = (socket) => new RPCLink({ websocket: socket });

/**
 * The connection counts as open once the engine has answered through it: a door that has a window already lets the
 * socket open before it refuses. Refused, it goes on asking, since that window may be closed.
 */
export function connectByWebSocket(
  address: string,
  open: (address: string) => WebSocket,
  linkOver: LinkOver = rpcLinkOver,
): Connection {
  const connection = new Connection();
  let attempt = 0;
  const connect = (): void => {
    const socket = open(address);
    socket.addEventListener("open", () => {
      const link = linkOver(socket);
      link.call(["documents", "examples"], undefined, { context: {} }).then(
        () => {
          attempt = 0;
          connection.opened(link);
        },
        // The socket is about to close, and its closing says why.
        () => socket.close(),
      );
    });
    socket.addEventListener("close", ({ code, reason }) => {
      attempt += 1;
      if (code >= REFUSED) connection.refused(reason);
      else connection.lost(attempt);
      setTimeout(connect, WAITS[Math.min(attempt, WAITS.length) - 1]);
    });
  };
  connect();
  return connection;
}
