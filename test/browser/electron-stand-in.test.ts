/**
 * The bundled shell with a substitute for Electron and a page of a real Chromium (test/stand-in says what that can and
 * cannot show). Needs dist/.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CareshiftShell } from "../../electron/shell-contract.ts";
import { STAND_IN_FLAGS, type StandInOptions } from "../stand-in/electron.ts";
import { packAndUnpack } from "../stand-in/packaged.ts";
import { type RunningApp, runApp, runMain } from "../stand-in/run-app.ts";
import { launchChromium } from "./chromium.ts";

/** Long enough for a busy machine; what is waited for comes at once on an idle one. */
const SOON = { timeout: 20_000 };
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let browser: Browser;
let folder: string;
let running: RunningApp[];

beforeAll(async () => {
  browser = await launchChromium(STAND_IN_FLAGS);
});
afterAll(() => browser.close());
beforeEach(() => {
  // C65: where documents and state are kept has a hard name.
  folder = mkdtempSync(path.join(tmpdir(), "Àrd na Mara's 100% #1 (x86) "));
  mkdirSync(path.join(folder, "userData"));
  mkdirSync(path.join(folder, "documents"));
  running = [];
});
afterEach(async () => {
  for (const app of running) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  options: Partial<StandInOptions> & { root?: string; words?: readonly string[] } = {},
): Promise<RunningApp> {
  const app = await runApp(options.root ?? ROOT, options.words ?? [], {
    browser,
    isPackaged: true,
    folder,
    ...options,
  });
  running.push(app);
  return app;
}

/** Runs in the page; `careshift` is what the shell gave it. */
function withShell<Result>(page: Page, act: (careshift: CareshiftShell) => Promise<Result>): Promise<Result> {
  return page.evaluate(`(${act.toString()})(window.careshift)`);
}

const openExample = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Open the worked example" }).click({ timeout: 30_000 });
const board = (page: Page) => page.getByRole("slider").first();

/** Waits until the answer to the last change is on the screen: figures alone may be those of the answer before it. */
async function expectAnswer(page: Page): Promise<void> {
  const lastTimes = (): Promise<number[]> =>
    page.evaluate(() =>
      ["careshift:input", "careshift:painted"].map((name) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0),
    );
  await vi.waitFor(async () => {
    const [input = 0, painted = 0] = await lastTimes();
    expect(input).toBeGreaterThan(0);
    expect(painted).toBeGreaterThan(input);
  }, SOON);
}

describe("the app from dist/", () => {
  test("starts: a shown window at its own address, with its policy, and the engine within reach", async () => {
    const { electron, window, page } = await start();
    expect(window.webContents.preloadErrors).toEqual([]);
    expect(window.shown).toBe(true);
    expect(electron.schemes.map(({ scheme }) => scheme)).toEqual(["app"]);
    expect(window.options).toMatchObject({ width: 1440, height: 900, show: false });
    await openExample(page);
    // Every chart has been drawn, by the library whose own styles the policy would refuse.
    for (const chart of ["bridge", "trajectories"]) await page.locator(`.chart-${chart} .main-svg`).first().waitFor();
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await expectAnswer(page);
    expect(await window.webContents.violations()).toEqual([]);
    expect(window.webContents.blocked).toEqual([]);
    // The engine's process gets places and language of our environment, and no secret.
    const names = Object.keys(electron.engines[0]?.options.env ?? {});
    expect(names).toContain("PATH");
    expect(names).not.toContain("CARESHIFT_SECRET");
    expect(names).not.toContain("NODE_OPTIONS");
  });

  test("every file comes with the policy header and its type", async () => {
    const { page } = await start();
    const answers = await page.evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>("script[src]")?.src ?? "";
      const responses = await Promise.all(
        [location.href, script, "/missing.js", "/..%2fengine%2fworker.js"].map((url) => fetch(url)),
      );
      return responses.map((response) => [
        response.status,
        response.headers.get("content-type")?.split(";")[0],
        response.headers.get("content-security-policy")?.startsWith("default-src 'none'; script-src 'self';"),
        response.headers.get("x-content-type-options"),
      ]);
    });
    expect(answers).toEqual([
      [200, "text/html", true, "nosniff"],
      [200, "text/javascript", true, "nosniff"],
      [404, "text/plain", true, "nosniff"],
      [404, "text/plain", true, "nosniff"],
    ]);
  });

  test("the page gets one frozen object and nothing of Node or Electron", async () => {
    const { page } = await start();
    const found = await page.evaluate(() => {
      const given = window as unknown as Record<string, unknown>;
      const shell = given["careshift"] as object;
      const change = (act: () => void): string => {
        try {
          act();
          return "changed";
        } catch {
          return "refused";
        }
      };
      return {
        keys: Object.keys(shell).toSorted(),
        frozen: Object.isFrozen(shell),
        changes: [
          change(() => Object.assign(shell, { pickOpen: null })),
          change(() => Object.assign(shell, { more: 1 })),
          change(() => Object.defineProperty(window, "careshift", { value: null })),
        ],
        others: ["require", "process", "ipcRenderer", "electron", "module", "global", "Buffer"].filter(
          (name) => name in window,
        ),
      };
    });
    expect(found).toEqual({
      keys: ["door", "onCommand", "onOpenFile", "pickOpen", "pickSave", "platform", "savedToClose", "setDirty"],
      frozen: true,
      changes: ["refused", "refused", "refused"],
      others: [],
    });
  });

  test("a file picked in the dialog reaches the page as a handle and a name, and opens", async () => {
    const { electron, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    const file = path.join(folder, "documents", "Board's paper");
    electron.answers.save.push({ canceled: false, filePath: file });
    electron.clickMenu("save-as");
    await vi.waitFor(() => expect(existsSync(`${file}.scenario.json`)).toBe(true), SOON);
    expect(electron.recent).toEqual([`${file}.scenario.json`]);

    electron.answers.open.push({ canceled: false, filePaths: [`${file}.scenario.json`] });
    const reference = await withShell(page, (careshift) => careshift.pickOpen());
    expect(reference).toEqual({
      handle: expect.stringMatching(/^[\w-]{16,}$/),
      name: "Board's paper.scenario.json",
      kind: "scenario",
    });
    electron.answers.open.push({ canceled: true, filePaths: [] });
    expect(await withShell(page, (careshift) => careshift.pickOpen())).toBeNull();

    electron.answers.open.push({ canceled: false, filePaths: [`${file}.scenario.json`] });
    electron.clickMenu("open");
    await page.getByText("Board's paper.scenario.json").first().waitFor();
    await board(page).waitFor();
  });

  test("a file named on the command line opens, and one handed over by a second start", async () => {
    const first = await start();
    await openExample(first.page);
    await board(first.page).waitFor();
    const file = path.join(folder, "documents", "100% #1.scenario.json");
    first.electron.answers.save.push({ canceled: false, filePath: file });
    first.electron.clickMenu("save-as");
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), SOON);

    const second = await start({ words: ["--no-sandbox", file] });
    await second.page.getByText("100% #1.scenario.json").first().waitFor();
    await board(second.page).waitFor();

    const third = await start();
    third.electron.app.emit("second-instance", {}, [], "/", { files: [file] });
    await third.page.getByText("100% #1.scenario.json").first().waitFor();
    expect(third.window.focused).toBe(1);
  });

  test("a second start makes no window and no engine", async () => {
    const electron = runMain(ROOT, [], { browser, isPackaged: true, folder, isSecond: true });
    await new Promise((resolve) => setImmediate(resolve));
    expect([electron.windows.length, electron.engines.length, electron.quits()]).toEqual([0, 0, 1]);
  });

  test("a file that is gone is told by name, and what was open stays", async () => {
    const { electron, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    const before = await page.title();
    electron.answers.open.push({ canceled: false, filePaths: [path.join(folder, "gone.scenario.json")] });
    electron.clickMenu("open");
    await page
      .getByText(/not there any more/)
      .first()
      .waitFor();
    expect(await page.title()).toBe(before);
    await board(page).waitFor();
  });

  test("the engine's process is killed: a clear message, a new engine, and the board and the file go on", async () => {
    const { electron, window, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    const file = path.join(folder, "documents", "After.scenario.json");
    electron.answers.save.push({ canceled: false, filePath: file });
    electron.clickMenu("save-as");
    // The file is there before the page has heard so: an engine killed in between leaves a save without its answer.
    await vi.waitFor(() => expect(window.title).toBe("After.scenario.json — Careshift"), SOON);
    const before = readFileSync(file, "utf8");
    electron.engines[0]?.child.kill("SIGKILL");
    await vi.waitFor(() => expect(electron.engines).toHaveLength(2), SOON);
    expect(electron.messages.map(({ message }) => message)).toEqual([
      "The engine stopped unexpectedly and was started again.",
    ]);
    // The new engine brings the dataset back by its contents and answers, and the window's handle still saves.
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await expectAnswer(page);
    electron.clickMenu("save");
    await vi.waitFor(() => expect(window.edited).toBe(false), SOON);
    expect(readFileSync(file, "utf8")).not.toBe(before);
  });

  test("a window with unsaved work asks before it closes; saving closes it, and its place is kept", async () => {
    const { electron, window, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await vi.waitFor(() => expect(window.edited).toBe(true), SOON);

    electron.answers.message.push(2);
    window.close();
    await vi.waitFor(() => expect(electron.messages).toHaveLength(1), SOON);
    expect(window.closed).toBe(false);

    const file = path.join(folder, "documents", "Kept.scenario.json");
    electron.answers.message.push(0);
    electron.answers.save.push({ canceled: false, filePath: file });
    window.close();
    await vi.waitFor(() => expect(window.closed).toBe(true), SOON);
    expect(existsSync(file)).toBe(true);
    const kept: unknown = JSON.parse(readFileSync(path.join(folder, "userData", "window.json"), "utf8"));
    expect(kept).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximized: false });
  });

  test("a window that saves before it closes is not kept open by a key that is let go meanwhile", async () => {
    const { electron, window, page } = await start();
    await openExample(page);
    await board(page).focus();
    await page.keyboard.down("ArrowRight");
    await vi.waitFor(() => expect(window.edited).toBe(true), SOON);

    const file = path.join(folder, "documents", "Held.scenario.json");
    let choose: (answer: { canceled: boolean; filePath: string }) => void = () => undefined;
    electron.answers.message.push(0);
    electron.answers.save.push(new Promise((resolve) => (choose = resolve)));
    window.close();
    await vi.waitFor(() => expect(electron.answers.save).toEqual([]), SOON);
    // The page tells of its unsaved work again: the gesture has ended.
    await page.keyboard.up("ArrowRight");
    await page.evaluate(() => undefined);
    choose({ canceled: false, filePath: file });
    await vi.waitFor(() => expect(window.closed).toBe(true), SOON);
    expect(existsSync(file)).toBe(true);
  });

  test("a save that is given up leaves the window open, and a later one does not close it", async () => {
    const { electron, window, page } = await start();
    await openExample(page);
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await vi.waitFor(() => expect(window.edited).toBe(true), SOON);
    electron.answers.message.push(0);
    electron.answers.save.push({ canceled: true, filePath: "" });
    window.close();
    await vi.waitFor(() => expect(electron.answers.save).toEqual([]), SOON);

    const file = path.join(folder, "documents", "Later.scenario.json");
    electron.answers.save.push({ canceled: false, filePath: file });
    electron.clickMenu("save");
    await vi.waitFor(() => expect(window.edited).toBe(false), SOON);
    expect(existsSync(file)).toBe(true);
    expect(window.closed).toBe(false);
  });

  test("the menu saves what is seen: a slider's key still held, and a name half-typed", async () => {
    const { electron, window, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    const file = path.join(folder, "documents", "Seen.scenario.json");
    const saved = (): { title: string; shifts: { amount: number }[] } => JSON.parse(readFileSync(file, "utf8"));
    const moved = (): number => saved().shifts.reduce((total, { amount }) => total + amount, 0);
    electron.answers.save.push({ canceled: false, filePath: file });
    electron.clickMenu("save-as");
    await vi.waitFor(() => expect(window.title).toBe("Seen.scenario.json — Careshift"), SOON);
    const before = moved();
    await board(page).focus();
    await page.keyboard.down("ArrowRight");
    const amount = Number(await board(page).inputValue());
    electron.clickMenu("save");
    // One step of the key is £10,000.
    await vi.waitFor(() => expect(moved()).toBeCloseTo(before + 10_000, 2), SOON);
    await page.keyboard.up("ArrowRight");

    await page.getByLabel("Name of the scenario").fill("Half-typed");
    electron.clickMenu("undo");
    await vi.waitFor(
      async () => expect(await page.getByLabel("Name of the scenario").inputValue()).not.toBe("Half-typed"),
      SOON,
    );
    expect(Number(await board(page).inputValue())).toBe(amount);
    await page.getByLabel("Name of the scenario").fill("Half-typed");
    electron.clickMenu("save");
    await vi.waitFor(() => expect(saved()).toMatchObject({ title: "Half-typed" }), SOON);
  });

  test("the menu does nothing behind an open dialog", async () => {
    const { electron, page } = await start();
    await openExample(page);
    await board(page).waitFor();
    electron.clickMenu("keys");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    // Home would leave the board; saving would ask for a file, for which there is no answer.
    for (const command of ["home", "save", "save-as", "open", "export", "undo", "keys"]) electron.clickMenu(command);
    await page.evaluate(() => undefined);
    expect(await dialog.count()).toBe(1);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await board(page).waitFor();
    expect(await page.getByText("could not be").count()).toBe(0);
  });

  test("a place on a screen that is gone is not gone back to", async () => {
    const state = { x: -1900, y: 40, width: 1200, height: 800, maximized: true };
    writeFileSync(path.join(folder, "userData", "window.json"), JSON.stringify(state));
    const { window } = await start();
    // The substitute has one screen of 1920 x 1040: (1920 - 1200) / 2, (1040 - 800) / 2.
    expect(window.options).toMatchObject({ x: 360, y: 120, width: 1200, height: 800 });
    expect(window.maximized).toBe(true);
  });
});

