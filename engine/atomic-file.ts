/** Files written whole or not at all, and read with a bound. */
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";
import { EngineProblem } from "./problem.ts";

/**
 * Writes a file through a temporary one beside it (written, flushed, renamed), reads it back and compares, so that
 * "saved" is said of what the drive gives back. The file that was there stays as it was when anything fails.
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { fsync: true });
  const written = await readFile(file);
  if (!written.equals(bytes)) {
    throw new EngineProblem(
      "file.read-back",
      `${path.basename(file)} was written, but the drive gives back something else. Save it to another drive.`,
      { path: file },
    );
  }
}

/** The bytes of a file of at most `most` bytes. Throws for a larger one before reading it. */
export async function readWholeFile(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size > most) {
      throw new EngineProblem(
        "file.too-large",
        `${path.basename(file)} is ${megabytes(size)} MB; files up to ${megabytes(most)} MB can be opened.`,
        { path: file, value: String(size), expected: `at most ${most} bytes` },
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
