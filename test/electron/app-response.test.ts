import path from "node:path";
import { expect, test } from "vitest";
import { appResponse } from "../../electron/main/app-response.ts";

// C65: the program may be installed anywhere.
const folder = path.resolve("/opt/Àrd na Mara's 100% #1 (x86)/dist/renderer");
const get = (url: string) => appResponse(folder, { method: "GET", url });

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

test.each([
  ["app://careshift/", "index.html", "text/html; charset=utf-8"],
  ["app://careshift/index.html#/workbench", "index.html", "text/html; charset=utf-8"],
  ["app://careshift/assets/main-4f.js?v=1", "assets/main-4f.js", "text/javascript; charset=utf-8"],
  ["app://careshift/assets/main.css", "assets/main.css", "text/css; charset=utf-8"],
  ["app://careshift/careshift.svg", "careshift.svg", "image/svg+xml"],
])("%s is %s", (url, file, type) => {
  const { status, headers, file: found } = get(url);
  expect({ status, found, type: headers["Content-Type"] }).toEqual({
    status: 200,
    found: path.join(folder, file),
    type,
  });
});

test.each([
  "app://careshift/..%2f..%2fpackage.json",
  "app://careshift/%2e%2e/%2e%2e/package.json",
  "app://careshift/../electron/main.cjs",
  "app://careshift/..%5c..%5cpackage.json",
  "app://careshift/assets/%00.js",
  "app://careshift//etc/passwd.txt",
  "app://careshift/C:/Windows/win.txt",
  "app://careshift/%252e%252e/x.js",
  "app://careshift/%zz.js",
  "app://careshift/.hidden.json",
  "app://careshift/unknown.exe",
  "app://careshift",
  "app://careshift.example.com/index.html",
  "app://careshift2/index.html",
  "app://user@careshift/index.html",
  "app://careshift:80/index.html",
  "APP://careshift/index.html",
  "https://careshift/index.html",
  "file:///etc/passwd.txt",
  "",
])("%s is not served", (url) => {
  expect(get(url)).toMatchObject({ status: 404, file: null });
});

test.each(["POST", "PUT", "DELETE", "HEAD", "get"])("%s is not answered", (method) => {
  expect(appResponse(folder, { method, url: "app://careshift/" })).toMatchObject({ status: 405, file: null });
});

test("every answer, refusals too, carries the policy and says that its type is its type", () => {
  const answers = [
    get("app://careshift/"),
    get("app://careshift/../x"),
    appResponse(folder, { method: "PUT", url: "" }),
  ];
  for (const { headers } of answers)
    expect(headers).toMatchObject({
      "Content-Security-Policy": CSP,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
});
