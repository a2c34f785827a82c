import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveAsset } from "../../../engine/door/index.ts";

const root = path.resolve("/srv/renderer");

describe("files that the window asks for", () => {
  test.each([
    ["/", "index.html"],
    ["/index.html", "index.html"],
    ["/assets/index-4fA_9.js", "assets/index-4fA_9.js"],
    ["/assets/a%20b.css", "assets/a b.css"],
    ["/icon.svg", "icon.svg"],
  ])("%s is served", (asked, file) => {
    expect(resolveAsset(root, asked)).toBe(path.join(root, file));
  });

  test.each([
    "",
    "index.html",
    "//index.html",
    "/../renderer/index.html",
    "/..",
    "/assets/../../secret.js",
    "/assets/../index.html",
    "/%2e%2e/secret.js",
    "/%2e%2e%2fsecret.js",
    "/..%2fsecret.js",
    "/.%2e/secret.js",
    "/%252e%252e/secret.js",
    "/%c0%ae%c0%ae/secret.js",
    "/..\\secret.js",
    "/..%5csecret.js",
    "/assets\\app.js",
    "/%5c%5cserver%5cshare%5capp.js",
    "/index.html%00.js",
    "/\0index.html",
    "/C:/windows/system.js",
    "/c%3a/windows/system.js",
    "/app.js::$DATA",
    "/../renderer-backup/app.js",
    "/.env",
    "/.git/config.json",
    "/assets/.hidden.js",
    "/assets//app.js",
    "/assets/",
    "/assets",
    "/app.js.",
    "/app.js%20",
    "/nul.js",
    "/assets/COM1.js",
    "/app.exe",
    "/app.map",
    "/app.js?x",
    "/app.js#x",
    "/%",
    "/%zz.js",
    "/%0aapp.js",
    `/${"a".repeat(2000)}.js`,
  ])("%j is refused", (asked) => {
    expect(resolveAsset(root, asked)).toBeNull();
  });

  test("whatever is asked, what is served lies inside the folder", () => {
    const piece = fc.constantFrom("..", ".", "%2e", "%2f", "%5c", "/", "\\", "a", "renderer", ".js", "%00", ":", "%25");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolveAsset(root, `/${pieces.join("")}`);
        if (file !== null) expect(file.startsWith(root + path.sep)).toBe(true);
      }),
    );
  });
});
