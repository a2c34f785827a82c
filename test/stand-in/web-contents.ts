/** Stand-in for webContents: a page of a real Chromium, its preload, its pushes and its ports. */
import { EventEmitter } from "node:events";
import type { Browser, BrowserContext, Frame, Page, Request, Route } from "playwright-core";
import { HOOK, installPageSide, type PageHook } from "./page-side.ts";
import type { StandInPort } from "./ports.ts";

/** The page's real origin; what the shell sees is put back into the app's own. */
const REAL_ORIGIN = "https://careshift.invalid";
const APP_ORIGIN = "app://careshift";
const BINDING = "__careshiftStandInCall";

export function asApp(url: string): string {
  return url.startsWith(`${REAL_ORIGIN}/`) ? APP_ORIGIN + url.slice(REAL_ORIGIN.length) : url;
}
function asReal(url: string): string {
  return url.startsWith(`${APP_ORIGIN}/`) ? REAL_ORIGIN + url.slice(APP_ORIGIN.length) : url;
}

/** What the rest of the stand-in does for a page. */
export interface PageHost {
  readonly browser: Browser;
  readonly size: { readonly width: number; readonly height: number };
  /** Text of the preload, wrapped as a function of require, window and process. */
  readonly preload: string;
  invoke(channel: string, frame: { origin: string; url: string; parent: unknown }, args: unknown[]): Promise<unknown>;
  serve(request: { method: string; url: string }): Promise<Response>;
  mayLoad(details: { url: string; method: string; resourceType: string }): boolean;
}

type OpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: string };

function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

export class StandInWebContents extends EventEmitter {
  readonly preloadErrors: string[] = [];
  readonly blocked: string[] = [];
  page: Page | null = null;
  #context: BrowserContext | null = null;
  #openHandler: OpenHandler = () => ({ action: "allow" });
  #expected: string | null = null;
  #lastPort = 0;
  #gone: Promise<void> | null = null;
  readonly #ports = new Map<string, StandInPort>();
  readonly #bulk = new Map<string, Uint8Array>();

  constructor(readonly host: PageHost) {
    super();
  }

  /** The page itself, once it has begun. */
  get openPage(): Page {
    if (this.page === null) throw new Error("The stand-in's window has no page yet.");
    return this.page;
  }

