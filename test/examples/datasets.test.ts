/** The example datasets as they are kept: rebuilt to the byte, loaded whole, and what they say of themselves. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDataset, loadDatasetFiles } from "../../datasets/index.ts";
import { exampleDatasets } from "../../examples/build-examples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = await exampleDatasets(root);
const filesOf = (name: string) => built.get(name) as Map<string, Uint8Array>;
const grampian = loadDatasetFiles(filesOf("grampian"));
const scotland = loadDatasetFiles(filesOf("scotland"));

describe.each(["grampian", "scotland"])("examples/%s", (name) => {
  test("is what the sources give, to the byte, twice over", async () => {
    const again = (await exampleDatasets(root)).get(name) as Map<string, Uint8Array>;
    const kept = readdirSync(`${root}/examples/${name}`).filter(
      (file) => file.endsWith(".arrow") || file === "datapackage.json",
    );
    expect(kept.toSorted()).toEqual([...again.keys()].toSorted());
    for (const [path, bytes] of again) {
      const first = filesOf(name).get(path) as Uint8Array;
      const stored = readFileSync(`${root}/examples/${name}/${path}`);
      expect([path, Buffer.compare(bytes, first), Buffer.compare(bytes, stored)]).toEqual([path, 0, 0]);
    }
  });

  test("loads from its folder with the same hash, and is small", async () => {
    const dataset = await loadDataset({ kind: "folder", path: `${root}/examples/${name}` });
    expect(dataset.hash).toBe((name === "grampian" ? grampian : scotland).hash);
    expect([...filesOf(name).values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(500 * 1024);
  });
});

test("the Grampian example has the members that its scenarios name", () => {
  expect(grampian.areas.map((one) => one.id)).toEqual(["aberdeen-city", "aberdeenshire", "moray"]);
  expect(grampian.hospitals.map((one) => one.id)).toEqual(["aberdeen-royal-infirmary", "dr-grays"]);
  expect(grampian.specialties.map((one) => one.id)).toEqual([
    "general-medicine",
    "geriatric-medicine",
    "respiratory-medicine",
    "rehabilitation-medicine",
    "palliative-medicine",
    "gp-beds",
    "other-specialties",
  ]);
  expect(grampian.lines.map((one) => one.id)).toEqual([
    "set-aside",
    "community-nursing",
    "home-care",
    "care-homes",
    "reablement",
    "primary-care",
    "prescribing",
  ]);
  expect(grampian.specialties.at(-1)).toMatchObject({ line: null, inScope: 0, directCost: 672 });
  expect([grampian.firstYear, grampian.yearCount]).toEqual([2024, 11]);
});

test.each([
  ["Grampian", grampian],
  ["Scotland", scotland],
])("%s: the set-aside budget is its first year's cost, within 1 %%", (_, dataset) => {
  if (dataset.activity.kind !== "projected") throw new Error("The examples are projected.");
  const days = dataset.activity.bedDays0.values;
  const K = dataset.specialties.length;
  let cost = 0;
  days.forEach((value, cell) => {
    const { inScope, directCost } = dataset.specialties[cell % K] as (typeof dataset.specialties)[number];
    cost += value * inScope * directCost;
  });
  const budget = dataset.lines.find((line) => line.payer === "set-aside")?.budget0 as number;
  expect(Math.abs(budget / cost - 1)).toBeLessThan(0.01);
});

test("delayed bed days are the published ones of each partnership, to the thousandth of a cell", () => {
  const [A, K] = [grampian.bands.length, grampian.specialties.length];
  const sums = grampian.areas.map((_, l) =>
    grampian.delayedBedDays0.values.subarray(l * A * K, (l + 1) * A * K).reduce((sum, days) => sum + days, 0),
  );
  [18_066, 30_085, 12_737].forEach((days, l) => expect(Math.abs((sums[l] as number) - days)).toBeLessThan(0.1));
  const all = scotland.delayedBedDays0.values.reduce((sum, days) => sum + days, 0);
  expect(Math.abs(all - 719_643)).toBeLessThan(2);
});

test("Scotland: 31 partnerships, the hospitals of 14 boards, and Scotland's own staffed beds", () => {
  expect([scotland.areas.length, scotland.hospitals.length]).toEqual([31, 14]);
  // Scotland's published rows, general medicine: (355,835 + 352,635 + 345,553 + 355,185) / 365.
  expect(scotland.staffedBeds?.values[0]).toBeCloseTo(1_409_208 / 365, 3);
  // GP beds: (66,658 + 66,106 + 69,014 + 68,417) / 365.
  expect(scotland.staffedBeds?.values[5]).toBeCloseTo(270_195 / 365, 3);
});

test.each([
  ["Grampian", grampian],
  ["Scotland", scotland],
])("%s says what it rests on", (_, dataset) => {
  expect(dataset.warnings[0]).toContain("2018-based");
  expect(dataset.warnings.join(" ")).toContain("illustrative");
  for (const standing of ["real", "derived", "illustrative"]) {
    expect(dataset.provenance.some((one) => one.standing === standing)).toBe(true);
  }
  expect(dataset.assumptions.every((one) => one.label !== "" && one.source !== "")).toBe(true);
  const bytes = filesOf(dataset.name).get("datapackage.json") as Uint8Array;
  expect(new TextDecoder().decode(bytes)).toContain("licensed under the Open Government Licence v3.0");
});
