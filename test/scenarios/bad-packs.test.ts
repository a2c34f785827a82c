/** Packs that are right but for one fault: each must be refused for that fault, by name. */
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { readZip } from "../../datasets/index.ts";
import { readPack, PackError } from "../../scenarios/packs/index.ts";
import { goodPack } from "./pack-fixture.ts";
import { zipByHand, type HandEntry } from "./zip-by-hand.ts";

interface Manifest {
  version: number;
  format: string;
  dataset: { hash: string };
  scenarios: { path: string; hash: string; results: string }[];
  entries: { path: string; bytes: number; sha256: string }[];
}

let files: Map<string, Uint8Array>;

beforeAll(async () => {
  files = await readZip(await goodPack(), "good.careshift");
});

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("utf8");
const bytes = (content: string) => new Uint8Array(Buffer.from(content, "utf8"));
const listing = (path: string, content: Uint8Array) => ({
  path,
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});

/** The good pack with its manifest changed, and its entries. */
function packed(
  change: (manifest: Manifest) => void = () => {},
  entries: (list: HandEntry[]) => HandEntry[] = (list) => list,
): Uint8Array {
  const manifest = JSON.parse(text(files.get("manifest.json"))) as Manifest;
  change(manifest);
  const list = [...files].map(([name, content]): HandEntry => ({
    name,
    bytes: name === "manifest.json" ? bytes(JSON.stringify(manifest)) : content,
  }));
  return zipByHand(entries(list));
}

/** The good pack with one more entry, listed with its right hash: only its name or content is at fault. */
function withListed(entry: HandEntry, listedAs: string): Uint8Array {
  return packed(
    (manifest) => manifest.entries.push(listing(listedAs, entry.bytes)),
    (list) => [...list, entry],
  );
}

