import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setUpFiles } from "../../electron/main/files.ts";

let folder: string;
beforeEach(() => {
  // C65 again: what the dialogs give is a path in a folder with a hard name.
  folder = mkdtempSync(path.join(tmpdir(), "Àrd na Mara's 100% #1 (x86) "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function files(answers: { open?: string[]; save?: string; replace?: number }) {
  const granted: [string, string][] = [];
  const recent: string[] = [];
  const asked: { defaultPath: (string | undefined)[]; questions: string[] } = { defaultPath: [], questions: [] };
  const dialog = {
    showOpenDialog: async (_window: unknown, options: { defaultPath?: string }) => {
      asked.defaultPath.push(options.defaultPath);
      return { canceled: answers.open === undefined, filePaths: answers.open ?? [] };
    },
    showSaveDialog: async (_window: unknown, options: { defaultPath?: string }) => {
      asked.defaultPath.push(options.defaultPath);
      return { canceled: answers.save === undefined, filePath: answers.save ?? "" };
    },
    showMessageBox: async (_window: unknown, options: { message: string }) => {
      asked.questions.push(options.message);
      return { response: answers.replace ?? 1, checkboxChecked: false };
    },
  };
  const set = setUpFiles({
    app: { getPath: () => folder, addRecentDocument: (file: string) => void recent.push(file) },
    dialog: dialog as unknown as Parameters<typeof setUpFiles>[0]["dialog"],
    window: () => ({}) as BrowserWindow,
    grant: async (file, mode) => {
      granted.push([file, mode]);
      return { handle: "h", name: path.basename(file), kind: "scenario" };
    },
  });
  return { set, granted, recent, asked };
}

test("a file that was picked is granted, and the page gets its handle and name alone", async () => {
  const file = path.join(folder, "Plan.scenario.json");
  const { set, granted, recent } = files({ open: [file] });
  expect(await set.pickOpen()).toEqual({ handle: "h", name: "Plan.scenario.json", kind: "scenario" });
  expect(granted).toEqual([[file, "read-write"]]);
  expect(recent).toEqual([file]);
});

test.each([
  ["Plan.SCENARIO.JSON", "read-write"],
  ["Board paper.careshift", "read"],
  ["Grampian.zip", "read"],
  ["datapackage.json", "read"],
])("%s is opened to %s", async (name, mode) => {
  const { set, granted } = files({});
  await set.openPath(path.join(folder, name));
  expect(granted).toEqual([[path.join(folder, name), mode]]);
});

test("cancelling grants nothing", async () => {
  const { set, granted, recent } = files({});
  expect(await set.pickOpen()).toBeNull();
  expect(await set.pickSave({ kind: "pack", suggestedName: "Board" })).toBeNull();
  expect([...granted, ...recent]).toEqual([]);
});

test("saving suggests a name in the folder last used, and adds the ending", async () => {
  const chosen = path.join(folder, "Chosen");
  const { set, granted, asked } = files({ save: chosen });
  await set.pickSave({ kind: "scenario", suggestedName: "../Board: paper" });
  expect(asked.defaultPath).toEqual([path.join(folder, "Board paper.scenario.json")]);
  expect(granted).toEqual([[`${chosen}.scenario.json`, "read-write"]]);
  expect(asked.questions).toEqual([]);
});

test("a file that only the added ending names is not replaced without asking", async () => {
  writeFileSync(path.join(folder, "Chosen.careshift"), "old");
  const chosen = path.join(folder, "Chosen");
  const no = files({ save: chosen, replace: 1 });
  expect(await no.set.pickSave({ kind: "pack", suggestedName: "x" })).toBeNull();
  expect(no.asked.questions).toEqual(["“Chosen.careshift” is there already. Replace it?"]);
  expect(no.granted).toEqual([]);
  const yes = files({ save: chosen, replace: 0 });
  expect(await yes.set.pickSave({ kind: "pack", suggestedName: "x" })).not.toBeNull();
  // The dialog has asked about this one itself.
  const named = files({ save: `${chosen}.careshift` });
  await named.set.pickSave({ kind: "pack", suggestedName: "x" });
  expect(named.asked.questions).toEqual([]);
  expect(named.granted).toHaveLength(1);
});
