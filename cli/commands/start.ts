/** `careshift start`: Electron's window where its runtime is to be had, the browser door otherwise. */
import type { Io } from "../io.ts";
import { hasDisplay } from "../start/browsers.ts";
import { findElectron } from "../start/electron-runtime.ts";
import { serve } from "./serve.ts";

const IN_BROWSER = { port: 0, open: true } as const;

export async function start(io: Io): Promise<number> {
  const why = await tryElectron(io);
  if (why === null) return 0;
  if (why !== "") io.out(`${why}\n`);
  return serve(io, IN_BROWSER);
}

/** Null when Electron's window was opened and closed by the person; otherwise one line on why it was not. */
async function tryElectron(io: Io): Promise<string | null> {
  // The browser door says itself that there is no display.
  if (!hasDisplay(io)) return "";
  if (io.root && io.platform === "linux") {
    return "Electron does not start for the administrator (root) on Linux; opening in the browser instead.";
  }
  const electron = await findElectron(io);
  if (electron === null) {
    return "Electron's runtime is not installed and could not be fetched; opening in the browser instead.";
  }
  const window = io.launch(electron, [io.places.app], { inherit: true });
  void io.stopped.then(window.stop);
  if (!(await window.started)) return "Electron's runtime could not be started; opening in the browser instead.";
  const code = await window.ended;
  return code === 0 || code === null ? null : `Electron ended with code ${code}; opening in the browser instead.`;
}