  async load(url: string): Promise<void> {
    const { browser, size } = this.host;
    const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
    this.#context = context;
    await context.exposeBinding(BINDING, (source, operation: string, channel: string, args: unknown[]) => {
      if (operation === "preload-error") {
        this.preloadErrors.push(String(args[0]));
        return this.emit("preload-error", {}, "", new Error(String(args[0])));
      }
      const url = asApp(source.frame.url());
      const frame = { origin: new URL(source.frame.url()).origin === REAL_ORIGIN ? APP_ORIGIN : "null", url };
      return this.host.invoke(channel, { ...frame, parent: source.frame.parentFrame() }, args);
    });
    await context.addInitScript({ content: this.#initScript() });
    await context.route("**/*", (route, request) => this.#answer(route, request));
    context.on("page", (opened) => {
      if (this.page !== null && opened !== this.page) void opened.close();
    });
    const page = await context.newPage();
    this.page = page;
    const devtools = await context.newCDPSession(page);
    await devtools.send("Page.enable");
    devtools.on("Page.windowOpen", ({ url: wanted, windowName }) => {
      this.#openHandler({ url: asApp(wanted), frameName: windowName, disposition: "foreground-tab" });
    });
    page.on("load", () => this.emit("did-finish-load"));
    page.on("crash", () => this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 }));
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.#closePorts();
    });
    this.#expected = url;
    await page.goto(asReal(url));
  }

  #initScript(): string {
    const names = { hook: HOOK, binding: BINDING, origin: APP_ORIGIN, platform: process.platform };
    return `(${installPageSide.toString()})({ ...${JSON.stringify(names)}, preload: (require, window, process) => { ${this.host.preload}\n } });`;
  }

  async #answer(route: Route, request: Request): Promise<void> {
    const path = request.url().startsWith(`${REAL_ORIGIN}/__stand-in/`)
      ? request.url().slice(REAL_ORIGIN.length)
      : null;
    if (path !== null) return this.#bridge(route, request, path.split("/"));
    const url = asApp(request.url());
    const refuse = (reason: "aborted" | "blockedbyclient"): Promise<void> => {
      this.blocked.push(url);
      return route.abort(reason);
    };
    if (request.isNavigationRequest() && !this.#mayNavigate(request, url)) return refuse("aborted");
    const details = { url, method: request.method(), resourceType: request.resourceType() };
    if (!this.host.mayLoad(details) || !url.startsWith(`${APP_ORIGIN}/`)) return refuse("blockedbyclient");
    const response = await this.host.serve(details);
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }

  /** Electron asks before a navigation that the page began; those that the shell began are not asked about. */
  #mayNavigate(request: Request, url: string): boolean {
    const frame = frameOf(request);
    // A new window's first request comes before the window: new windows do not open.
    if (frame === null || (this.page !== null && frame.page() !== this.page)) return false;
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && this.#expected === url) {
      this.#expected = null;
      return true;
    }
    let prevented = false;
    const event = { url, isMainFrame, preventDefault: () => (prevented = true) };
    this.emit("will-frame-navigate", event);
    if (isMainFrame) this.emit("will-navigate", event);
    return !prevented;
  }

  /** The page's ports: its messages come as requests, since a binding is slow for much and drops what is binary. */
  async #bridge(route: Route, request: Request, [, , kind, id = "", form]: string[]): Promise<void> {
    if (kind === "bulk") {
      const body = this.#bulk.get(id) ?? new Uint8Array();
      this.#bulk.delete(id);
      return route.fulfill({ status: 200, contentType: "application/octet-stream", body: Buffer.from(body) });
    }
    const sent = request.postDataBuffer() ?? Buffer.alloc(0);
    this.#ports.get(id)?.postMessage(form === "text" ? sent.toString("utf8") : new Uint8Array(sent));
    return route.fulfill({ status: 204 });
  }

  send(channel: string, ...args: unknown[]): void {
    this.#inPage((hook, [name, values]) => hook.push(name, values), [channel, args] as [string, unknown[]]);
  }

  postMessage(channel: string, _message: unknown, transfer: readonly StandInPort[] = []): void {
    for (const port of transfer) {
      this.#lastPort += 1;
      const id = String(this.#lastPort);
      this.#ports.set(id, port);
      this.#inPage((hook, [name, portId]) => hook.openPort(name, portId), [channel, id] as [string, string]);
      port.deliverTo((data) => this.#deliver(id, data));
      port.once("close", () => {
        this.#ports.delete(id);
        this.#inPage((hook, portId) => hook.closePort(portId), id);
      });
    }
  }

  #deliver(id: string, data: unknown): void {
    if (typeof data === "string") {
      this.#inPage((hook, [portId, text]) => hook.deliver(portId, { text }), [id, data] as [string, string]);
      return;
    }
    if (!(data instanceof Uint8Array)) throw new TypeError("The stand-in's ports carry text and bytes.");
    const bulk = `${id}-${this.#bulk.size}-${Math.random().toString(36).slice(2)}`;
    this.#bulk.set(bulk, data);
    this.#inPage((hook, [portId, token]) => hook.deliver(portId, { bulk: token }), [id, bulk] as [string, string]);
  }

  /** Evaluations are sent in order and run in order. A page that has gone hears nothing. */
  #inPage<Value>(act: (hook: PageHook, value: Value) => void, value: Value): void {
    const script = `(value) => (${act.toString()})(window[Symbol.for(${JSON.stringify(HOOK)})], value)`;
    this.page?.evaluate(`(${script})(${JSON.stringify(value)})`).catch(() => undefined);
  }

  /** Directives of the content policy that this page has broken. */
  violations(): Promise<string[]> {
    return this.openPage.evaluate((name) => {
      const hook = (window as unknown as Record<symbol, PageHook | undefined>)[Symbol.for(name)];
      return [...(hook?.violations ?? [])];
    }, HOOK);
  }

  #closePorts(): void {
    for (const port of this.#ports.values()) port.close();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  reload(): void {
    this.#expected = asApp(this.openPage.url());
    void this.openPage.reload();
  }

  isDestroyed(): boolean {
    return this.page === null || this.page.isClosed();
  }

  /** Closes the page. Asked again, as when the app ends while its window closes, it waits for the same end. */
  destroy(): Promise<void> {
    this.#gone ??= this.#close();
    return this.#gone;
  }

  async #close(): Promise<void> {
    this.#closePorts();
    await this.#context?.close();
  }
}
