/** `careshift run --draws`: the same bytes on any threads, what is printed, and what is refused. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addTarget } from "../../cli/draw-arguments.ts";
import { main } from "../../cli/program.ts";
import { exampleScenario } from "../../scenarios/index.ts";
import { loadDataset } from "../../datasets/index.ts";
import { bundleWorker } from "../engine/support/worker-bundle.ts";
import type { Bundle } from "../engine/support/worker-bundle.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
let bundle: Bundle;

beforeAll(async () => {
  [home, bundle] = await Promise.all([
    mkdtemp(path.join(tmpdir(), "careshift-draws-")),
    bundleWorker({ kernels: true }),
  ]);
  const dataset = await loadDataset({ kind: "folder", path: path.join(fakeIo(home).io.places.examples, "grampian") });
  const example = exampleScenario(dataset);
  const none = { ...example, title: "Nothing moved", shifts: [] };
  await writeFile(path.join(home, "none.scenario.json"), JSON.stringify(none));
  const elsewhere = { ...none, dataset: { name: "fife", hash: `sha256-${"7".repeat(64)}` } };
  await writeFile(path.join(home, "elsewhere.scenario.json"), JSON.stringify(elsewhere));
});
afterAll(() => Promise.all([bundle.remove(), rm(home, { recursive: true, force: true })]));

async function run(...argv: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const plain = fakeIo(home);
  const { io, out, err } = fakeIo(home, { places: { ...plain.io.places, worker: bundle.url } });
  const code = await main(["run", ...argv], io);
  return { code, out: out(), err: err() };
}

interface Ranges {
  readonly draws: number;
  readonly seed: number;
  readonly points: string;
  readonly statistics: readonly string[];
  readonly differenceStatistics?: readonly string[];
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly results: Readonly<Record<string, { unit: string; dims: string[]; values: number[] }>>;
  readonly differences?: Readonly<Record<string, { values: number[] }>>;
  readonly chances: readonly { chance: number[]; standardErrors: number[] | null }[];
  readonly correlations: readonly object[];
}

async function ranges(...argv: string[]): Promise<Ranges> {
  const { code, out, err } = await run("--json", ...argv);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return (JSON.parse(out) as { ranges: Ranges }).ranges;
}

const TARGET = 'bedDaysSaved[year = "2030/31"] >= 12000';

describe("the same bytes", () => {
  test.each([[["--json"]], [[]]])("with %j on 1, 2, 3 and 8 threads", async (format) => {
    const asked = [...format, "--draws", "700", "--seed", "42", "--targets", TARGET, "--against", "none.scenario.json"];
    const [first, ...others] = await Promise.all(
      ["1", "2", "3", "8"].map((threads) => run(...asked, "--threads", threads)),
    );
    expect(first).toMatchObject({ code: 0, err: "" });
    for (const other of others) expect(other).toEqual(first);
    const otherSeed = await run(...asked.map((word) => (word === "42" ? "43" : word)));
    expect(otherSeed.out).not.toBe(first?.out);
  });
});

describe("the JSON document", () => {
  test("has ranges only with --draws; all else is as without", async () => {
    const without = JSON.parse((await run("--json")).out) as object;
    const withDraws = JSON.parse((await run("--json", "--draws", "20")).out) as { ranges: Ranges };
    expect(without).not.toHaveProperty("ranges");
    const { ranges: own, ...rest } = withDraws;
    expect(rest).toEqual(without);
    expect(own).toMatchObject({ draws: 20, seed: 1, points: "random", chances: [], correlations: [] });
    expect(own).not.toHaveProperty("differences");
  });

  test("has every figure's values by its dimensions, the statistics last", async () => {
    const own = await ranges("--draws", "20");
    for (const { dims, values } of Object.values(own.results)) {
      expect(dims.at(-1)).toBe("statistic");
      const sizes = dims.slice(0, -1).map((dim) => own.members[dim]?.length ?? NaN);
      expect(values).toHaveLength(sizes.reduce((product, size) => product * size, own.statistics.length));
      expect(values.every(Number.isFinite)).toBe(true);
    }
    expect(own.results["bedDaysSaved"]).toMatchObject({ unit: "bed days a year", dims: ["year", "statistic"] });
  });

  test("of Sobol points has no standard errors", async () => {
    const own = await ranges("--draws", "16", "--points", "sobol", "--targets", TARGET);
    expect(own.statistics).toEqual(["central", "mean", "P5", "P10", "P25", "P50", "P75", "P90", "P95"]);
    expect(own.chances[0]?.standardErrors).toBeNull();
  });

  test("of two scenarios has their differences: doing nothing saves nothing, so they are what is saved", async () => {
    const own = await ranges("--draws", "20", "--against", "none.scenario.json");
    const [saved, apart] = [own.results["bedDaysSaved"], own.differences?.["bedDaysSaved"]];
    const years = own.members["year"]?.length ?? NaN;
    for (const name of own.statistics) {
      const [place, other] = [own.statistics.indexOf(name), own.differenceStatistics?.indexOf(name) ?? NaN];
      for (let t = 0; t < years; t++) {
        const value = saved?.values[t * own.statistics.length + place];
        expect(apart?.values[t * (own.differenceStatistics?.length ?? NaN) + other]).toBeCloseTo(value ?? NaN, 6);
      }
    }
  });
});

describe("the text", () => {
  test("says what is drawn, which value is shown, and that percentiles do not add up", async () => {
    const { code, out } = await run("--draws", "600", "--targets", TARGET, "--against", "none.scenario.json");
    expect(code).toBe(0);
    const words = out.replace(/\s+/g, " ");
    expect(words).toMatch(/Ranges from 600 draws, seed 1, random points\. \d+ assumptions are uncertain\./);
    expect(words).toContain("It is not the average of the draws");
    expect(words).toContain("the P90 of a total is not the sum of the P90s of its areas");
    expect(words).toContain("Year central P10 ± P50 ± P90 ± 2024/25");
    expect(words).toContain('this scenario less "Nothing moved", draw by draw');
    expect(words).toMatch(
      /How likely each target is bedDaysSaved\[year = "2030\/31"\] >= 12000 bed days a year chance ± \d/,
    );
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("refused", () => {
  test.each([
    [["--draws", "0"]],
    [["--draws", "1e3"]],
    [["--draws", "1000001"]],
    [["--draws", "5", "--seed", "-1"]],
    [["--draws", "5", "--points", "grid"]],
    [["--draws", "5", "--threads", "0"]],
    [["--draws", "5", "--targets", "bedDaysSaved"]],
    [["--draws", "5", "--targets", "bedDaysSaved >= 1,000"]],
    [["--draws", "5", "--targets", ">= 5"]],
    [["--seed", "5"]],
    [["--targets", TARGET]],
    [["--against", "none.scenario.json"]],
  ])("%j as wrong usage", async (argv) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });

  test.each([
    [["--targets", "bedDaySaved >= 5"], "Did you mean bedDaysSaved?"],
    [["--against", "elsewhere.scenario.json"], '"fife"'],
    [["--against", "gone.scenario.json"], "not there any more"],
  ])("%j as wrong input", async (argv, words) => {
    const { code, out, err } = await run("--draws", "5", ...argv);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(words);
  });
});

test("a target is read up to its last sign, its number in any plain form", () => {
  expect(addTarget("a >= 1 ? 2 : 3 <= -.5e3")).toEqual([
    { label: "a >= 1 ? 2 : 3 <= -.5e3", formula: "a >= 1 ? 2 : 3", direction: "at-most", value: -500 },
  ]);
  const before = addTarget("x<=1");
  expect(addTarget("y >=2.50", before)).toEqual([
    { label: "x<=1", formula: "x", direction: "at-most", value: 1 },
    { label: "y >=2.50", formula: "y", direction: "at-least", value: 2.5 },
  ]);
});