describe("walls", () => {
  test("the page stays where it is, opens no window, and a listed link goes to the person's browser", async () => {
    const { electron, window, page } = await start();
    const home = page.url();
    await page.evaluate(() => location.assign("https://example.com/"));
    await page.evaluate(() => location.assign("https://www.gov.scot/publications/"));
    await page.evaluate(() => void globalThis.open("https://example.com/popup"));
    await page.evaluate(() => void globalThis.open("https://www.opendata.nhs.scot/"));
    await vi.waitFor(
      () =>
        expect(electron.openedOutside.toSorted()).toEqual([
          "https://www.gov.scot/publications/",
          "https://www.opendata.nhs.scot/",
        ]),
      SOON,
    );
    expect(page.url()).toBe(home);
    await vi.waitFor(() => expect(page.context().pages()).toHaveLength(1), SOON);
    expect(window.webContents.blocked).toContain("https://example.com/");
  });

  test("nothing leaves for the network, even where the policy is not asked", async () => {
    const { window, page } = await start();
    const outcome = await page.evaluate(() =>
      fetch("https://example.com/beacon").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
    expect(await window.webContents.violations()).toEqual(["connect-src"]);
    // The request filter stands behind the policy: it is asked directly here, since the policy comes first in the page.
    for (const url of ["https://example.com/", "http://127.0.0.1:1/", "ws://127.0.0.1:1/", "file:///etc/passwd"])
      expect(window.webContents.host.mayLoad({ url, method: "GET", resourceType: "fetch" })).toBe(false);
    expect(window.webContents.host.mayLoad({ url: "app://careshift/", method: "GET", resourceType: "document" })).toBe(
      true,
    );
  });

  test("control: the policy refuses an inline script, inline styles and a foreign picture, and says so", async () => {
    const { window, page } = await start();
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.body.append(script);
      const image = new Image();
      image.src = "https://example.com/pixel.gif";
      document.body.append(image);
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.handlerRan = true");
      document.body.append(button);
      button.click();
      const style = document.createElement("style");
      style.textContent = "body { opacity: 0.5 }";
      document.body.append(style);
      button.setAttribute("style", "color: red");
      return ["inlineRan", "handlerRan"].filter((name) => name in window);
    });
    expect(ran).toEqual([]);
    await vi.waitFor(
      async () =>
        expect((await window.webContents.violations()).toSorted()).toEqual([
          "img-src",
          "script-src-attr",
          "script-src-elem",
          "style-src-attr",
          "style-src-elem",
        ]),
      SOON,
    );
  });

  test("control: a channel that is not in the table, a wrong value and a frame within are refused", async () => {
    // A preload that has lost its walls: it hands the page what ours keeps.
    const { electron, page } = await start({
      tamperPreload: (text) =>
        `${text}\n;require("electron").contextBridge.exposeInMainWorld("raw", require("electron").ipcRenderer.invoke);`,
    });
    const raw = (channel: string, value?: unknown): Promise<unknown> =>
      page.evaluate(
        ([name, sent]) =>
          (window as unknown as { raw: (name: unknown, sent: unknown) => Promise<unknown> }).raw(name, sent).then(
            (answer) => answer,
            (problem: Error) => problem.message,
          ),
        [channel, value],
      );
    expect(await raw("careshift:read-file", "/etc/passwd")).toContain(
      "No handler registered for 'careshift:read-file'",
    );
    expect(await raw("careshift:pick-open", { path: "/etc/passwd" })).toContain("was sent a value it does not take");
    expect(await raw("careshift:pick-save", { kind: "pack", suggestedName: "x".repeat(5000) })).toContain(
      "takes at most 2000 bytes",
    );
    electron.answers.open.push({ canceled: true, filePaths: [] });
    expect(await raw("careshift:pick-open")).toBeNull();
    // The same right call from a frame in the page, and from the page after it went elsewhere.
    for (const frame of [
      { origin: "app://careshift", parent: {} },
      { origin: "https://example.com", parent: null },
      null,
    ])
      await expect(electron.invoke("careshift:pick-open", frame, [])).rejects.toThrow(
        "answers the program's own window only",
      );
  });

  test("the engine outlives messages that it cannot read, says so, and answers the next one that it can", async () => {
    const { electron, page } = await start({
      // Keeps the engine's port within the test's reach: the page's own code does not.
      tamperPreload: (text) =>
        `globalThis.addEventListener("message", ({ ports }) => { globalThis.enginePort ??= ports[0]; });\n${text}`,
    });
    await openExample(page);
    await board(page).waitFor();
    const [engine] = electron.engines;
    await page.evaluate(() => {
      const { enginePort } = globalThis as unknown as { enginePort: MessagePort };
      const hostile = ["", "{", "null", "[]", "7", '{"i":"1","p":7}', '{"i":"1","p":{}}', '{"i":"1","p":{"u":"::"}}'];
      for (const text of hostile) enginePort.postMessage(text);
      enginePort.postMessage(new Uint8Array([255, 0, 1, 2]));
      enginePort.postMessage(new Uint8Array());
    });
    await vi.waitFor(() => expect(engine?.errors.match(/could not read a message/g)?.length).toBeGreaterThan(4), SOON);
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await expectAnswer(page);
    expect(engine?.child.exitCode).toBeNull();
    expect([electron.engines.length, electron.messages]).toEqual([1, []]);
  });

  test("control: a preload that requires Node's modules fails, and the page gets nothing", async () => {
    const { window, page } = await start({ tamperPreload: (text) => `require("fs");\n${text}` });
    await vi.waitFor(() => expect(window.webContents.preloadErrors).toEqual(["Error: module not found: fs"]), SOON);
    expect(await page.evaluate(() => "careshift" in window)).toBe(false);
  });

  test.each([
    ["the program's own origin is handed the engine's port", (text: string) => text, 1],
    ["another origin is not", (text: string) => text.replaceAll("app://careshift", "app://elsewhere"), 0],
  ])("a page of %s", async (_what, tamper, arrived) => {
    // Counts the ports that the shell sent, and those that came on into the page.
    const probe = `
      globalThis.ports = { sent: 0, arrived: 0 };
      globalThis.addEventListener("message", (event) => { globalThis.ports.arrived += event.ports.length; });
      require("electron").ipcRenderer.on("careshift:engine-port", () => { globalThis.ports.sent += 1; });`;
    const { page } = await start({ tamperPreload: (text) => `${probe}\n${tamper(text)}` });
    const ports = (): Promise<{ sent: number; arrived: number }> => page.evaluate("globalThis.ports");
    await vi.waitFor(async () => expect((await ports()).sent).toBe(1), SOON);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await ports()).toEqual({ sent: 1, arrived });
  });
});

describe("the app from the unpacked archive of a package", () => {
  test("holds what runs and nothing else, and opens the example", async () => {
    const { folder: root, names } = packAndUnpack(folder);
    const files = names.filter(
      (name) => /\.[a-z]+$/.test(name) && !names.some((other) => other.startsWith(`${name}/`)),
    );
    for (const needed of [
      "dist/electron/main.cjs",
      "dist/electron/preload.cjs",
      "dist/electron/engine.js",
      "dist/engine/worker.js",
    ])
      expect(files).toContain(needed);
    const stray = files.filter((name) => /^(node_modules|test|docs|scripts|bench)\/|\.(ts|tsx|map)$/.test(name));
    expect(stray).toEqual([]);
    expect([...new Set(names.map((name) => name.split("/")[0]))].toSorted()).toEqual([
      "LICENSE",
      "dist",
      "examples",
      "package.json",
    ]);

    // C65: the program itself lies in the folder with the hard name, and its engine and worker start from there.
    expect(root).toMatch(/À.* .*%.*#/);
    const { window, page } = await start({ root });
    await openExample(page);
    await board(page).focus();
    await page.keyboard.press("ArrowRight");
    await expectAnswer(page);
    expect(window.webContents.preloadErrors).toEqual([]);
  });
});
