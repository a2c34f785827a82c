/**
 * The browser door: the window's files and the engine's WebSocket on 127.0.0.1, for the person at this machine and no
 * one else. Host and Origin are checked, the way in works once, one window is served at a time.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { MAX_UPLOAD_BYTES } from "../../engine/index.ts";
import type { EngineRouter } from "../../engine/index.ts";
import { answerRequest } from "./assets.ts";
import { createRateLimit } from "./rate-limit.ts";
import { createSessions } from "./session.ts";
import { createSockets } from "./socket.ts";
import type { SocketLimits } from "./socket.ts";

export interface DoorOptions {
  readonly router: EngineRouter;
  readonly rendererFolder: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Told when a window has come or gone. */
  readonly windows?: (open: boolean) => void;
  /** Told when a browser without a session asks for the window, and there is no unused address. */
  readonly shutOut?: () => void;
  readonly limits?: Partial<DoorLimits>;
}

interface DoorLimits extends SocketLimits {
  readonly requestBurst: number;
  readonly requestsPerSecond: number;
}

export interface Door {
  readonly port: number;
  /** A new address that lets one browser in. */
  newAddress(): string;
  close(): Promise<void>;
}

const LIMITS: DoorLimits = {
  // A file that was picked arrives in one message, with a little around it.
  messageBytes: MAX_UPLOAD_BYTES + 1024 * 1024,
  burst: 1000,
  perSecond: 400,
  pongMs: 1000,
  requestBurst: 200,
  requestsPerSecond: 50,
};

/** Opens the door. Rejects with the system's error when the port is taken. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const limits = { ...LIMITS, ...options.limits };
  const sessions = createSessions();
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 20_000 });
  server.maxConnections = 200;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: options.port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;

  const allowed = createRateLimit(limits.requestBurst, limits.requestsPerSecond, Date.now);
  const shutOut = options.shutOut ?? (() => undefined);
  const assets = { rendererFolder: options.rendererFolder, port, sessions, allowed, shutOut };
  server.on("request", (request, response) => {
    answerRequest(assets, request, response).catch(() => response.destroy());
  });
  const sockets = createSockets({
    router: options.router,
    port,
    sessions,
    limits,
    windows: options.windows ?? (() => undefined),
  });
  server.on("upgrade", (request, socket, head) => {
    if (allowed()) sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  server.on("clientError", (_, socket) => socket.destroy());

  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}/?token=${sessions.newToken()}`,
    close: () =>
      new Promise((resolve) => {
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
