import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isPermitted, permissionTable, setUpPermissions } from "../../electron/main/permissions.ts";

test("a page may copy to the clipboard and fill the screen, and nothing else", () => {
  expect(Object.keys(permissionTable).filter(isPermitted).toSorted()).toEqual([
    "clipboard-sanitized-write",
    "fullscreen",
  ]);
});

test("the table names every permission in Electron's own declarations", () => {
  const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  const declarations = readFileSync(join(folder, "electron.d.ts"), "utf8");
  const line = declarations.split("\n").find((text) => text.includes("setPermissionRequestHandler(handler:")) ?? "";
  const union = line.slice(line.indexOf("permission: "), line.indexOf("callback:"));
  const named = [...union.matchAll(/'([^']+)'/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(20);
  expect(Object.keys(permissionTable).toSorted()).toEqual(named.toSorted());
});

test.each<unknown>([
  "",
  "toString",
  "__proto__",
  "constructor",
  "camera",
  "FULLSCREEN",
  null,
  undefined,
  1,
  ["fullscreen"],
])("%j is denied", (permission) => {
  expect(isPermitted(permission)).toBe(false);
});

test("both of Electron's questions and the question for devices are answered by the table", () => {
  type Handlers = Parameters<typeof setUpPermissions>[0];
  const set: { ask?: unknown; check?: unknown; device?: unknown } = {};
  setUpPermissions({
    setPermissionRequestHandler: (handler) => void (set.ask = handler),
    setPermissionCheckHandler: (handler) => void (set.check = handler),
    setDevicePermissionHandler: (handler) => void (set.device = handler),
  } satisfies Handlers);
  const ask = set.ask as (contents: null, permission: string, answer: (granted: boolean) => void) => void;
  const answers: boolean[] = [];
  for (const permission of ["geolocation", "media", "fullscreen"])
    ask(null, permission, (granted) => answers.push(granted));
  expect(answers).toEqual([false, false, true]);
  const check = set.check as (contents: null, permission: string) => boolean;
  expect([check(null, "notifications"), check(null, "clipboard-sanitized-write")]).toEqual([false, true]);
  expect((set.device as () => boolean)()).toBe(false);
});
