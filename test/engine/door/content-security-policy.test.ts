import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../../engine/door/index.ts";

describe("content security policy", () => {
  test("is exactly the published one", () => {
    expect(contentSecurityPolicy(["ws://127.0.0.1:4000"])).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self' ws://127.0.0.1:4000; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; object-src 'none'",
    );
  });

  test("needs no source beside the page's own", () => {
    expect(contentSecurityPolicy([])).toContain("connect-src 'self';");
  });

  test.each([
    "*",
    "ws://127.0.0.1:4000; script-src *",
    "'unsafe-eval'",
    "ws://a b",
    "ws://host/path",
    "ws://host:999999",
  ])("%j is refused as a source", (source) => {
    expect(() => contentSecurityPolicy([source])).toThrow("is not an address");
  });
});
