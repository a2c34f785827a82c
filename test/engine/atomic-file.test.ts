import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readWholeFile, writeWholeFile } from "../../engine/atomic-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "careshift-àrd na mara's 100% #1-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writing a file whole", () => {
  test("makes its folder, and leaves nothing beside it", async () => {
    const file = path.join(folder, "new", "plan.scenario.json");
    await writeWholeFile(file, Buffer.from("first"));
    await writeWholeFile(file, Buffer.from("second, longer"));
    expect(await readFile(file, "utf8")).toBe("second, longer");
    expect(await readdir(path.dirname(file))).toEqual(["plan.scenario.json"]);
  });

  test("keeps who may read it, and follows a link to where the file is", async () => {
    const file = path.join(folder, "plan");
    const link = path.join(folder, "link");
    await writeFile(file, "old");
    await chmod(file, 0o640);
    await symlink(file, link);
    await writeWholeFile(link, Buffer.from("new"));
    expect(await readFile(file, "utf8")).toBe("new");
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test("leaves the old file as it was when it cannot be replaced", async () => {
    const target = path.join(folder, "taken");
    await writeWholeFile(path.join(target, "inside"), Buffer.from("x"));
    // A folder that is not empty cannot be replaced by a file.
    await expect(writeWholeFile(target, Buffer.from("y"))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(await readdir(folder)).toEqual(["taken"]);
    expect(await readFile(path.join(target, "inside"), "utf8")).toBe("x");
  });

  test("removes what a save that was cut off left behind, and nothing else", async () => {
    const file = path.join(folder, "plan");
    const old = path.join(folder, ".plan.0123456789ab.careshift-part");
    const fresh = path.join(folder, ".plan.ba9876543210.careshift-part");
    const other = path.join(folder, ".other.0123456789ab.careshift-part");
    for (const part of [old, fresh, other]) await writeFile(part, "half");
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(old, hourAgo, hourAgo);
    await utimes(other, hourAgo, hourAgo);
    await writeWholeFile(file, Buffer.from("whole"));
    expect((await readdir(folder)).sort()).toEqual([path.basename(other), path.basename(fresh), "plan"].sort());
  });
});

describe("reading a file", () => {
  test("refuses one that is too large before reading it", async () => {
    const file = path.join(folder, "big");
    await writeFile(file, Buffer.alloc(11));
    expect(await readWholeFile(file, 11)).toHaveLength(11);
    await expect(readWholeFile(file, 10)).rejects.toMatchObject({ code: "file.too-large" });
  });
});
