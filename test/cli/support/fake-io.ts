/** A machine for the command line whose output is kept and whose other programs are the test's. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Io, Launch } from "../../../cli/io.ts";

const app = fileURLToPath(new URL("../../../", import.meta.url));

export interface Captured {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when what was printed to `out` matches. */
  readonly printed: (wanted: RegExp) => Promise<void>;
  /** Programs that were started, with their arguments. */
  readonly launched: string[][];
}

/** No program can be started, unless the test gives a `launch` of its own. */
const nothingStarts: Launch = () => ({
  started: Promise.resolve(false),
  ended: Promise.resolve(null),
  stop: () => undefined,
});

export function fakeIo(home: string, change: Partial<Io> = {}): Captured {
  let out = "";
  let err = "";
  const launched: string[][] = [];
  const waiting = new Map<RegExp, () => void>();
  const start = change.launch ?? nothingStarts;
  const io: Io = {
    out: (text) => {
      out += text;
      for (const [wanted, resolve] of waiting) if (wanted.test(out)) resolve();
    },
    err: (text) => (err += text),
    input: () => Promise.resolve(""),
    env: {},
    platform: "linux",
    home,
    cwd: home,
    root: false,
    places: {
      app,
      examples: path.join(app, "examples"),
      renderer: path.join(app, "dist", "renderer"),
      worker: new URL("../../../dist/engine/worker.js", import.meta.url),
    },
    stopped: new Promise(() => undefined),
    ...change,
    launch: (file, args, options) => {
      launched.push([file, ...args]);
      return start(file, args, options);
    },
  };
  const printed = (wanted: RegExp): Promise<void> =>
    wanted.test(out) ? Promise.resolve() : new Promise((resolve) => waiting.set(wanted, resolve));
  return { io, out: () => out, err: () => err, printed, launched };
}