async function refusal(pack: Uint8Array): Promise<PackError> {
  try {
    await readPack(pack, "plan.careshift");
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error("The pack was accepted.");
}

const SMALL = bytes("area,admissions\nNorth,10\n");

describe("the pack that the faults are made in", () => {
  it("is accepted without them", async () => {
    expect((await readPack(packed(), "plan.careshift")).scenarios.length).toBe(2);
    const further = withListed({ name: "dataset/\u00C0rd na Mara.csv", bytes: SMALL }, "dataset/\u00C0rd na Mara.csv");
    expect((await readPack(further, "plan.careshift")).datasetFiles.has("\u00C0rd na Mara.csv")).toBe(true);
  });
});

describe("names that leave the folder or mislead", () => {
  it.each([
    "../../escape.txt",
    "dataset/../../escape.txt",
    "..\\..\\escape.txt",
    "/opt/escape_abs.txt",
    "C:\\Users\\Public\\escape.txt",
    "C:/Users/Public/escape.txt",
    "dataset/CON.csv",
    "dataset/lpt1",
    "dataset/report. ",
    "dataset/report.",
    "dataset/a.csv:stream",
    "dataset/report\u202Excod.csv",
    "dataset/a\u0000.csv",
    "dataset//a.csv",
    "dataset/./a.csv",
  ])("%j is refused", async (name) => {
    const error = await refusal(withListed({ name, bytes: SMALL }, name));
    expect(error.code).toBe("pack.bad-name");
    expect(error.message).toContain("plan.careshift");
    expect(error.message).toContain("Nothing was read from it");
  });

  it("a name in an unknown code page is refused", async () => {
    const name = Buffer.from("dataset/\u00C0rd na Mara.csv", "latin1");
    expect((await refusal(withListed({ name, bytes: SMALL, flags: 0 }, "dataset/\u00C0rd na Mara.csv"))).code).toBe(
      "pack.bad-name",
    );
  });

  it("two names that one system holds for one are refused", async () => {
    const twice = packed(
      (manifest) => manifest.entries.push(listing("dataset/A.csv", SMALL), listing("dataset/a.csv", SMALL)),
      (list) => [...list, { name: "dataset/A.csv", bytes: SMALL }, { name: "dataset/a.csv", bytes: SMALL }],
    );
    expect((await refusal(twice)).code).toBe("pack.double");
  });
});

describe("changed, missing and further entries", () => {
  const HOME = "scenarios/1-home-first-phased.scenario.json";

  it("one pound changed after the pack was made is refused by name", async () => {
    const changed = packed(undefined, (list) =>
      list.map((entry) =>
        entry.name === HOME
          ? { ...entry, bytes: bytes(text(entry.bytes).replace('"amount": ', '"amount": 1')) }
          : entry,
      ),
    );
    const error = await refusal(changed);
    expect(error).toMatchObject({ code: "pack.changed-entry", entry: HOME });
    expect(error.message).toContain(`${HOME} was changed after the pack was made`);
  });

  it("a byte changed in any entry is refused by its name", async () => {
    for (const name of files.keys()) {
      if (name === "manifest.json") continue;
      const flipped = packed(undefined, (list) =>
        list.map((entry) => {
          if (entry.name !== name) return entry;
          const copy = Uint8Array.from(entry.bytes);
          copy[copy.length >> 1] = (copy[copy.length >> 1] as number) ^ 1;
          return { ...entry, bytes: copy };
        }),
      );
      expect(await refusal(flipped)).toMatchObject({ code: "pack.changed-entry", entry: name });
    }
  });

  it("a bit flipped in the file is refused, in whatever entry it lies", async () => {
    const good = packed();
    const at = Buffer.from(good).indexOf("population");
    const flipped = Uint8Array.from(good);
    flipped[at + 200] = (flipped[at + 200] as number) ^ 4;
    expect((await refusal(flipped)).code).toMatch(/^pack\.(damaged|changed-entry|bad-manifest|missing-entry)$/);
  });

  it("a listed entry that is not there is refused by name", async () => {
    const missing = packed(undefined, (list) => list.filter((entry) => entry.name !== "dataset/population.arrow"));
    expect(await refusal(missing)).toMatchObject({ code: "pack.missing-entry", entry: "dataset/population.arrow" });
  });

  it("an entry that is not listed is refused by name", async () => {
    const extra = packed(undefined, (list) => [...list, { name: "macro.js", bytes: bytes("alert(1)") }]);
    expect(await refusal(extra)).toMatchObject({ code: "pack.unlisted-entry", entry: "macro.js" });
  });

  it("a listed entry where a pack has nothing is refused by name", async () => {
    expect(await refusal(withListed({ name: "macro.js", bytes: SMALL }, "macro.js"))).toMatchObject({
      code: "pack.unknown-place",
      entry: "macro.js",
    });
  });

  it("an entry listed twice is refused", async () => {
    const twice = packed((manifest) => manifest.entries.push(manifest.entries[0] as Manifest["entries"][number]));
    expect((await refusal(twice)).code).toBe("pack.listed-twice");
  });

  it.each([HOME, "results/1.json", "dataset/datapackage.json", "datapackage.json"])(
    "without %s it is not whole",
    async (path) => {
      const without = packed(
        (manifest) => {
          manifest.entries = manifest.entries.filter((entry) => entry.path !== path);
        },
        (list) => list.filter((entry) => entry.name !== path),
      );
      expect(await refusal(without)).toMatchObject({ code: "pack.missing-entry", entry: path });
    },
  );

  it("a scenario other than the manifest's, or made on another dataset, is refused", async () => {
    const other = packed((manifest) => {
      (manifest.scenarios[0] as Manifest["scenarios"][number]).hash = `sha256-${"0".repeat(64)}`;
    });
    expect((await refusal(other)).code).toBe("pack.other-scenario");
    const elsewhere = packed((manifest) => {
      manifest.dataset.hash = `sha256-${"0".repeat(64)}`;
    });
    expect((await refusal(elsewhere)).code).toBe("pack.other-dataset");
  });

  it("results that are none are refused", async () => {
    const results = bytes("{}");
    const none = packed(
      (manifest) => {
        manifest.entries = manifest.entries.map((entry) =>
          entry.path === "results/1.json" ? listing(entry.path, results) : entry,
        );
      },
      (list) => list.map((entry) => (entry.name === "results/1.json" ? { ...entry, bytes: results } : entry)),
    );
    expect(await refusal(none)).toMatchObject({ code: "pack.bad-results", entry: "results/1.json" });
  });
});

describe("files that are no whole pack", () => {
  it("is each refused with its own reason", async () => {
    const good = packed();
    expect((await refusal(new Uint8Array(0))).code).toBe("pack.empty");
    expect((await refusal(bytes("%PDF-1.7\n..."))).code).toBe("pack.not-zip");
    expect((await refusal(good.subarray(0, good.length - 30))).code).toBe("pack.incomplete");
    expect((await refusal(good.subarray(0, good.length >> 1))).code).toBe("pack.incomplete");
    expect((await refusal(zipByHand([]))).code).toBe("pack.empty");
    expect(
      (await refusal(packed(undefined, (list) => list.filter((entry) => entry.name !== "manifest.json")))).code,
    ).toBe("pack.no-manifest");
  });

  it("with a manifest of another kind or version says which", async () => {
    const manifest = (content: string) =>
      packed(undefined, (list) =>
        list.map((entry) => (entry.name === "manifest.json" ? { ...entry, bytes: bytes(content) } : entry)),
      );
    expect((await refusal(manifest("{"))).code).toBe("pack.manifest-not-json");
    expect((await refusal(manifest('{"packVersion": 1}'))).code).toBe("pack.other-format");
    const newer = await refusal(packed((each) => void (each.version = 2)));
    expect(newer.code).toBe("pack.newer-version");
    expect(newer.message).toContain("version 2 of the pack format, and this program reads up to version 1");
    expect((await refusal(packed((each) => void (each.entries = [])))).code).toBe("pack.bad-manifest");
  });

  it("that is encrypted, or holds a link, is refused", async () => {
    // The old encryption puts twelve bytes before the content.
    const secret = { packed: Uint8Array.from([...new Uint8Array(12), ...SMALL]), flags: 0x801 };
    const encrypted = withListed({ name: "dataset/a.csv", bytes: SMALL, ...secret }, "dataset/a.csv");
    expect((await refusal(encrypted)).code).toBe("pack.encrypted");
    const link = withListed({ name: "dataset/a.csv", bytes: SMALL, mode: 0o120777 }, "dataset/a.csv");
    expect((await refusal(link)).code).toBe("pack.link");
  });
});

describe("packs that would fill the machine", () => {
  it("one that unpacks to far more than it is stops at the stated limit", async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const bomb = withListed(
      { name: "dataset/huge.csv", bytes: zeros, method: 8, packed: deflateRawSync(zeros) },
      "dataset/huge.csv",
    );
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const error = await refusal(bomb);
    expect(error.code).toBe("pack.ratio");
    expect(error.message).toMatch(/times its packed size, and \d+ is the most/);
  });

  it("one that lies about how much it unpacks to is refused", async () => {
    const packedZeros = deflateRawSync(new Uint8Array(4 * 1024 * 1024));
    const lie = withListed(
      { name: "dataset/huge.csv", bytes: SMALL, method: 8, packed: packedZeros },
      "dataset/huge.csv",
    );
    expect((await refusal(lie)).code).toBe("pack.damaged");
  });

  it("5,000 empty entries are refused by their number", async () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `dataset/e${i}.csv`);
    const many = packed(
      (manifest) => manifest.entries.push(...names.map((name) => listing(name, new Uint8Array(0)))),
      (list) => [...list, ...names.map((name) => ({ name, bytes: new Uint8Array(0) }))],
    );
    expect((await refusal(many)).code).toBe("pack.too-many");
  });

  it("a zip inside is bytes, and is never opened", async () => {
    const inner = zipByHand([{ name: "../../escape.txt", bytes: SMALL }]);
    const content = await readPack(
      withListed({ name: "dataset/inner.zip", bytes: inner }, "dataset/inner.zip"),
      "plan.careshift",
    );
    expect(content.datasetFiles.get("inner.zip")?.length).toBe(inner.length);
    expect([...content.datasetFiles.keys()].some((path) => path.includes("escape"))).toBe(false);
  });
});
