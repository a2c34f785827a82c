/** Entry of the `careshift` command: the real machine, given to the program. */
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Io } from "./io.ts";
import { launch } from "./launch.ts";
import { main } from "./program.ts";

// Bundled, this file is dist/cli/careshift.js.
const app = new URL("../../", import.meta.url);

async function readInput(most: number): Promise<string> {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const part of process.stdin) {
    text += String(part);
    if (text.length > most) break;
  }
  return text.slice(0, most);
}

let stopped: Promise<void> | null = null;

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  input: readInput,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  cwd: process.cwd(),
  root: process.getuid?.() === 0,
  places: {
    app: fileURLToPath(app),
    examples: fileURLToPath(new URL("examples/", app)),
    renderer: fileURLToPath(new URL("dist/renderer/", app)),
    worker: new URL("dist/engine/worker.js", app),
  },
  // Only a command that stays up takes Ctrl-C into its own hands; the others end by it as any program does.
  get stopped() {
    stopped ??= new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    return stopped;
  },
  launch,
};

// A reader that has seen enough (`careshift run | head`) closes the pipe: that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

// The exit code is set, not forced: what was written is given time to arrive.
process.exitCode = await main(process.argv.slice(2), io);
