import { EventEmitter } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";
import { setUpSingleInstance } from "../../electron/main/single-instance.ts";

class App extends EventEmitter {
  readonly isPackaged = true;
  readonly lockedWith: unknown[] = [];
  quits = 0;
  constructor(readonly isFirst: boolean) {
    super();
  }
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    this.lockedWith.push(data);
    return this.isFirst;
  }
  quit(): void {
    this.quits += 1;
  }
}

const start = {
  commandLine: ["/opt/careshift", "--no-sandbox", "100% #1/Plan.careshift"],
  workingFolder: path.resolve("/plans"),
};
const plan = path.resolve("/plans/100% #1/Plan.careshift");
type AppPart = Parameters<typeof setUpSingleInstance>[0];

test("a second start hands its files to the first and ends", () => {
  const app = new App(false);
  const seen: unknown[] = [];
  expect(setUpSingleInstance(app as unknown as AppPart, start, (files) => seen.push(files))).toBe(false);
  expect(app.lockedWith).toEqual([{ files: [plan] }]);
  expect(app.quits).toBe(1);
  expect(seen).toEqual([]);
});

test("the first is told the second's files, and that there was a second even without any", () => {
  const app = new App(true);
  const seen: (readonly string[])[] = [];
  expect(setUpSingleInstance(app as unknown as AppPart, start, (files) => seen.push(files))).toBe(true);
  // Chromium shuffles the command line that it passes on; it is not looked at.
  app.emit("second-instance", {}, ["careshift", "/etc/other.careshift"], "/", { files: [plan] });
  app.emit("second-instance", {}, [], "/", { files: [] });
  expect(seen).toEqual([[plan], []]);
  expect(app.quits).toBe(0);
});

test.each<unknown>([
  null,
  undefined,
  "files",
  { files: "x.careshift" },
  { files: [7, null, { path: "x" }] },
  { files: ["/etc/passwd", "x\0.zip"] },
])("another process that sends %j opens nothing", (sent) => {
  const app = new App(true);
  const seen: (readonly string[])[] = [];
  setUpSingleInstance(app as unknown as AppPart, start, (files) => seen.push(files));
  app.emit("second-instance", {}, [], "/", sent);
  expect(seen).toEqual([[]]);
});
