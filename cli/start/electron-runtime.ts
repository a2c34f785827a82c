/**
 * Electron's runtime: the `electron` package comes without it and fetches it when it is first used. Here it is looked
 * for, and fetched once, quietly and within a bounded time.
 */
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import type { Io } from "../io.ts";

const FETCH_MS = 120_000;

/** The runtime's program file when it is installed, else null. */
export async function installedElectron(app: string): Promise<string | null> {
  const folder = path.join(app, "node_modules", "electron");
  try {
    const name = (await readFile(path.join(folder, "path.txt"), "utf8")).trim();
    const file = path.join(folder, "dist", name);
    await access(file);
    return file;
  } catch {
    return null;
  }
}

/** The runtime's program file, fetched first where that is needed and possible, else null. */
export async function findElectron(io: Io): Promise<string | null> {
  const installed = await installedElectron(io.places.app);
  if (installed !== null) return installed;
  const installer = path.join(io.places.app, "node_modules", "electron", "install.js");
  if (
    !(await access(installer).then(
      () => true,
      () => false,
    ))
  )
    return null;
  io.err("Fetching Electron's runtime, once (up to two minutes)...\n");
  const fetching = io.launch(process.execPath, [installer], { timeoutMs: FETCH_MS });
  void io.stopped.then(fetching.stop);
  return (await fetching.ended) === 0 ? installedElectron(io.places.app) : null;
}
