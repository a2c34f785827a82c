import { describe, expect, test } from "vitest";
import { documentsFolder, stateFolder } from "../../cli/folders.ts";

const linux = { env: {}, platform: "linux", home: "/home/morag", cwd: "/srv" } as const;

describe("the program's own folders", () => {
  test.each([
    [linux, "/home/morag/.local/state/careshift"],
    [{ ...linux, env: { XDG_STATE_HOME: "/var/state" } }, "/var/state/careshift"],
    // By the XDG rules a relative path is ignored.
    [{ ...linux, env: { XDG_STATE_HOME: "state" } }, "/home/morag/.local/state/careshift"],
    [{ ...linux, env: { CARESHIFT_STATE: "mine" } }, "/srv/mine"],
    [{ ...linux, env: { CARESHIFT_STATE: "" } }, "/home/morag/.local/state/careshift"],
    [{ ...linux, platform: "darwin", home: "/Users/morag" }, "/Users/morag/Library/Application Support/Careshift"],
    [{ ...linux, platform: "win32", home: "C:\\Users\\morag" }, "C:\\Users\\morag\\AppData\\Local\\Careshift"],
    [{ ...linux, platform: "win32", env: { LOCALAPPDATA: "D:\\Local" } }, "D:\\Local\\Careshift"],
  ] as const)("state of %j", (machine, folder) => {
    expect(stateFolder(machine)).toBe(folder);
  });

  test.each([
    [linux, "/home/morag/Documents/Careshift"],
    [{ ...linux, env: { CARESHIFT_DOCUMENTS: "/data/plans" } }, "/data/plans"],
    [{ ...linux, platform: "win32", home: "C:\\Users\\morag" }, "C:\\Users\\morag\\Documents\\Careshift"],
  ] as const)("documents of %j", (machine, folder) => {
    expect(documentsFolder(machine)).toBe(folder);
  });
});
