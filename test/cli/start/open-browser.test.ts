import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Io, Launch } from "../../../cli/io.ts";
import { openInBrowser } from "../../../cli/start/open-browser.ts";
import { fakeIo } from "../support/fake-io.ts";

let home: string;
let bin: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-browser-"));
  bin = path.join(home, "bin");
  await mkdir(bin);
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function install(name: string): Promise<void> {
  await writeFile(path.join(bin, name), "");
  await chmod(path.join(bin, name), 0o755);
}

/** Programs end with the code given for their name; those not named start and go on. */
function ending(codes: Readonly<Record<string, number>>): Launch {
  return (file) => ({
    started: Promise.resolve(true),
    ended:
      codes[path.basename(file)] === undefined
        ? new Promise(() => undefined)
        : Promise.resolve(codes[path.basename(file)] ?? 0),
    stop: () => undefined,
  });
}

function open(change: Partial<Io>) {
  const captured = fakeIo(home, { env: { DISPLAY: ":0", PATH: bin }, ...change });
  return { captured, opening: openInBrowser(captured.io, "http://127.0.0.1:1/?token=t", path.join(home, "state"), 20) };
}

test("an installed Chromium shows the window; the next one is tried when it fails at once", async () => {
  await install("chromium");
  await install("microsoft-edge");
  const { captured, opening } = open({ launch: ending({ chromium: 1 }) });
  expect(await opening).toEqual({ kind: "opened", where: "a window of Microsoft Edge" });
  expect(captured.launched.map(([file]) => file)).toEqual([
    path.join(bin, "chromium"),
    path.join(bin, "microsoft-edge"),
  ]);
  expect(captured.launched[1]?.[1]).toBe("--app=http://127.0.0.1:1/?token=t");
});

test("the person's own browser is used where none of them is installed", async () => {
  const { captured, opening } = open({ launch: ending({ "xdg-open": 0 }) });
  expect(await opening).toEqual({ kind: "opened", where: "your browser" });
  expect(captured.launched).toEqual([["xdg-open", "http://127.0.0.1:1/?token=t"]]);
});

test("no browser at all is said", async () => {
  const { opening } = open({});
  expect(await opening).toMatchObject({ kind: "none", why: expect.stringContaining("No browser") as string });
});

test("without a display, and for root, nothing is started", async () => {
  await install("chromium");
  const blind = open({ env: { PATH: bin }, launch: ending({}) });
  expect(await blind.opening).toMatchObject({ kind: "none", why: expect.stringContaining("no display") as string });
  const root = open({ root: true, launch: ending({}) });
  expect(await root.opening).toMatchObject({ kind: "none", why: expect.stringContaining("root") as string });
  expect([...blind.captured.launched, ...root.captured.launched]).toEqual([]);
});
