import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readWindowState, writeWindowState } from "../../electron/main/window-state.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "careshift-window-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const place = { x: 1, y: 2, width: 1200, height: 800, maximized: true };

test("a place that is kept is read again", () => {
  const file = path.join(folder, "window.json");
  writeWindowState(file, place);
  expect(readWindowState(file)).toEqual(place);
});

test.each(["", "{", '{"x": 1', "not json", "\0\0\0\0"])("a damaged file (%j) is no place", (text) => {
  const file = path.join(folder, "window.json");
  writeFileSync(file, text);
  expect(readWindowState(file)).toBeNull();
});

test("a missing file is no place, and one that cannot be written is said, not thrown", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const file = path.join(folder, "missing", "window.json");
  expect(readWindowState(file)).toBeNull();
  writeWindowState(file, place);
  expect(existsSync(file)).toBe(false);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("The window's place was not kept"));
});
