/** Main's side of the engine's process: starts it, starts it again when it dies, and asks it for handles and ports. */
import type { FileReference } from "../../engine/contract/index.ts";
import { ENGINE_PORT } from "../channels.ts";
import { fromEngine, type StandingGrant, type ToEngine } from "../control-messages.ts";
import { mayStartAgain } from "./restarts.ts";

/** The part of Electron's UtilityProcess that is used. `postMessage` hands over the ports given to it. */
export interface EngineProcess<Port> {
  postMessage(message: ToEngine, transfer?: Port[]): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** A window's page, as the one who receives the other end of the engine's port. */
export interface PortReceiver<Port> {
  postMessage(channel: string, message: unknown, transfer?: Port[]): void;
  isDestroyed(): boolean;
}

export interface EngineHostOptions<Port> {
  readonly fork: () => EngineProcess<Port>;
  readonly createChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly folders: { readonly stateFolder: string; readonly documentsFolder: string };
  /** The engine ended on its own; `again` says whether a new one has taken its place. */
  readonly onEnded: (ending: { readonly code: number; readonly again: boolean }) => void;
  /** Something that only a developer can mend. */
  readonly onFault: (message: string) => void;
  /** Milliseconds of any clock that runs on. */
  readonly now: () => number;
}

export interface EngineHost<Port> {
  start(): void;
  /** Rejects with a sentence for the person when the file cannot be had, or the engine dies before it answers. */
  grant(path: string, mode: "read" | "read-write"): Promise<FileReference>;
  /** Joins a page to the engine by a new pair of ports, now and after every new start. The latest page is kept. */
  attach(page: PortReceiver<Port>): void;
  /** For good: what ends from now on ends as it should. */
  stop(): void;
}

const GONE = "The engine stopped before it could look at the file. Try again.";
const NOT_RUNNING = "The engine is not running. Save what you can, close Careshift and open it again.";

/** Handles that are taken over by a new engine at most; the oldest are let go. */
const MOST_STANDING = 1000;

interface Waiting {
  readonly path: string;
  readonly mode: "read" | "read-write";
  readonly resolve: (file: FileReference) => void;
  readonly reject: (problem: Error) => void;
}

export function createEngineHost<Port>(options: EngineHostOptions<Port>): EngineHost<Port> {
  let current: EngineProcess<Port> | null = null;
  let page: PortReceiver<Port> | null = null;
  let stopping = false;
  let lastId = 0;
  const endings: number[] = [];
  const waiting = new Map<number, Waiting>();
  const standing: StandingGrant[] = [];

  const hear = (message: unknown): void => {
    const parsed = fromEngine.safeParse(message);
    if (!parsed.success) return options.onFault("The engine said something that the shell does not understand.");
    const answer = parsed.data;
    if (answer.kind === "broken") return options.onFault(answer.message);
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (asked === undefined) return;
    if (answer.kind === "refused") return asked.reject(new Error(answer.message));
    standing.push({ handle: answer.file.handle, path: asked.path, mode: asked.mode });
    if (standing.length > MOST_STANDING) standing.shift();
    asked.resolve(answer.file);
  };

  const ended = (engine: EngineProcess<Port>, code: number): void => {
    if (engine !== current) return;
    current = null;
    for (const asked of waiting.values()) asked.reject(new Error(GONE));
    waiting.clear();
    if (stopping) return;
    endings.push(options.now());
    const again = mayStartAgain(endings, options.now());
    if (again) start();
    options.onEnded({ code, again });
  };

  const join = (): void => {
    if (current === null || page === null || page.isDestroyed()) return;
    const { port1, port2 } = options.createChannel();
    current.postMessage({ kind: "attach" }, [port1]);
    page.postMessage(ENGINE_PORT, null, [port2]);
  };

  const start = (): void => {
    const engine = options.fork();
    current = engine;
    engine.on("message", hear);
    engine.on("exit", (code) => ended(engine, code));
    engine.postMessage({ kind: "start", ...options.folders, standing: [...standing] });
    join();
  };

  return {
    start,
    grant: (path, mode) => {
      const engine = current;
      if (engine === null) return Promise.reject(new Error(NOT_RUNNING));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { path, mode, resolve, reject });
        engine.postMessage({ kind: "grant", id, path, mode });
      });
    },
    attach: (newPage) => {
      page = newPage;
      join();
    },
    stop: () => {
      stopping = true;
      current?.kill();
    },
  };
}
