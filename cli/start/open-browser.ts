/** Opens the window's address in a browser, where one can be opened. */
import { realpath } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Io } from "../io.ts";
import { defaultBrowser, hasDisplay, possibleBrowsers, profileFolder, windowArguments } from "./browsers.ts";

/** A browser that cannot start ends within this time. */
const FAILS_WITHIN_MS = 1500;

export type Opening =
  { readonly kind: "opened"; readonly where: string } | { readonly kind: "none"; readonly why: string };

export async function openInBrowser(
  io: Io,
  address: string,
  stateFolder: string,
  failsWithinMs = FAILS_WITHIN_MS,
): Promise<Opening> {
  if (!hasDisplay(io)) return { kind: "none", why: "There is no display here, so no window is opened." };
  if (io.root) {
    return {
      kind: "none",
      why: "Browsers do not start for the administrator (root), so no window is opened: use the address in a browser of yours.",
    };
  }
  for (const browser of possibleBrowsers(io)) {
    const file = await realpath(browser.file).catch(() => null);
    if (file === null) continue;
    const profile = profileFolder(browser.file, stateFolder, io.home);
    if (await starts(io, browser.file, windowArguments(address, profile), failsWithinMs)) {
      return { kind: "opened", where: `a window of ${browser.name}` };
    }
  }
  const { file, args } = defaultBrowser(io.platform, address);
  if (await starts(io, file, args, failsWithinMs)) return { kind: "opened", where: "your browser" };
  return { kind: "none", why: "No browser could be started, so no window is opened." };
}

/** Whether the program started and did not fail at once. */
async function starts(io: Io, file: string, args: readonly string[], failsWithinMs: number): Promise<boolean> {
  const launched = io.launch(file, args, { detached: true });
  if (!(await launched.started)) return false;
  const code = await Promise.race([launched.ended, wait(failsWithinMs, 0, { ref: false })]);
  return code === 0;
}
