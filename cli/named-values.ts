/** A JSON file of named numbers, `{"admissions": 100, "bed_days": 300}`: what a formula can be tried on without a dataset. */
import { open } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { z } from "zod";
import { CommandProblem } from "./commands/problem.ts";

const MOST_BYTES = 1_000_000;
const MOST_NAMES = 1000;

const namedValues = z
  .record(z.string().max(80), z.number())
  .refine((values) => Object.keys(values).length <= MOST_NAMES, `at most ${MOST_NAMES} names`);

/**
 * The numbers of the file at `path`; null where it is not a JSON file, or is a dataset's own. Throws CommandProblem for one
 * that cannot be read, or that holds anything but a number under a name.
 */
export async function readNamedValues(path: string, folder: string): Promise<Readonly<Record<string, number>> | null> {
  const name = basename(path);
  if (!name.toLowerCase().endsWith(".json") || name === "datapackage.json" || name.endsWith(".scenario.json"))
    return null;
  let text: string;
  try {
    text = await readStart(resolve(folder, path));
  } catch {
    throw new CommandProblem(`The file ${path} cannot be read. Give a dataset, or a JSON file of named numbers.`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new CommandProblem(
      `${name} is not JSON, or is longer than ${MOST_BYTES} bytes. Write {"admissions": 100}, for example.`,
    );
  }
  const checked = namedValues.safeParse(parsed, {});
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue?.path.map(String).join(".") ?? "";
  throw new CommandProblem(
    `${name} must hold a number under each name${where === "" ? "" : `; "${where}" is something else`}. Write {"admissions": 100}, for example.`,
  );
}

async function readStart(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(MOST_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    if (bytesRead > MOST_BYTES) return "";
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
