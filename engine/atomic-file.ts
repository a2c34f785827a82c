/** Files written whole or not at all, and read with a bound. */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EngineProblem } from "./problem.ts";

const TEMPORARY = ".careshift-part";
/** A part older than this was left by a save that was cut off. */
const LEFT_OVER_MS = 60_000;
/** Windows refuses for a moment while a virus scanner or a synchroniser looks at the file. */
const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);
const RETRY_AFTER_MS = [50, 200, 600, 1500];

/**
 * Writes a file through a temporary one beside it: written, flushed, read back and compared, and only then renamed over
 * the old one. (A drive that fills up may take half the bytes without an error: comparing before the rename keeps the
 * old file.) Reads the result back once more, so that "saved" is said of what the drive gives. When anything fails the
 * file that was there stays as it was, and the temporary one is removed; one left by a power cut goes at the next save.
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => path.resolve(file));
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true });
  await removeLeftOvers(target);
  const part = path.join(folder, `.${path.basename(target)}.${randomBytes(6).toString("hex")}${TEMPORARY}`);
  try {
    await writeFlushed(part, bytes, await modeOf(target));
    await compare(part, bytes);
    await renameOver(part, target);
    await flushFolder(folder);
    await compare(target, bytes);
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** The bytes of a file of at most `most` bytes. Throws for a larger one before reading it. */
export async function readWholeFile(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size > most) throw tooLarge(path.basename(file), size, most);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function writeFlushed(file: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(file, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function compare(file: string, bytes: Uint8Array): Promise<void> {
  const written = await readFile(file);
  if (written.equals(bytes)) return;
  throw new EngineProblem(
    "file.read-back",
    `${path.basename(file)} was written, but the drive gives back something else: it may be full or failing. ` +
      "Save to another drive.",
    { path: file },
  );
}

async function renameOver(part: string, target: string): Promise<void> {
  for (const pause of RETRY_AFTER_MS) {
    try {
      await rename(part, target);
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (process.platform !== "win32" || !BUSY.has(code)) throw error;
      await wait(pause);
    }
  }
  await rename(part, target);
}

/** So that a power cut after "saved" cannot take the new name back. Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch {
    // Some network drives refuse to flush a folder; the file itself was flushed.
  } finally {
    await handle.close();
  }
}

async function modeOf(file: string): Promise<number | undefined> {
  const there = await stat(file).catch(() => null);
  return there === null ? undefined : there.mode & 0o777;
}

async function removeLeftOvers(target: string): Promise<void> {
  const folder = path.dirname(target);
  const prefix = `.${path.basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(TEMPORARY)) continue;
    const file = path.join(folder, name);
    const there = await stat(file).catch(() => null);
    if (there !== null && Date.now() - there.mtimeMs > LEFT_OVER_MS) await rm(file, { force: true });
  }
}

/** That a file of `size` bytes is more than the `most` that can be opened. */
export function tooLarge(name: string, size: number, most: number): EngineProblem {
  return new EngineProblem(
    "file.too-large",
    `${name} is ${megabytes(size)} MB; files up to ${megabytes(most)} MB can be opened.`,
    { path: name, value: String(size), expected: `at most ${most} bytes` },
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
