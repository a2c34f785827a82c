/** Zip files that are right in every way but one. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DatasetError, loadDataset, loadDatasetFiles, readZip } from "../../datasets/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { smallFiles } from "./small-dataset.ts";
import { makeZip, zipOf } from "./zip-maker.ts";
import type { ZipEntry } from "./zip-maker.ts";

const files = smallFiles();
const whole = loadDatasetFiles(files);
const good: readonly ZipEntry[] = [...files].map(([name, bytes]) => ({ name, bytes, deflate: true }));
const load = (bytes: Uint8Array): Promise<Dataset> => loadDataset({ kind: "zip", name: "small.zip", bytes });

async function refusal(bytes: Uint8Array): Promise<DatasetError> {
  try {
    await load(bytes);
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
const withEntry = (entry: ZipEntry) => refusal(makeZip([...good, entry]));
const some = new TextEncoder().encode("some text");

describe("a good zip", () => {
  test("gives the same dataset and hash as its files, packed or not, in any order", async () => {
    for (const bytes of [zipOf(files), zipOf(files, "", false), makeZip(good.toReversed())]) {
      expect(await load(bytes)).toEqual(whole);
    }
  });

  test("may hold the folder itself", async () => {
    const folder: ZipEntry = { name: "small/", bytes: new Uint8Array(0) };
    const inside = good.map((entry) => ({ ...entry, name: `small/${entry.name as string}` }));
    expect((await load(makeZip([folder, ...inside]))).hash).toBe(whole.hash);
  });

  test("an accented name is found in either spelling, and needs its UTF-8 mark", async () => {
    const name = "Àrd na Mara.arrow";
    for (const spelling of [name.normalize("NFC"), name.normalize("NFD")]) {
      const read = await readZip(makeZip([{ name: spelling, bytes: some }]), "a.zip");
      expect([...read.keys()]).toEqual([name.normalize("NFC")]);
    }
    const cp1252 = Uint8Array.from(name.normalize("NFC"), (letter) => letter.charCodeAt(0));
    const error = await withEntry({ name: cp1252, bytes: some, flags: 0 });
    expect(error.code).toBe("zip.bad-name");
    expect(error.message).toContain("not in UTF-8");
  });
});

describe("names that leave the folder, or trick the eye or the system", () => {
  const before = process.cwd();
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zip-names-"));
    process.chdir(folder);
  });
  afterAll(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true });
  });

  test.each([
    "../../escape.txt",
    "..\\..\\escape.txt",
    "/opt/escape.txt",
    "C:\\Users\\Public\\escape.txt",
    "C:/Users/escape.txt",
    "a/../../b.txt",
    "a//b.txt",
    "./b.txt",
    "CON.csv",
    "aux",
    "sub/LPT1.arrow",
    "report. ",
    "report.",
    "a.csv:stream",
    "gpj.\u202egnp.arrow",
    "nul\u0000.arrow",
    "what?.arrow",
  ])("%j: refused whole, nothing written", async (name) => {
    const error = await withEntry({ name, bytes: some });
    expect(error.code).toBe("zip.bad-name");
    expect(error.file).toBe("small.zip");
    // The message shows such a name as it is, not as it would like to be seen.
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("changed, missing, extra, cut off", () => {
  test("any changed byte of any table is refused with the file's name", async () => {
    const tables = [...files.keys()].filter((path) => path.endsWith(".arrow"));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (path, where, change) => {
          const bytes = (files.get(path) as Uint8Array).slice();
          const at = Math.floor(where * bytes.length);
          bytes[at] = (bytes[at] as number) ^ change;
          const error = await refusal(zipOf(new Map([...files, [path, bytes]])));
          expect([error.code, error.file]).toEqual(["package.changed-file", path]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a flipped bit anywhere in the zip is refused, or changes nothing", async () => {
    const zip = zipOf(files);
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.integer({ min: 0, max: 7 }),
        async (where, bit) => {
          const bytes = Uint8Array.from(zip);
          const at = Math.floor(where * bytes.length);
          bytes[at] = (bytes[at] as number) ^ (1 << bit);
          let found: Dataset | null = null;
          try {
            found = await load(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(DatasetError);
          }
          if (found !== null) expect(found).toEqual(whole);
        },
      ),
      { numRuns: 120 },
    );
  });

  test("a listed file that is missing", async () => {
    const error = await refusal(makeZip(good.filter((entry) => entry.name !== "population.arrow")));
    expect([error.code, error.file]).toEqual(["package.missing-file", "population.arrow"]);
  });

  test("a file that is not listed, a zip in the zip among them", async () => {
    for (const name of ["macro.js", "inner.zip", "scenarios/a.scenario.json"]) {
      const error = await withEntry({ name, bytes: name.endsWith(".zip") ? zipOf(files) : some });
      expect([error.code, error.value]).toEqual(["package.unlisted-file", name]);
    }
  });

  test("no description", async () => {
    expect((await refusal(makeZip(good.slice(1)))).code).toBe("package.no-description");
    expect((await refusal(makeZip([]))).code).toBe("package.no-description");
  });

  test("cut short anywhere", async () => {
    const zip = zipOf(files);
    for (const length of [zip.length - 1, zip.length - 30, zip.length >> 1, 100, 4]) {
      expect((await refusal(zip.slice(0, length))).code).toBe("zip.incomplete");
    }
    expect((await refusal(new Uint8Array(0))).code).toBe("zip.empty");
  });

  test("another kind of file", async () => {
    expect((await refusal(new TextEncoder().encode("%PDF-1.7 not a zip"))).message).toContain("not a zip");
  });

  test("a wrong checksum, a double name, a link, an encrypted file", async () => {
    const [first, ...rest] = good as [ZipEntry, ...ZipEntry[]];
    expect((await refusal(makeZip([{ ...first, crc: 1 }, ...rest]))).code).toBe("zip.damaged");
    expect((await withEntry({ name: "POPULATION.arrow", bytes: some })).code).toBe("zip.double");
    expect((await withEntry({ name: "link", bytes: some, unixMode: 0o120777 })).code).toBe("zip.link");
    expect((await withEntry({ name: "secret", bytes: some, flags: 0x801, deflate: true })).code).toBe("zip.encrypted");
  });
});

describe("limits", () => {
  test("a small file that unpacks to 64 MiB of zeros", async () => {
    const error = await withEntry({ name: "zeros.arrow", bytes: new Uint8Array(64 * 1024 * 1024), deflate: true });
    expect(error.code).toBe("zip.ratio");
    expect(error.message).toContain("400 is the most");
  });

  test("5,000 empty files", async () => {
    const entries = Array.from({ length: 5000 }, (_, i) => ({ name: `${i}.txt`, bytes: new Uint8Array(0) }));
    const error = await refusal(makeZip(entries));
    expect(error.code).toBe("zip.too-many");
    expect(error.message).toContain("5000 files, and 500 is the most");
  });

  test("a file that unpacks to more than it says", async () => {
    const zip = makeZip([{ name: "a.arrow", bytes: new Uint8Array(1000), deflate: true }]);
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    const directory = zip.length - 22 - 46 - 7;
    expect(view.getUint32(directory + 24, true)).toBe(1000);
    view.setUint32(directory + 24, 10, true);
    expect((await refusal(zip)).code).toBe("zip.damaged");
  });
});
