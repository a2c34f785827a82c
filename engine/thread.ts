/** One worker of the pool: a thread of its own, or (command line, tests) the same handler in this process. */
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { HandleRequest } from "./messages.ts";
import { toWorker } from "./messages.ts";

export interface Thread {
  post(message: object): void;
  /** Ends the thread. Its `ended` is told, unless it has ended already. */
  terminate(): void;
}

export interface ThreadListener {
  /** A message as it came: not checked yet. */
  readonly message: (message: unknown) => void;
  /** The thread is no more: told once, with why. */
  readonly ended: (why: string) => void;
}

export type StartThread = (listener: ThreadListener) => Thread;

/** What a worker may use. A model of thirty areas takes some tens of MB; beyond this something is wrong. */
const MEMORY = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 128, stackSizeMb: 8 };

/** What a worker thread that runs scenarios is told at its start. */
export const startData = z.object({
  /** How many threads of its own share draws with it. */
  helpers: z.number().int().min(0).max(64),
  /** Whether to start those at once, and not at the first run with draws. */
  early: z.boolean(),
});
export type StartData = z.infer<typeof startData>;

/** Starts threads that run the bundled worker. They see nothing of this process's environment, arguments or streams. */
export function workerThreads(workerUrl: URL, data?: StartData): StartThread {
  return (listener) => {
    let why = "";
    let over = false;
    const end = (reason: string): void => {
      if (over) return;
      over = true;
      listener.ended(reason);
    };
    const worker = new Worker(workerUrl, {
      env: {},
      workerData: data,
      argv: [],
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: MEMORY,
      name: "careshift-engine",
    });
    // Streams that nobody reads would fill up and hold the worker.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", listener.message);
    worker.on("messageerror", (error) => {
      why = error.message;
      void worker.terminate();
    });
    worker.on("error", (error) => {
      why = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", (code) => end(why === "" ? `it ended with code ${code}` : why));
    return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
  };
}

export interface HandlerHere {
  readonly handle: HandleRequest;
  /** Ends the threads that it has. */
  readonly close: () => void;
}

/** "Threads" of this process: messages are cloned as they would be between threads, and answered in turn. */
export function inThisProcess(createHandler: () => HandlerHere): StartThread {
  return (listener) => {
    const { handle, close } = createHandler();
    let over = false;
    const tell = (message: unknown): void => {
      setImmediate(() => {
        if (!over) listener.message(message);
      });
    };
    const end = (why: string): void => {
      if (over) return;
      over = true;
      close();
      setImmediate(() => listener.ended(why));
    };
    const answer = (request: unknown): void => {
      if (over) return;
      try {
        handle(toWorker.parse(request), (reply, transfer = []) =>
          tell(structuredClone(reply, { transfer: [...transfer] })),
        );
      } catch (error) {
        // A thread that throws dies: so does this one.
        end(error instanceof Error ? error.message : String(error));
      }
    };
    tell({ kind: "ready" });
    return {
      post: (message) => {
        const request: unknown = structuredClone(message);
        setImmediate(() => answer(request));
      },
      terminate: () => end("it was ended"),
    };
  };
}
