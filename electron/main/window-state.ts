import { readFileSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import type { WindowPlace } from "./place-window.ts";

/** Where the window was, as the file says: anything, since the file may be missing, damaged or of another program. */
export function readWindowState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A place that cannot be kept is no reason to hold up a window that closes. */
export function writeWindowState(file: string, place: WindowPlace): void {
  try {
    writeFileAtomic.sync(file, `${JSON.stringify(place)}\n`);
  } catch (problem) {
    console.error(`The window's place was not kept: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}
