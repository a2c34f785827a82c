/** The WebSocket of the browser door: the engine's messages, for one window at a time. */
import { RPCHandler } from "@orpc/server/ws";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { EngineRouter } from "../../engine/index.ts";
import { isOwnHost, isOwnOrigin } from "./guards.ts";
import { createRateLimit } from "./rate-limit.ts";
import type { Sessions } from "./session.ts";

export const RPC_PATH = "/rpc";
/** Close code of a window that was refused because another one is open; its reason is a sentence for the person. */
export const ALREADY_OPEN = 4409;
/** Close code of a window that sends more than a person could cause. */
const TOO_MANY_MESSAGES = 4429;

export interface SocketDoor {
  readonly router: EngineRouter;
  readonly port: number;
  readonly sessions: Sessions;
  readonly limits: SocketLimits;
  /** Told when a window has come or gone. */
  readonly windows: (open: boolean) => void;
}

export interface SocketLimits {
  readonly messageBytes: number;
  readonly burst: number;
  readonly perSecond: number;
  /** How long the window that is open has to show that it still is, when another one comes. */
  readonly pongMs: number;
}

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createSockets(door: SocketDoor): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: door.limits.messageBytes,
    perMessageDeflate: false,
  });
  const handler = new RPCHandler(door.router);
  let current: WebSocket | null = null;
  let turn: Promise<void> = Promise.resolve();

  const admit = async (websocket: WebSocket): Promise<void> => {
    if (websocket.readyState !== WebSocket.OPEN) return;
    if (current !== null && (await answers(current, door.limits.pongMs))) {
      websocket.close(ALREADY_OPEN, "Careshift is open in another window. Close that one first.");
      return;
    }
    current?.terminate();
    current = websocket;
    websocket.on("close", () => {
      if (current !== websocket) return;
      current = null;
      door.windows(false);
    });
    const allowed = createRateLimit(door.limits.burst, door.limits.perSecond, Date.now);
    websocket.on("message", () => {
      if (!allowed()) websocket.close(TOO_MANY_MESSAGES, "Too many messages in a moment. Reload the window.");
    });
    door.windows(true);
    await handler.upgrade(websocket);
  };

  return {
    upgrade: (request, socket, head) => {
      const refusal = whyRefused(door, request);
      if (refusal !== null) {
        socket.on("error", () => undefined);
        socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (websocket) => {
        // Too large a message, or one that is not in order: the package closes the socket, and tells it here.
        websocket.on("error", () => undefined);
        // Windows that come at the same time are looked at one after the other. What they send meanwhile waits.
        websocket.pause();
        turn = turn.then(() => admit(websocket)).finally(() => websocket.resume());
      });
    },
    close: () => {
      for (const websocket of server.clients) websocket.terminate();
      server.close();
    },
  };
}

function whyRefused(door: SocketDoor, request: IncomingMessage): string | null {
  if (!isOwnHost(request.headers.host, door.port)) return "421 Misdirected Request";
  if (!isOwnOrigin(request.headers.origin, door.port)) return "403 Forbidden";
  if (!door.sessions.knows(request.headers.cookie, door.port)) return "403 Forbidden";
  return request.url === RPC_PATH ? null : "404 Not Found";
}

/** Whether a window is still there: a browser answers a ping by itself, one that was closed or reloaded does not. */
function answers(websocket: WebSocket, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    if (websocket.readyState !== WebSocket.OPEN) {
      resolve(false);
      return;
    }
    const settle = (there: boolean): void => {
      clearTimeout(timer);
      websocket.off("pong", pong);
      websocket.off("close", gone);
      resolve(there);
    };
    const pong = (): void => settle(true);
    const gone = (): void => settle(false);
    const timer = setTimeout(gone, withinMs);
    websocket.on("pong", pong);
    websocket.on("close", gone);
    websocket.ping();
  });
}
