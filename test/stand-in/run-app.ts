/** Runs the bundled shell of a built program, dist/ or an unpacked archive, with the substitute for Electron. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { compileFunction } from "node:vm";
import type { Page } from "playwright-core";
import type { StandInBrowserWindow } from "./browser-window.ts";
import { createStandIn, type StandIn, type StandInOptions } from "./electron.ts";

export interface RunningApp {
  readonly electron: StandIn;
  readonly window: StandInBrowserWindow;
  readonly page: Page;
  close(): Promise<void>;
}

/** Runs main.cjs as Electron would, and makes the app ready. Does not wait for the window. */
export function runMain(root: string, words: readonly string[], options: StandInOptions): StandIn {
  const electron = createStandIn(options);
  const file = path.join(root, "dist", "electron", "main.cjs");
  const requireOfNode = createRequire(file);
  const require = (name: string): unknown => (name === "electron" ? electron.module : requireOfNode(name));
  const commandLine = options.isPackaged ? [file, ...words] : [process.execPath, root, ...words];
  // The shell's own view of the process: its command line, and an environment with something in it to be kept from the engine.
  const seen = Object.create(process, {
    argv: { value: commandLine },
    env: { value: { ...process.env, CARESHIFT_SECRET: "kept in main", NODE_OPTIONS: "" } },
  }) as NodeJS.Process;
  const module = { exports: {} };
  const run = compileFunction(
    readFileSync(file, "utf8"),
    ["require", "module", "exports", "__filename", "__dirname", "process"],
    {
      filename: file,
    },
  );
  run(require, module, module.exports, file, path.dirname(file), seen);
  electron.ready();
  return electron;
}

/** Runs the app until its first page has loaded. */
export async function runApp(root: string, words: readonly string[], options: StandInOptions): Promise<RunningApp> {
  const electron = runMain(root, words, options);
  // The shell starts in a later turn, once it has heard that the app is ready.
  await new Promise((resolve) => setImmediate(resolve));
  const [window] = electron.windows;
  if (window === undefined) throw new Error("The shell made no window.");
  await window.loading;
  return { electron, window, page: window.webContents.openPage, close: () => electron.close() };
}
