/** A zip file's entries, read whole inside stated limits, or refused. Nothing is written anywhere. */
import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import { DatasetError } from "../dataset-error.ts";
import { samePath, unsafePath } from "./safe-path.ts";

/** Stated limits: more is refused before it is unpacked. */
export const ZIP_LIMITS = {
  entries: 500,
  /** Bytes, all entries unpacked. */
  total: 1024 ** 3,
  /** Unpacked to packed bytes of an entry, where it unpacks to more than `ratioFrom` bytes. */
  ratio: 400,
  ratioFrom: 8 * 1024 ** 2,
};

/**
 * Files by path (folders left out), in the order of the zip. Every name is checked (`unsafePath`), every checksum too;
 * entries that are encrypted, links or double are refused, and a zip inside is bytes like any other.
 * Throws `DatasetError` ("zip.…") and gives nothing when anything is wrong.
 */
export async function readZip(bytes: Uint8Array, name: string): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(bytes, name);
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  if (zip.entryCount > ZIP_LIMITS.entries) {
    throw refused("zip.too-many", name, `it holds ${zip.entryCount} files, and ${ZIP_LIMITS.entries} is the most`);
  }
  try {
    let total = 0;
    for (let count = 0; ; count++) {
      const entry = await nextEntry(zip, name);
      if (entry === null) break;
      if (count >= ZIP_LIMITS.entries) throw refused("zip.too-many", name, "it holds more files than it says");
      const path = nameOf(entry, name);
      if (path.endsWith("/")) continue;
      // Systems that ignore case would write one over the other.
      const folded = path.toLowerCase();
      if (seen.has(folded)) throw refused("zip.double", name, "it holds two files of one name", path);
      seen.add(folded);
      checkEntry(entry, path, name);
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.total) throw refused("zip.too-large", name, "it unpacks to more than 1 GiB");
      files.set(path, await readEntry(zip, entry, path, name));
    }
  } finally {
    zip.close();
  }
  return files;
}

async function openZip(bytes: Uint8Array, name: string): Promise<yauzl.ZipFile> {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (bytes.length === 0) throw refused("zip.empty", name, "the file is empty (0 bytes)");
  if (start !== "PK\u0003\u0004" && start !== "PK\u0005\u0006")
    throw refused("zip.not-zip", name, "this is not a zip file");
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
  } catch {
    throw refused(
      "zip.incomplete",
      name,
      "the zip is incomplete: its list of files, which stands at its end, is not there",
    );
  }
}

/** The next entry, or null after the last. */
function nextEntry(zip: yauzl.ZipFile, name: string): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
    };
    zip.once("entry", (entry: yauzl.Entry) => (done(), resolve(entry)));
    zip.once("end", () => (done(), resolve(null)));
    zip.once("error", () => (done(), reject(refused("zip.damaged", name, "its list of files is damaged"))));
    zip.readEntry();
  });
}

/** The entry's name. Names without the UTF-8 mark may be in any old code page: only plain ASCII is taken. */
function nameOf(entry: yauzl.Entry, zip: string): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const isAscii = raw.every((byte) => byte < 0x80);
  let path: string;
  try {
    if (!isUtf8 && !isAscii) throw new Error("unknown code page");
    path = samePath(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    const shown = Buffer.from(raw).toString("latin1");
    throw refused("zip.bad-name", zip, "a file's name is not in UTF-8, so its letters are unknown", shown);
  }
  const problem = unsafePath(path.endsWith("/") ? path.slice(0, -1) : path);
  if (problem !== null) throw refused("zip.bad-name", zip, `a file's name ${problem}`, path);
  return path;
}

function checkEntry(entry: yauzl.Entry, path: string, zip: string): void {
  if (entry.isEncrypted()) throw refused("zip.encrypted", zip, "a file in it is encrypted", path);
  const isUnix = entry.versionMadeBy >> 8 === 3;
  if (isUnix && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) {
    throw refused("zip.link", zip, "a file in it is a link to another place", path);
  }
  if (!entry.canDecodeFileData()) throw refused("zip.method", zip, "a file is packed in a way that is not read", path);
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > ZIP_LIMITS.total) throw refused("zip.too-large", zip, "a file in it unpacks to more than 1 GiB", path);
  if (size > ZIP_LIMITS.ratioFrom && size > packed * ZIP_LIMITS.ratio) {
    const problem = `a file unpacks to ${Math.round(size / Math.max(1, packed))} times its packed size, and ${ZIP_LIMITS.ratio} is the most`;
    throw refused("zip.ratio", zip, problem, path);
  }
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string, name: string): Promise<Uint8Array> {
  const out = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      out.set(chunk, length);
      length += chunk.length;
    }
  } catch {
    throw refused("zip.damaged", name, "a file in it cannot be unpacked", path);
  }
  if (length !== out.length || crc32(out) !== entry.crc32) {
    throw refused("zip.damaged", name, "a file in it has changed since it was packed", path);
  }
  return out;
}

function refused(code: string, file: string, problem: string, value?: string): DatasetError {
  const remedy = "Nothing was read from it. Get it again from where it came, or make it again";
  return new DatasetError({ code, problem, file, value, remedy });
}
