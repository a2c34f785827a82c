/** Starts a Chromium for a test: one that is installed, or else the one that comes through npm. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { type ExtractedChromium, extractChromium } from "./extract-chromium.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Our own pages only are shown, so the sandbox, which containers and root accounts refuse, can be left off. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first installed browser of the Chromium family, or null. */
export function installedChromium(): string | null {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  return [...onPath, ...(USUAL_PLACES[process.platform] ?? [])].find(isExecutable) ?? null;
}

/**
 * The browser that the tests use. CARESHIFT_TEST_BROWSER holds the path of another, or "npm" for the packaged one
 * although a browser is installed.
 */
export function chromiumForTests(): ExtractedChromium {
  const wish = process.env["CARESHIFT_TEST_BROWSER"] ?? "";
  if (wish !== "" && wish !== "npm") return { executable: wish, environment: {} };
  const installed = wish === "npm" ? null : installedChromium();
  return installed === null ? extractChromium() : { executable: installed, environment: {} };
}

/** A headless browser; the caller closes it. */
export async function launchChromium(extraFlags: readonly string[] = []): Promise<Browser> {
  const { executable, environment } = chromiumForTests();
  return chromium.launch({
    executablePath: executable,
    args: [...FLAGS, ...extraFlags],
    env: { ...process.env, ...environment },
  });
}
