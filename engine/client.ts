/** Typed clients of the engine contract, one for each way in. All speak the same serialised messages. */
import { createORPCClient } from "@orpc/client";
import { RPCLink as MessagePortLink } from "@orpc/client/message-port";
import { RPCLink as WebSocketLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { RPCHandler } from "@orpc/server/message-port";
import { MessageChannel } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import type { WebSocket } from "ws";
import type { Contract } from "./contract/index.ts";
import type { EngineRouter } from "./router.ts";

export type EngineClient = ContractRouterClient<Contract>;

/** A client over a Node MessagePort whose other end is served. Starts the port. */
function clientOverPort(port: MessagePort): EngineClient {
  const client: EngineClient = createORPCClient(new MessagePortLink({ port }));
  port.start();
  return client;
}

/** A client over an open or opening WebSocket of the `ws` package. */
export function clientOverWebSocket(websocket: WebSocket): EngineClient {
  // It behaves as a browser's does; only the types of its listeners' options differ.
  const asInBrowsers = websocket as unknown as ConstructorParameters<typeof WebSocketLink>[0]["websocket"];
  return createORPCClient(new WebSocketLink({ websocket: asInBrowsers }));
}

/** Serves the engine on one end of a Node MessagePort. Starts the port. */
function serveOverPort(router: EngineRouter, port: MessagePort): void {
  new RPCHandler(router).upgrade(port);
  port.start();
}

/**
 * A client in the same process, through the same serialisation as every other: each message is encoded, posted and
 * validated. `close` ends both ends of the channel.
 */
export function clientInProcess(router: EngineRouter): { readonly client: EngineClient; readonly close: () => void } {
  const channel = new MessageChannel();
  serveOverPort(router, channel.port1);
  const client = clientOverPort(channel.port2);
  return {
    client,
    close: () => {
      channel.port1.close();
      channel.port2.close();
    },
  };
}
