import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRecentFiles } from "../../engine/recent.ts";
import type { RecentEntry } from "../../engine/recent.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "careshift-recent-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function entry(file: string): RecentEntry {
  return {
    path: file,
    kind: "scenario",
    title: file,
    detail: "",
    when: "2026-04-01T09:00:00.000Z",
    dataHash: "sha256-0",
  };
}

test("the latest comes first, once, and the list outlives the program", async () => {
  const recent = createRecentFiles(folder);
  await Promise.all(["/a", "/b", "/a"].map((file) => recent.remember(entry(file))));
  expect((await createRecentFiles(folder).list()).map((file) => file.path)).toEqual(["/a", "/b"]);
});

test("twelve are kept, and one can be forgotten", async () => {
  const recent = createRecentFiles(folder);
  for (let i = 1; i <= 14; i++) await recent.remember(entry(`/${i}`));
  await recent.forget("/14");
  const paths = (await recent.list()).map((file) => file.path);
  expect(paths).toHaveLength(11);
  expect(paths[0]).toBe("/13");
});

test.each(['{"version":1,"files":[', "[]", '{"version":2,"files":[]}', "\0\0\0\0"])(
  "a damaged list (%j) is set aside, not written over",
  async (damaged) => {
    await writeFile(path.join(folder, "recent.json"), damaged);
    const recent = createRecentFiles(folder);
    expect(await recent.list()).toEqual([]);
    await recent.remember(entry("/a"));
    expect(await recent.list()).toHaveLength(1);
    const aside = (await readdir(folder)).filter((name) => name.startsWith("recent.damaged-"));
    expect(aside).toHaveLength(1);
    expect(await readFile(path.join(folder, aside[0] ?? ""), "utf8")).toBe(damaged);
  },
);

test("a state folder that cannot be written costs the list alone", async () => {
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  const recent = createRecentFiles(path.join(file, "below"));
  await expect(recent.remember(entry("/a"))).resolves.toBeUndefined();
  expect(await recent.list()).toEqual([]);
});
