/** The description of a dataset, and a dataset in a folder. */
import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DatasetError, loadDataset, loadDatasetFiles } from "../../datasets/index.ts";
import { errorOf } from "./columns-of.ts";
import { smallFiles } from "./small-dataset.ts";

const files = smallFiles();
const whole = loadDatasetFiles(files);

interface Field {
  name: string;
  type: string;
  unit?: string;
}
interface Json {
  [key: string]: unknown;
  title: string;
  careshift: Record<string, unknown>;
  resources: { name: string; path: string; hash: string; bytes: number; schema: { fields: Field[] } }[];
}

const text = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const described = (change: (json: Json) => void): Map<string, Uint8Array> => {
  const json = JSON.parse(new TextDecoder().decode(files.get("datapackage.json"))) as Json;
  change(json);
  return new Map([...files, ["datapackage.json", text(json)]]);
};
const refusal = (change: (json: Json) => void) => errorOf(DatasetError, () => loadDatasetFiles(described(change)));
const resource = (json: Json, name: string) =>
  json.resources.find((one) => one.name === name) as Json["resources"][number];
const field = (json: Json, table: string, name: string) =>
  resource(json, table).schema.fields.find((one) => one.name === name) as Field;

describe("the description", () => {
  test("is a data package with a hash, a size and a schema for every table", () => {
    const json = JSON.parse(new TextDecoder().decode(files.get("datapackage.json"))) as Json;
    expect(resource(json, "population")).toMatchObject({ path: "population.arrow", format: "arrow" });
    expect(field(json, "population", "people")).toMatchObject({ type: "number", unit: "person" });
    expect(resource(json, "population").hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(resource(json, "population").bytes).toBe(files.get("population.arrow")?.length);
  });

  test("makes the hash: another title is another dataset, another order of keys is not", () => {
    expect(loadDatasetFiles(described((json) => (json.title = "Other"))).hash).not.toBe(whole.hash);
    const turned = described(() => undefined);
    const json = JSON.parse(new TextDecoder().decode(turned.get("datapackage.json"))) as Json;
    turned.set("datapackage.json", text(Object.fromEntries(Object.entries(json).toReversed())));
    expect(loadDatasetFiles(turned).hash).toBe(whole.hash);
  });

  test("may say more than this program reads", () => {
    expect(loadDatasetFiles(described((json) => (json.homepage = "https://example.org"))).name).toBe("small");
  });

  test("that is not JSON, not a data package, or of another kind", () => {
    for (const bytes of [text("not json"), Uint8Array.of(0xff, 0xfe), text("[1]")]) {
      const error = errorOf(DatasetError, () => loadDatasetFiles(new Map([...files, ["datapackage.json", bytes]])));
      expect(error.code).toMatch(/^descriptor\./);
      expect(error.file).toBe("datapackage.json");
    }
    const endless = new TextDecoder().decode(files.get("datapackage.json")).replace("{", '{ "size": 1e999,');
    const large = text(" ".repeat(4 * 1024 * 1024 + 1));
    for (const bytes of [text(endless), large]) {
      const error = errorOf(DatasetError, () => loadDatasetFiles(new Map([...files, ["datapackage.json", bytes]])));
      expect(error.code).toMatch(/^descriptor\./);
    }
    expect(refusal((json) => delete (json as Partial<Json>).careshift).code).toBe("descriptor.not-careshift");
    expect(refusal((json) => (json.careshift.version = 2)).message).toContain("careshift.version");
    expect(refusal((json) => (json.careshift.yearcount = 3)).message).toContain("careshift");
  });

  test("with a table under another type or unit, or a column too many or too few", () => {
    expect(refusal((json) => (field(json, "population", "people").unit = "thousand people"))).toMatchObject({
      code: "package.wrong-unit",
      file: "population.arrow",
      column: "people",
    });
    expect(refusal((json) => (field(json, "population", "people").type = "string")).code).toBe("package.wrong-type");
    expect(refusal((json) => (field(json, "population", "people").name = "persons")).code).toBe(
      "package.missing-column",
    );
    expect(refusal((json) => resource(json, "areas").schema.fields.push({ name: "code", type: "string" })).code).toBe(
      "package.unknown-column",
    );
    // The column is in the file, and the description leaves it out.
    expect(refusal((json) => resource(json, "delayed").schema.fields.splice(1, 1)).column).toBe("age_band");
  });

  test("with a table or file that is unknown, double, elsewhere or not there", () => {
    expect(refusal((json) => (resource(json, "areas").name = "places")).code).toBe("package.wrong-listing");
    expect(refusal((json) => json.resources.push(resource(json, "areas"))).code).toBe("package.wrong-listing");
    expect(refusal((json) => (resource(json, "areas").path = "../areas.arrow")).code).toBe("descriptor.wrong");
    expect(refusal((json) => (resource(json, "areas").path = "other.arrow")).code).toBe("package.unlisted-file");
  });

  test("with another hash or size", () => {
    const wrong = `sha256:${"0".repeat(64)}`;
    for (const change of [{ hash: wrong }, { bytes: 1 }]) {
      const error = refusal((json) => Object.assign(resource(json, "areas"), change));
      expect([error.code, error.file]).toEqual(["package.changed-file", "areas.arrow"]);
    }
  });
});

describe("a folder", () => {
  let folder = "";
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "dataset-")), "Àrd na Mara's 100% #1");
    await mkdir(folder);
    for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
  });
  afterEach(() => rm(join(folder, ".."), { recursive: true }));
  const load = () => loadDataset({ kind: "folder", path: folder });

  test("gives the same dataset and hash as its files; other files beside them are let be", async () => {
    await mkdir(join(folder, "scenarios"));
    await writeFile(join(folder, "scenarios", "a.scenario.json"), "{}");
    expect(await load()).toEqual(whole);
  });

  test("without a description, or with a listed file missing", async () => {
    await rm(join(folder, "areas.arrow"));
    await expect(load()).rejects.toMatchObject({ code: "package.missing-file", file: "areas.arrow" });
    await rm(join(folder, "datapackage.json"));
    await expect(load()).rejects.toMatchObject({ code: "package.no-description" });
    await expect(loadDataset({ kind: "folder", path: join(folder, "nowhere") })).rejects.toBeInstanceOf(DatasetError);
  });

  test("with a table that links to a place outside it", async () => {
    const outside = join(folder, "..", "outside.arrow");
    await writeFile(outside, files.get("areas.arrow") as Uint8Array);
    await rm(join(folder, "areas.arrow"));
    await symlink(outside, join(folder, "areas.arrow"));
    await expect(load()).rejects.toMatchObject({ code: "package.outside", file: "areas.arrow" });
  });
});
