import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Io, Launch } from "../../cli/io.ts";
import { main } from "../../cli/program.ts";
import { clientOverWebSocket, decodeOutcome } from "../../engine/index.ts";
import type { EngineClient } from "../../engine/index.ts";
import { fakeIo } from "./support/fake-io.ts";
import type { Captured } from "./support/fake-io.ts";
import { bundleWorker } from "../engine/support/worker-bundle.ts";

let home: string;
let stop: () => void;
let running: { captured: Captured; ended: Promise<number> }[] = [];

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-serve-"));
  await mkdir(path.join(home, "renderer"));
  await writeFile(path.join(home, "renderer", "index.html"), "<!doctype html><title>Careshift</title>");
  running = [];
});
afterEach(async () => {
  stop();
  await Promise.all(running.map(({ ended }) => ended));
  await rm(home, { recursive: true, force: true });
});

/** Starts a command that stays up; resolves when what it has printed matches. */
async function start(
  argv: readonly string[],
  until: RegExp,
  change: Partial<Io> = {},
): Promise<Captured & { ended: Promise<number> }> {
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const places = { ...fakeIo(home).io.places, renderer: path.join(home, "renderer"), app: home };
  const captured = fakeIo(home, { places, stopped, ...change });
  const ended = main(argv, captured.io);
  running.push({ captured, ended });
  await Promise.race([captured.printed(until), ended]);
  return { ...captured, ended };
}

async function connect(out: string): Promise<{ client: EngineClient; websocket: WebSocket; page: string }> {
  const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(out)?.[0] ?? "";
  const first = await fetch(address, { redirect: "manual" });
  const Cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const { origin, host } = new URL(address);
  const page = await (await fetch(origin, { headers: { Cookie } })).text();
  const websocket = new WebSocket(`ws://${host}/rpc`, { headers: { Cookie, Origin: origin } });
  await new Promise((resolve, reject) => {
    websocket.once("open", resolve);
    websocket.once("error", reject);
  });
  return { client: clientOverWebSocket(websocket), websocket, page };
}

const everythingStarts: Launch = () => ({
  started: Promise.resolve(true),
  ended: new Promise(() => undefined),
  stop: () => undefined,
});

