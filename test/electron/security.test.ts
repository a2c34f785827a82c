import { EventEmitter } from "node:events";
import type { WebContents } from "electron";
import { expect, test } from "vitest";
import { setUpNetwork, setUpSecurity } from "../../electron/main/security.ts";

/** A page's contents as far as the guards use them: its events, and the handler for new windows. */
class Contents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  /** Whether a guard stopped the event. */
  stops(name: string, event: object): boolean {
    let stopped = false;
    this.emit(name, { ...event, preventDefault: () => (stopped = true) });
    return stopped;
  }
}

function guarded(): { contents: Contents; opened: string[] } {
  const app = new EventEmitter();
  const opened: string[] = [];
  setUpSecurity(app as never, { openExternal: async (url) => void opened.push(url) });
  const contents = new Contents();
  app.emit("web-contents-created", {}, contents as unknown as WebContents);
  return { contents, opened };
}

test("every page ever made is guarded, not the first alone", () => {
  const app = new EventEmitter();
  setUpSecurity(app as never, { openExternal: async () => undefined });
  for (const contents of [new Contents(), new Contents()]) {
    app.emit("web-contents-created", {}, contents);
    expect(contents.stops("will-navigate", { url: "https://example.com/" })).toBe(true);
    expect(contents.openHandler?.({ url: "app://careshift/" })).toEqual({ action: "deny" });
  }
});

test("navigation: the start page passes, others stop, and a listed link opens outside", () => {
  const { contents, opened } = guarded();
  expect(contents.stops("will-navigate", { url: "app://careshift/index.html#/data" })).toBe(false);
  expect(contents.stops("will-navigate", { url: "https://example.com/" })).toBe(true);
  expect(contents.stops("will-navigate", { url: "file:///etc/passwd" })).toBe(true);
  expect(opened).toEqual([]);
  expect(contents.stops("will-navigate", { url: "https://www.opendata.nhs.scot/" })).toBe(true);
  expect(opened).toEqual(["https://www.opendata.nhs.scot/"]);
});

test("frames, redirects and webviews stop wherever they lead", () => {
  const { contents } = guarded();
  expect(contents.stops("will-frame-navigate", { isMainFrame: false, url: "app://careshift/" })).toBe(true);
  expect(contents.stops("will-frame-navigate", { isMainFrame: true, url: "https://example.com/" })).toBe(true);
  expect(contents.stops("will-frame-navigate", { isMainFrame: true, url: "app://careshift/" })).toBe(false);
  expect(contents.stops("will-redirect", { url: "app://careshift/" })).toBe(true);
  expect(contents.stops("will-attach-webview", {})).toBe(true);
});

test("no new window ever opens; a listed link goes to the person's browser", () => {
  const { contents, opened } = guarded();
  for (const url of ["about:blank", "https://example.com/", "app://careshift/", "https://www.gov.scot/"])
    expect(contents.openHandler?.({ url })).toEqual({ action: "deny" });
  expect(opened).toEqual(["https://www.gov.scot/"]);
});

test("the network is shut and foreign downloads stop", () => {
  const session = new EventEmitter();
  let ask: ((details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void) | undefined;
  const webRequest = { onBeforeRequest: (listener: typeof ask) => (ask = listener) };
  setUpNetwork(Object.assign(session, { webRequest }) as never, { developing: false });
  const cancelled = (url: string): boolean | undefined => {
    let reply: boolean | undefined;
    ask?.({ url }, ({ cancel }) => (reply = cancel));
    return reply;
  };
  expect(cancelled("app://careshift/index.html")).toBe(false);
  expect(cancelled("https://example.com/beacon")).toBe(true);
  const stopped = (url: string): boolean => {
    let prevented = false;
    session.emit("will-download", { preventDefault: () => (prevented = true) }, { getURL: () => url });
    return prevented;
  };
  expect(stopped("blob:app://careshift/1")).toBe(false);
  expect(stopped("https://example.com/setup.exe")).toBe(true);
});
