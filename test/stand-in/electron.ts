/**
 * A substitute for the `electron` module: enough of it for the bundled shell to run under Node with a Chromium page as
 * its window. It shows our wiring. It cannot show isolation, the sandbox, a real app:// origin, fuses, native menus and
 * dialogs, or the speed of messages: those are Electron's own.
 */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { StandInBrowserWindow, type WindowOptions } from "./browser-window.ts";
import { StandInChannel } from "./ports.ts";
import { StandInUtilityProcess } from "./utility-process.ts";
import { StandInWebContents } from "./web-contents.ts";

/** The page's end of a port tells when the other end has gone: Electron has that always, Chromium behind this switch. */
export const STAND_IN_FLAGS = ["--enable-blink-features=MessagePortCloseEvent"] as const;

export interface StandInOptions {
  readonly browser: Browser;
  readonly isPackaged: boolean;
  /** For userData and documents. */
  readonly folder: string;
  /** Whether another instance runs already. */
  readonly isSecond?: boolean;
  /** Changes the preload before it is used: for the controls that must fail. */
  readonly tamperPreload?: (text: string) => string;
}

type Handler = (event: { senderFrame: unknown }, ...args: unknown[]) => unknown;
type Menu = readonly { readonly id?: string; readonly submenu?: Menu; readonly click?: () => void }[];
type BeforeRequest = (details: object, answer: (reply: { cancel: boolean }) => void) => void;
type ServeApp = (request: { method: string; url: string }) => Promise<Response>;

interface SaveAnswer {
  readonly canceled: boolean;
  readonly filePath: string;
}

/** The answers a person would give, in their order; a question without one is an error. */
export interface Answers {
  readonly open: { canceled: boolean; filePaths: string[] }[];
  /** One that is promised leaves the dialog on the screen until it is given. */
  readonly save: (SaveAnswer | Promise<SaveAnswer>)[];
  readonly message: number[];
}

export interface StandIn {
  /** What `require("electron")` gives. */
  readonly module: object;
  readonly windows: StandInBrowserWindow[];
  readonly engines: StandInUtilityProcess[];
  readonly answers: Answers;
  /** Message boxes that were shown. */
  readonly messages: { readonly message: string; readonly detail?: string }[];
  readonly openedOutside: string[];
  readonly recent: string[];
  readonly quits: () => number;
  /** The schemes that were made privileged before the app was ready. */
  readonly schemes: { readonly scheme: string }[];
  readonly app: EventEmitter;
  invoke(channel: string, frame: unknown, args: unknown[]): Promise<unknown>;
  clickMenu(id: string): void;
  ready(): void;
  close(): Promise<void>;
}

export function createStandIn(options: StandInOptions): StandIn {
  const windows: StandInBrowserWindow[] = [];
  const engines: StandInUtilityProcess[] = [];
  const answers: Answers = { open: [], save: [], message: [] };
  const messages: { message: string; detail?: string }[] = [];
  const openedOutside: string[] = [];
  const recent: string[] = [];
  const schemes: { scheme: string }[] = [];
  const handlers = new Map<string, Handler>();
  const served = new Map<string, ServeApp>();
  let menu: Menu = [];
  let beforeRequest: BeforeRequest | null = null;
  let quits = 0;
  let makeReady: () => void = () => undefined;
  const whenReady = new Promise<void>((resolve) => (makeReady = resolve));

  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.isPackaged,
    name: "Careshift",
    whenReady: () => whenReady,
    getPath: (name: string) => path.join(options.folder, name),
    requestSingleInstanceLock: () => options.isSecond !== true,
    addRecentDocument: (file: string) => void recent.push(file),
    quit: () => {
      quits += 1;
      for (const window of windows) if (!window.closed) window.close();
      if (windows.every((window) => window.closed)) app.emit("will-quit");
    },
  });

  const invoke = async (channel: string, frame: unknown, args: unknown[]): Promise<unknown> => {
    const handler = handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return await handler({ senderFrame: frame }, ...args);
    } catch (problem) {
      throw new Error(`Error invoking remote method '${channel}': ${String(problem)}`, { cause: problem });
    }
  };

  const next = <Answer>(queue: Answer[], question: string): Answer => {
    const answer = queue.shift();
    if (answer === undefined) throw new Error(`The test has no answer for: ${question}`);
    return answer;
  };

  function BrowserWindow(windowOptions: WindowOptions): StandInBrowserWindow {
    const preload = readFileSync(windowOptions.webPreferences.preload, "utf8");
    const contents = new StandInWebContents({
      browser: options.browser,
      size: windowOptions,
      preload: options.tamperPreload?.(preload) ?? preload,
      invoke: (channel, frame, args) => invoke(channel, frame, args),
      serve: (request) => {
        const serve = served.get("app");
        if (serve === undefined) throw new Error("Nothing serves app://.");
        return serve(request);
      },
      mayLoad: (details) => {
        let cancelled = false;
        beforeRequest?.(details, ({ cancel }) => (cancelled = cancel));
        return !cancelled;
      },
    });
    const window = new StandInBrowserWindow(windowOptions, contents);
    windows.push(window);
    window.on("closed", () => {
      if (windows.every((other) => other.closed)) app.emit("window-all-closed");
    });
    app.emit("web-contents-created", {}, contents);
    return window;
  }

  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const ignored = (): void => undefined;
  const session = Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest: (listener: BeforeRequest) => (beforeRequest = listener) },
    setPermissionRequestHandler: ignored,
    setPermissionCheckHandler: ignored,
    setDevicePermissionHandler: ignored,
  });

  const module = {
    app,
    BrowserWindow,
    dialog: {
      showOpenDialog: async () => next(answers.open, "open"),
      showSaveDialog: async () => next(answers.save, "save"),
      showMessageBox: async (_window: unknown, question: { message: string; detail?: string; buttons?: string[] }) => {
        messages.push(question);
        return { response: (question.buttons ?? []).length > 1 ? next(answers.message, question.message) : 0 };
      },
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Menu: { buildFromTemplate: (template: Menu) => template, setApplicationMenu: (set: Menu) => (menu = set) },
    MessageChannelMain: StandInChannel,
    protocol: {
      registerSchemesAsPrivileged: (list: { scheme: string }[]) => void schemes.push(...list),
      handle: (scheme: string, handler: ServeApp) => void served.set(scheme, handler),
    },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession: session },
    shell: { openExternal: async (url: string) => void openedOutside.push(url) },
    utilityProcess: {
      fork: (entry: string, args: string[], forkOptions: object) => {
        const engine = new StandInUtilityProcess(entry, args, forkOptions);
        engines.push(engine);
        return engine;
      },
    },
  };

  const clickMenu = (id: string): void => {
    const item = menu.flatMap((top) => [...(top.submenu ?? [])]).find((entry) => entry.id === id);
    if (item?.click === undefined) throw new Error(`The menu has no item "${id}".`);
    item.click();
  };

  const close = async (): Promise<void> => {
    app.emit("will-quit");
    for (const window of windows) await window.webContents.destroy();
    await Promise.all(engines.map((engine) => engine.end()));
  };

  return {
    module,
    windows,
    engines,
    answers,
    messages,
    openedOutside,
    recent,
    schemes,
    app,
    quits: () => quits,
    invoke,
    clickMenu,
    ready: () => makeReady(),
    close,
  };
}
