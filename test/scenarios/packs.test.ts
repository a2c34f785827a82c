import { beforeAll, describe, expect, it } from "vitest";
import { datasetFiles, loadDatasetFiles, readZip } from "../../datasets/index.ts";
import { exampleScenario } from "../../scenarios/index.ts";
import {
  compareResults,
  hashScenario,
  readPack,
  readPackOrNull,
  writePack,
  type PackInput,
} from "../../scenarios/packs/index.ts";
import { grampian, MODEL_HASH, packInput, report } from "./pack-fixture.ts";

let input: PackInput;
let pack: Uint8Array;

beforeAll(async () => {
  input = await packInput();
  pack = (await writePack(input)).bytes;
});

describe("a pack", () => {
  it("gives back what was put in: the dataset's files byte for byte, scenarios, results", async () => {
    const content = await readPack(pack, "plan.careshift");
    expect([...content.datasetFiles.keys()].sort()).toEqual([...input.datasetFiles.keys()].sort());
    for (const [path, bytes] of input.datasetFiles) {
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(content.datasetFiles.get(path) ?? []))).toBe(0);
    }
    expect(content.scenarios.map((each) => each.scenario)).toEqual(input.scenarios.map((each) => each.scenario));
    expect(content.scenarios.map((each) => each.report)).toEqual(input.scenarios.map((each) => each.report));
    expect(content.manifest.model).toBe(MODEL_HASH);
    expect(content.manifest.program).toBe("careshift 0.1.0");
  });

  it("holds the same dataset: its files load to the same hash", async () => {
    const { datasetFiles: files, manifest } = await readPack(pack, "plan.careshift");
    expect(loadDatasetFiles(files).hash).toBe(manifest.dataset.hash);
  });

  it("written twice is the same byte for byte, in any time zone", async () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Kiritimati";
    const again = (await writePack(await packInput())).bytes;
    process.env["TZ"] = zone;
    expect(Buffer.compare(Buffer.from(pack), Buffer.from(again))).toBe(0);
  });

  it("lists every entry with its size and hash, in order, and no time", async () => {
    const files = await readZip(pack, "plan.careshift");
    const { manifest } = await readPack(pack, "plan.careshift");
    const listed = manifest.entries.map((entry) => entry.path);
    expect(listed).toEqual([...files.keys()].filter((path) => path !== "manifest.json"));
    expect(listed).toEqual([...listed].sort());
    expect((await writePack(input)).entries).toBe(listed.length + 1);
    expect(listed).toEqual(
      expect.arrayContaining([
        "datapackage.json",
        "dataset/datapackage.json",
        "scenarios/1-home-first-phased.scenario.json",
        "scenarios/2-delays-first.scenario.json",
        "results/1.json",
        "results/2.json",
      ]),
    );
  });

  it("is itself a data package whose resources are where it says, with their hashes", async () => {
    const files = await readZip(pack, "plan.careshift");
    const descriptor = JSON.parse(Buffer.from(files.get("datapackage.json") ?? []).toString()) as {
      name: string;
      resources: { name: string; path: string; bytes: number; hash: string }[];
    };
    const { manifest } = await readPack(pack, "plan.careshift");
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    expect(descriptor).not.toHaveProperty("careshift");
    for (const { path, bytes, hash } of descriptor.resources) {
      const entry = manifest.entries.find((each) => each.path === path);
      expect(entry?.bytes).toBe(bytes);
      expect(`sha256:${entry?.sha256}`).toBe(hash);
    }
    expect(new Set(descriptor.resources.map((each) => each.name)).size).toBe(descriptor.resources.length);
    expect(descriptor.resources.map((each) => each.path)).toContain("results/2.json");
  });

  it("is told from the zip of a dataset, which has no manifest", async () => {
    const dataset = await grampian();
    const { zipByHand } = await import("./zip-by-hand.ts");
    const zip = zipByHand([...datasetFiles(dataset)].map(([name, bytes]) => ({ name, bytes })));
    expect(await readPackOrNull(zip, "grampian.zip")).toBeNull();
    await expect(readPack(zip, "grampian.zip")).rejects.toMatchObject({ code: "pack.no-manifest" });
  });
});

describe("the hash of a scenario", () => {
  it("is the same however its keys are ordered, and another for any change", async () => {
    const scenario = exampleScenario(await grampian());
    const reordered = Object.fromEntries(Object.entries(scenario).reverse()) as typeof scenario;
    expect(hashScenario(reordered)).toBe(hashScenario(scenario));
    expect(hashScenario({ ...scenario, title: `${scenario.title} ` })).not.toBe(hashScenario(scenario));
    expect(hashScenario(scenario)).toMatch(/^sha256-[0-9a-f]{64}$/);
  });
});

