/** A dataset in a folder: its description, and the files that it lists. Other files in the folder are let be. */
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { DatasetError } from "../dataset-error.ts";
import { DESCRIPTOR_NAME, parseDescriptor } from "../package/descriptor.ts";

const MOST_BYTES = 1024 ** 3;

/** Reads `datapackage.json` and the listed files. Throws `DatasetError` on what is missing, too large or elsewhere. */
export async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const description = await readInside(folder, DESCRIPTOR_NAME);
  if (description === null) {
    throw new DatasetError({
      code: "package.no-description",
      problem: `there is no ${DESCRIPTOR_NAME} in the folder, so it is not a dataset`,
      file: folder,
      remedy: `Choose the folder that holds ${DESCRIPTOR_NAME}`,
    });
  }
  files.set(DESCRIPTOR_NAME, description);
  for (const { path } of parseDescriptor(description).resources) {
    const bytes = await readInside(folder, path);
    if (bytes !== null) files.set(path, bytes);
  }
  return files;
}

/** The bytes of a file in the folder; null when there is none. */
async function readInside(folder: string, path: string): Promise<Uint8Array | null> {
  let size: number;
  let real: string;
  try {
    real = await realpath(join(folder, path));
    const found = await stat(real);
    if (!found.isFile()) return null;
    size = found.size;
  } catch {
    return null;
  }
  if (!real.startsWith(`${await realpath(folder)}${sep}`)) {
    throw outside(path);
  }
  if (size > MOST_BYTES) {
    throw new DatasetError({
      code: "package.too-large",
      problem: "the file is larger than 1 GiB",
      file: path,
      remedy: "Use fewer rows or columns",
    });
  }
  try {
    return new Uint8Array(await readFile(real));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === "EACCES" ? "may not be read" : "cannot be read";
    throw new DatasetError({
      code: "package.unreadable",
      problem: `the file ${reason}`,
      file: path,
      remedy: "Check who may read it, and that no other program holds it",
    });
  }
}

function outside(path: string): DatasetError {
  return new DatasetError({
    code: "package.outside",
    problem: "the file is a link to a place outside the dataset's folder",
    file: path,
    remedy: "Put the file itself into the folder",
  });
}
