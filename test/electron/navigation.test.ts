import { expect, test } from "vitest";
import { mayDownload, mayNavigate, mayRequest } from "../../electron/main/navigation.ts";

test.each([
  "app://careshift/",
  "app://careshift/index.html",
  "app://careshift/index.html#/workbench",
  "app://careshift/?from=home",
])("the page may go to its start page: %s", (address) => {
  expect(mayNavigate(address)).toBe(true);
});

test.each<unknown>([
  "https://example.com/",
  "http://127.0.0.1:8080/",
  "file:///etc/passwd",
  "app://careshift",
  "app://careshift/assets/index.js",
  "app://careshift/index.html/../../secret",
  "app://careshift/index.htmlx",
  "app://careshift.example.com/",
  "app://careshift@example.com/",
  "app://other/",
  "APP://careshift/",
  " app://careshift/",
  "app://careshift/\nindex.html",
  "app:/careshift/",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:app://careshift/2d1",
  "about:blank",
  "view-source:app://careshift/",
  "chrome://settings",
  "",
  null,
  undefined,
  ["app://careshift/"],
  new URL("https://example.com/"),
])("the page may not go to %j", (address) => {
  expect(mayNavigate(address)).toBe(false);
});

const packaged = { developing: false };

test.each([
  "app://careshift/",
  "app://careshift/assets/chart-4f.js",
  "blob:app://careshift/8c0a",
  "data:image/png;base64,iVBORw0KGgo=",
])("a page may load %s", (address) => {
  expect(mayRequest(address, packaged)).toBe(true);
});

test.each<unknown>([
  "https://example.com/pixel.gif",
  "http://localhost/",
  "ws://127.0.0.1:9229/",
  "wss://example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "app://careshift2/x.js",
  "app://careshift.example.com/x.js",
  "blob:https://example.com/1",
  "blob:app://careshift.example.com/1",
  "data:text/html,hello",
  "data:application/javascript,alert(1)",
  "chrome-extension://abc/x.js",
  "devtools://devtools/bundled/inspector.html",
  "https://example.com/app://careshift/",
  "",
  null,
  7,
])("a page may not load %j", (address) => {
  expect(mayRequest(address, packaged)).toBe(false);
});

test("the developer's tools load themselves only while developing", () => {
  expect(mayRequest("devtools://devtools/bundled/inspector.html", { developing: true })).toBe(true);
  expect(mayRequest("devtools://devtools.example.com/", { developing: true })).toBe(false);
  expect(mayRequest("https://example.com/", { developing: true })).toBe(false);
});

test("only what the page made itself may be downloaded", () => {
  expect(mayDownload("blob:app://careshift/8c0a")).toBe(true);
  expect(mayDownload("data:image/png;base64,iVBORw0KGgo=")).toBe(true);
  for (const address of [
    "https://example.com/setup.exe",
    "data:text/html,x",
    "app://careshift/index.html",
    "blob:null/1",
    7,
  ])
    expect(mayDownload(address)).toBe(false);
});