describe("results compared with those of a pack", () => {
  it("reproduce exactly when run again", async () => {
    const dataset = await grampian();
    const [first] = input.scenarios;
    if (first === undefined) throw new Error("The pack has a scenario.");
    const stored = JSON.parse(JSON.stringify(first.report)) as typeof first.report;
    const verification = compareResults(stored, report(dataset, first.scenario));
    expect(verification.reproduces).toBe(true);
    expect(verification.statement).toMatch(/^Reproduces exactly: [\d,]+ results recomputed, largest difference 0\.$/);
    expect(verification.differences).toEqual([]);
  });

  it("name each figure that does not come out again, the largest difference first", () => {
    const stored = input.scenarios[0]?.report;
    if (stored === undefined) throw new Error("The pack has results.");
    const changed = structuredClone(stored) as unknown as {
      money: { nominal: { avoided: number[]; investment: number[] } };
    };
    changed.money.nominal.avoided[5] = (changed.money.nominal.avoided[5] as number) * 1.5;
    changed.money.nominal.investment[3] = (changed.money.nominal.investment[3] as number) * 1.001;
    const verification = compareResults(changed as unknown as typeof stored, stored);
    expect(verification.reproduces).toBe(false);
    expect(verification.differences.map((each) => each.result)).toEqual([
      "money.nominal.avoided.2029/30",
      "money.nominal.investment.2027/28",
    ]);
    expect(verification.statement).toMatch(
      /^Does not reproduce: 2 of [\d,]+ results differ, by up to 3\.3e-1 of their size; money\.nominal\.avoided\.2029\/30 is one\.$/,
    );
  });

  it("allow the last digits to differ, and say so", () => {
    const stored = input.scenarios[0]?.report;
    if (stored === undefined) throw new Error("The pack has results.");
    const changed = structuredClone(stored) as unknown as { money: { nominal: { avoided: number[] } } };
    changed.money.nominal.avoided[5] = (changed.money.nominal.avoided[5] as number) * (1 + 1e-12);
    const verification = compareResults(changed as unknown as typeof stored, stored);
    expect(verification.reproduces).toBe(true);
    expect(verification.statement).toMatch(
      /^Reproduces to rounding: [\d,]+ results recomputed, 1 differ in their last digits, largest relative difference 1\.0e-12\.$/,
    );
  });

  it("do not reproduce when a result is there on one side only, the years are others, or nothing is compared", () => {
    const stored = input.scenarios[0]?.report;
    if (stored === undefined) throw new Error("The pack has results.");
    const { admissions, ...fewer } = stored.measures;
    expect(admissions).toBeDefined();
    const newer = { ...stored, hashes: { ...stored.hashes, model: "sha256-other" } };
    expect(compareResults(stored, { ...stored, measures: fewer })).toMatchObject({
      reproduces: false,
      statement: expect.stringMatching(/on one side only, such as measures\.admissions/) as string,
    });
    expect(compareResults({ ...stored, measures: fewer }, stored).reproduces).toBe(false);
    expect(compareResults({ ...stored, measures: fewer }, newer)).toMatchObject({
      reproduces: true,
      statement: expect.stringContaining("They were made by another version of the model.") as string,
    });
    const years = stored.years.map((year) => `${year} `);
    expect(compareResults({ ...stored, years }, stored).reproduces).toBe(false);
    const none = {
      ...stored,
      measures: {},
      beds: {},
      programmes: [],
      money: {},
      budgets: {},
      books: {},
      indicators: [],
    } as unknown as typeof stored;
    expect(compareResults(none, none).statement).toBe("Does not reproduce: there are no results to compare.");
  });

  it("are not found wanting for another wording", () => {
    const stored = input.scenarios[0]?.report;
    if (stored === undefined) throw new Error("The pack has results.");
    const programmes = stored.programmes.map((each) => ({ ...each, transferability: "Said otherwise." }));
    expect(compareResults({ ...stored, programmes }, stored).reproduces).toBe(true);
  });
});

describe("writing a pack", () => {
  it("is refused with a scenario of another dataset, which could not be opened from it", async () => {
    const [first] = input.scenarios;
    if (first === undefined) throw new Error("The pack has a scenario.");
    const scenario = { ...first.scenario, dataset: { name: "elsewhere", hash: `sha256-${"0".repeat(64)}` } };
    await expect(writePack({ ...input, scenarios: [{ ...first, scenario }] })).rejects.toMatchObject({
      code: "scenario.other-dataset",
    });
  });
});
