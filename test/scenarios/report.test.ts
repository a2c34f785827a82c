import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../datasets/index.ts";
import {
  createCommissioningRunner,
  RESULT_IDS,
  type CommissioningResults,
  type NamedArray,
} from "../../models/index.ts";
import {
  breakEvenYear,
  checkResults,
  emptyScenario,
  exampleScenario,
  exampleScenarios,
  jsonReport,
  resolveCase,
  type JsonReport,
  type Scenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";
import { grampian } from "./pack-fixture.ts";
import { told, YEARS } from "./told.ts";

const dataset = fixtureDataset();
const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };

function run(scenario: Scenario, on: Dataset = dataset): CommissioningResults {
  return createCommissioningRunner().run(resolveCase(on, scenario), RESULT_IDS);
}

function reportOf(scenario: Scenario, on: Dataset = dataset): JsonReport {
  return jsonReport({ dataset: on, scenario, results: run(scenario, on), hashes, programVersion: "0.1.0" });
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The same results with one variable changed. */
function tampered(
  results: CommissioningResults,
  id: string,
  change: (values: Float64Array) => void,
): CommissioningResults {
  const block = results.values.get(id) as NamedArray;
  const values = Float64Array.from(block.values);
  change(values);
  return { members: results.members, values: new Map([...results.values, [id, { dims: block.dims, values }]]) };
}

describe("the report of the worked example on the Grampian data", () => {
  let report: JsonReport;
  let real: Dataset;

  beforeAll(async () => {
    real = await grampian();
    report = reportOf(exampleScenario(real), real);
  });

  it("has every figure finite, and is JSON as it stands", () => {
    const numbers = numbersIn(report);
    expect(numbers.length).toBeGreaterThan(1_000);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("has budgets that sum to the same total before and after, to the penny, each year", () => {
    report.years.forEach((_, t) => {
      expect(report.budgets.totalAfter[t]).toBe(report.budgets.totalBefore[t]);
      const lines = Object.values(report.budgets.after).reduce((sum, line) => sum + (line[t] as number), 0);
      expect(Math.round(lines * 1e4) / 1e4).toBe(report.budgets.totalAfter[t]);
    });
    expect(report.budgets.after["set-aside"]?.[5]).toBeLessThan(report.budgets.before["set-aside"]?.[5] as number);
  });

  it("has areas that sum to the whole, in every measure and year", () => {
    for (const measure of Object.values(report.measures)) {
      report.years.forEach((_, t) => {
        for (const world of ["baseline", "scenario"] as const) {
          const sum = Object.values(measure.byArea).reduce((all, area) => all + (area[world][t] as number), 0);
          expect(sum).toBe(measure[world][t]);
        }
      });
    }
  });

  it("tells a credible story: about £8m, fewer bed days each year, most of it growth avoided, none of it cash", () => {
    const { bedDays } = report.measures;
    expect(report.programmes.reduce((sum, each) => sum + each.amount, 0)).toBeGreaterThan(7_500_000);
    expect(report.programmes.reduce((sum, each) => sum + each.amount, 0)).toBeLessThan(9_500_000);
    expect(report.programmes.filter((each) => each.amount > 0).length).toBeGreaterThanOrEqual(6);
    const last = report.years.length - 1;
    const fall = 1 - (bedDays?.scenario[last] as number) / (bedDays?.baseline[last] as number);
    expect(fall).toBeGreaterThan(0.02);
    expect(fall).toBeLessThan(0.08);
    expect(report.money.nominal.avoided[last]).toBeGreaterThan(report.money.nominal.released[last] as number);
    expect(report.money.nominal.bridging[last]).toBeGreaterThan(0);
  });

  it("passes every check, and says what each compared", () => {
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.checks.map((check) => check.id)).toEqual([
      "budgets-conserved",
      "cost-identity",
      "notional-identity",
      "position-identity",
      "true-up-identity",
      "areas-sum",
      "beds-add-up",
      "no-negatives",
      "finite",
    ]);
  });

  it("carries each programme's numbers with their standing and source", () => {
    const home = report.programmes.find((each) => each.id === "hospital-at-home");
    expect(home?.start).toBe("2026-10");
    expect(home?.parameters.find((each) => each.name === "effectOnAdmissions")).toMatchObject({
      value: 0.5,
      low: 0.3,
      high: 0.8,
      standing: "placeholder",
    });
    for (const { parameters } of report.programmes) for (const { source } of parameters) expect(source).not.toBe("");
  });

  it("carries where the data are from, and the dataset's warnings", () => {
    expect(report.provenance).toEqual(real.provenance);
    expect(report.warnings).toEqual(real.warnings);
    expect(report.hashes).toEqual(hashes);
  });

  it("passes every check for each of the worked examples, cuts included", () => {
    for (const scenario of exampleScenarios(real)) {
      expect(reportOf(scenario, real).checks.filter((check) => !check.ok)).toEqual([]);
    }
  });

  it("shows a ward closing, and needed again, in the example that asks what it takes", () => {
    const [, , closing] = exampleScenarios(real);
    const { beds } = reportOf(closing as Scenario, real);
    const closed = Object.values(beds).flatMap((byRole) =>
      Object.values(byRole).map((each) => Math.max(...each.closed.scenario)),
    );
    expect(Math.max(...closed)).toBeGreaterThanOrEqual(12);
  });

  it("shows what a cut costs: more bed days than doing nothing", () => {
    const cut = exampleScenarios(real)[3] as Scenario;
    const { bedDays } = reportOf(cut, real).measures;
    const last = report.years.length - 1;
    expect(bedDays?.scenario[last]).toBeGreaterThan(bedDays?.baseline[last] as number);
  });
});

describe("a scenario that moves nothing", () => {
  it("is doing nothing, bit for bit, and a check says so", () => {
    const report = reportOf(emptyScenario(dataset));
    for (const measure of Object.values(report.measures)) expect(measure.scenario).toEqual(measure.baseline);
    expect(report.checks.find((check) => check.id === "nothing-moved-nothing-changed")?.ok).toBe(true);
    expect(report.breakEven.valueMatchedCountingGrowthAvoided).toBeNull();
  });

  it("is found out when it does change something", () => {
    const empty = emptyScenario(dataset);
    const wrong = tampered(run(empty), "emergencyBedDays", (values) => values.fill(1, values.length - 1));
    const check = checkResults(wrong, empty).find((each) => each.id === "nothing-moved-nothing-changed");
    expect(check?.ok).toBe(false);
    expect(check?.detail).toContain("emergencyBedDays");
  });
});

describe("a check", () => {
  const scenario = exampleScenario(dataset);
  const good = run(scenario);

  it.each([
    ["budgets-conserved", "budget", 0.02],
    ["cost-identity", "hospitalCost", 5],
    ["notional-identity", "notionalCost", 5],
    ["position-identity", "position", 5],
    ["true-up-identity", "trueUp", 5],
    ["areas-sum", "releasedByArea", 5],
    ["areas-sum", "hospitalCostByArea", 5],
    ["beds-add-up", "bedsOpen", 0.01],
    ["no-negatives", "reach", -9],
    ["finite", "fundingGap", Number.NaN],
  ])("%s fails when %s is changed by %d", (id, variable, change) => {
    const wrong = tampered(good, variable, (values) => {
      values[values.length - 1] = (values[values.length - 1] as number) + change;
    });
    const failed = checkResults(wrong, scenario).filter((check) => !check.ok);
    expect(failed.map((check) => check.id)).toContain(id);
    expect(checkResults(good, scenario).filter((check) => !check.ok)).toEqual([]);
  });
});

describe("break-even", () => {
  const year = (money: Record<string, readonly number[]>) => breakEvenYear(told({ money }).results);

  it("is the first year in which what came back reaches what was put in, both cumulative", () => {
    // Put in 0, 4, 8: 4 then 12. Back 0, 3, 9: 3 then 12. Reached in the third year.
    expect(year({ investment: [0, 4, 8], released: [0, 1, 2], avoided: [0, 2, 7] })).toBe(YEARS[2]);
    expect(year({ investment: [0, 4, 8], released: [0, 4, 0] })).toBe(YEARS[1]);
    expect(year({ investment: [0, 4, 8], released: [0, 1, 10.9] })).toBeNull();
  });

  it("is not in the plan where nothing is put in", () => {
    expect(year({ investment: [0, 0, 0], released: [0, 5, 5] })).toBeNull();
    expect(year({ investment: [0, -4, -4], released: [0, 0, 0] })).toBeNull();
  });
});
