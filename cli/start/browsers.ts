/** Browsers that can show the window without an address bar, by system, in the order they are tried. */
import path from "node:path";
import type { Io } from "../io.ts";

export interface Browser {
  readonly name: string;
  readonly file: string;
}

type Machine = Pick<Io, "env" | "platform" | "home">;

const ON_PATH: ReadonlyArray<readonly [string, string]> = [
  ["Chromium", "chromium"],
  ["Chromium", "chromium-browser"],
  ["Google Chrome", "google-chrome-stable"],
  ["Google Chrome", "google-chrome"],
  ["Microsoft Edge", "microsoft-edge-stable"],
  ["Microsoft Edge", "microsoft-edge"],
];

const IN_APPLICATIONS: ReadonlyArray<readonly [string, string]> = [
  ["Google Chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["Microsoft Edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["Chromium", "Chromium.app/Contents/MacOS/Chromium"],
];

const IN_PROGRAM_FILES: ReadonlyArray<readonly [string, string]> = [
  ["Google Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  ["Microsoft Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
  ["Chromium", "Chromium\\Application\\chrome.exe"],
];

/** Every place where one may be; most will not be there. */
export function possibleBrowsers({ env, platform, home }: Machine): Browser[] {
  if (platform === "win32") {
    const roots = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]].filter(isText);
    return IN_PROGRAM_FILES.flatMap(([name, file]) =>
      roots.map((root) => ({ name, file: path.win32.join(root, file) })),
    );
  }
  if (platform === "darwin") {
    const roots = ["/Applications", path.posix.join(home, "Applications")];
    return IN_APPLICATIONS.flatMap(([name, file]) =>
      roots.map((root) => ({ name, file: path.posix.join(root, file) })),
    );
  }
  const folders = (env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return ON_PATH.flatMap(([name, file]) => folders.map((folder) => ({ name, file: path.posix.join(folder, file) })));
}

/**
 * Arguments for a window of its own: no address bar, and a profile of its own, so that it shares no tabs, extensions or
 * cookies with the person's browsing.
 */
export function windowArguments(address: string, profile: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-sync",
    "--window-size=1440,900",
  ];
}

/** Chromium installed as a snap may write to its own folder only. */
export function profileFolder(browser: string, stateFolder: string, home: string): string {
  const snap = browser.startsWith("/snap/");
  return snap ? path.posix.join(home, "snap", "chromium", "common", "careshift") : path.join(stateFolder, "browser");
}

/** The command that opens an address in the person's own browser. */
export function defaultBrowser(platform: NodeJS.Platform, address: string): { file: string; args: string[] } {
  if (platform === "win32") return { file: "rundll32.exe", args: ["url.dll,FileProtocolHandler", address] };
  return { file: platform === "darwin" ? "open" : "xdg-open", args: [address] };
}

/** Whether a window can be shown at all. */
export function hasDisplay({ env, platform }: Pick<Machine, "env" | "platform">): boolean {
  if (platform === "win32") return true;
  if (platform === "darwin") return !isText(env["SSH_CONNECTION"]);
  return isText(env["DISPLAY"]) || isText(env["WAYLAND_DISPLAY"]);
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