describe("serve", () => {
  test("shows the window to the browser that has the address, and computes for it on threads", async () => {
    const bundle = await bundleWorker();
    const places = { ...fakeIo(home).io.places, renderer: path.join(home, "renderer"), worker: bundle.url };
    const { out, ended } = await start(["serve", "--no-open", "--folder", "plans"], /Press Ctrl-C here to stop\.\n$/, {
      places,
    });
    const { client, websocket, page } = await connect(out());
    expect(page).toContain("<title>Careshift</title>");
    const example = await client.documents.openExample({ id: "grampian" });
    const [scenario] = example.scenarios;
    if (scenario === undefined) throw new Error("The example has no scenario.");
    const request = { runId: "a", lane: "board", datasetId: example.dataset.id, scenario, bridge: true };
    const outcome = await client.runs.run(request);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    const { values } = await decodeOutcome(outcome);
    expect(values.get("bridgeBedDays")?.dims).toEqual(["cause", "year", "area", "specialty"]);

    const file = await client.files.receive({
      name: "plan.scenario.json",
      content: new Blob([JSON.stringify(scenario)]),
    });
    expect((await client.documents.open({ handle: file.handle })).scenarios).toEqual([scenario]);
    const named = await client.files.nameInFolder({ name: "Board", kind: "pack", replace: false });
    if (named.kind !== "granted") throw new Error(named.kind);
    expect(named.folder).toBe(path.join(home, "plans"));
    const pack = await client.files.exportPack({
      handle: named.file.handle,
      datasetId: example.dataset.id,
      scenarios: [scenario],
    });
    const opened = await client.documents.open({ handle: pack.file.handle });
    expect(opened.verification).toMatchObject({ reproduces: true, differences: [] });

    const closed = new Promise((resolve) => websocket.once("close", resolve));
    stop();
    expect(await ended).toBe(0);
    await closed;
    expect(out()).toMatch(/Careshift has stopped\.\n$/);
    await bundle.remove();
  });

  test("opens a browser where there is one", async () => {
    const { out, launched } = await start(["serve"], /It is open in/, {
      env: { DISPLAY: ":0" },
      launch: everythingStarts,
    });
    expect(launched).toEqual([["xdg-open", /http:\S+/.exec(out())?.[0]]]);
  });

  test("a port that is taken is told", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const { ended, err } = await start(["serve", "--port", String(port)], /never/);
    expect(await ended).toBe(1);
    expect(err()).toBe(
      `Port ${port} is in use by another program. Give another --port, or leave it out for a free one.\n`,
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  test("a window that was not built is told", async () => {
    await rm(path.join(home, "renderer"), { recursive: true });
    const { ended, err } = await start(["serve"], /never/);
    expect(await ended).toBe(1);
    expect(err()).toContain('run "npm run build"');
  });
});

describe("start", () => {
  test("without a display prints the example's result and the address, and stays up until it is stopped", async () => {
    const { out, ended, launched } = await start(["start"], /Press Ctrl-C here to stop\.\n$/);
    expect(out()).toContain("There is no display here, so no window is opened.");
    expect(out()).toContain("Home first, phased");
    expect(out().match(/^20\d\d\/\d\d /gm)).toHaveLength(22);
    expect(launched).toEqual([]);
    const { client, websocket } = await connect(out());
    expect((await client.documents.examples())[0]?.id).toBe("grampian");
    websocket.terminate();
    stop();
    expect(await ended).toBe(0);
  });

  const display = { DISPLAY: ":0" };
  const missing = "Electron's runtime is not installed and could not be fetched; opening in the browser instead.\n";

  test("falls back to the browser in one line where Electron's runtime is not to be had", async () => {
    const { out, launched } = await start(["start"], /Press Ctrl-C here to stop\.\n$/, { env: display });
    expect(out().startsWith(missing)).toBe(true);
    expect(launched.map(([file]) => path.basename(file ?? ""))).toEqual(["xdg-open"]);
  });

  async function installElectron(runtime: boolean): Promise<string> {
    const folder = path.join(home, "node_modules", "electron");
    await mkdir(path.join(folder, "dist"), { recursive: true });
    await writeFile(path.join(folder, "install.js"), "");
    if (runtime) {
      await writeFile(path.join(folder, "path.txt"), "electron");
      await writeFile(path.join(folder, "dist", "electron"), "");
    }
    return path.join(folder, "dist", "electron");
  }

  test("tries to fetch it once, and falls back when that fails", async () => {
    await installElectron(false);
    const launch: Launch = () => ({ started: Promise.resolve(true), ended: Promise.resolve(1), stop: () => undefined });
    const { out, err, launched } = await start(["start"], /Press Ctrl-C here to stop\.\n$/, { env: display, launch });
    expect(launched[0]).toEqual([process.execPath, path.join(home, "node_modules", "electron", "install.js")]);
    expect(err()).toMatch(/^Fetching Electron's runtime/);
    expect(out()).toContain(missing);
  });

  test("opens Electron's window where the runtime is there, and ends with it", async () => {
    const electron = await installElectron(true);
    const launch: Launch = () => ({ started: Promise.resolve(true), ended: Promise.resolve(0), stop: () => undefined });
    const { ended, launched, out } = await start(["start"], /never/, { env: display, launch });
    expect(await ended).toBe(0);
    expect(launched).toEqual([[electron, home]]);
    expect(out()).toBe("");
  });

  test("falls back when Electron's window does not come up", async () => {
    await installElectron(true);
    const launch: Launch = () => ({
      started: Promise.resolve(true),
      ended: Promise.resolve(133),
      stop: () => undefined,
    });
    const { out } = await start(["start"], /Press Ctrl-C here to stop\.\n$/, { env: display, launch });
    expect(out()).toMatch(/^Electron ended with code 133; opening in the browser instead\.\n/);
  });

  test("does not try Electron as root on Linux, and says so", async () => {
    await installElectron(true);
    const { out, launched } = await start(["start"], /Press Ctrl-C here to stop\.\n$/, { env: display, root: true });
    expect(out()).toMatch(/^Electron does not start for the administrator \(root\) on Linux/);
    expect(launched).toEqual([]);
  });
});
