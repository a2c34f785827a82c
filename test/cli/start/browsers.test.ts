import { describe, expect, test } from "vitest";
import {
  defaultBrowser,
  hasDisplay,
  possibleBrowsers,
  profileFolder,
  windowArguments,
} from "../../../cli/start/browsers.ts";

describe("browsers that may be there", () => {
  test("Linux: by name, in the folders of PATH, never in a relative one", () => {
    const found = possibleBrowsers({ env: { PATH: "/usr/bin:.:bin:/snap/bin" }, platform: "linux", home: "/home/m" });
    expect(found.map((browser) => browser.file)).toEqual([
      "/usr/bin/chromium",
      "/snap/bin/chromium",
      "/usr/bin/chromium-browser",
      "/snap/bin/chromium-browser",
      "/usr/bin/google-chrome-stable",
      "/snap/bin/google-chrome-stable",
      "/usr/bin/google-chrome",
      "/snap/bin/google-chrome",
      "/usr/bin/microsoft-edge-stable",
      "/snap/bin/microsoft-edge-stable",
      "/usr/bin/microsoft-edge",
      "/snap/bin/microsoft-edge",
    ]);
  });

  test("Windows: in the three places where they install themselves", () => {
    const env = { ProgramFiles: "C:\\Program Files", "ProgramFiles(x86)": "C:\\Program Files (x86)" };
    const found = possibleBrowsers({ env, platform: "win32", home: "C:\\Users\\m" }).map((browser) => browser.file);
    expect(found[0]).toBe("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    expect(found).toContain("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
  });

  test("macOS: among the applications, everyone's and one's own", () => {
    const found = possibleBrowsers({ env: {}, platform: "darwin", home: "/Users/m" }).map((browser) => browser.file);
    expect(found[0]).toBe("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(found[1]).toBe("/Users/m/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  });
});

test("the window has no address bar and a profile of its own", () => {
  const args = windowArguments("http://127.0.0.1:4000/?token=x", "/state/browser");
  expect(args.slice(0, 2)).toEqual(["--app=http://127.0.0.1:4000/?token=x", "--user-data-dir=/state/browser"]);
  expect(args).not.toContain("--no-sandbox");
});

test("a snap may write to its own folder only", () => {
  expect(profileFolder("/snap/bin/chromium", "/home/m/.local/state/careshift", "/home/m")).toBe(
    "/home/m/snap/chromium/common/careshift",
  );
  expect(profileFolder("/usr/bin/chromium", "/home/m/.local/state/careshift", "/home/m")).toBe(
    "/home/m/.local/state/careshift/browser",
  );
});

test.each([
  ["linux", "xdg-open", ["http://x/"]],
  ["darwin", "open", ["http://x/"]],
  ["win32", "rundll32.exe", ["url.dll,FileProtocolHandler", "http://x/"]],
] as const)("%s opens an address with %s", (platform, file, args) => {
  expect(defaultBrowser(platform, "http://x/")).toEqual({ file, args });
});

test.each([
  ["linux", {}, false],
  ["linux", { DISPLAY: "" }, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["darwin", {}, true],
  ["darwin", { SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22" }, false],
  ["win32", {}, true],
] as const)("%s with %j has a display: %s", (platform, env, there) => {
  expect(hasDisplay({ platform, env })).toBe(there);
});
