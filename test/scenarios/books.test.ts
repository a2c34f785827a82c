/** The books as a scenario states them: the scheme's variance rule, earmarked reserves, the discount rate and paybacks. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import {
  emptyScenario,
  jsonReport,
  resolveCase,
  ScenarioError,
  varianceRule,
  type JsonReport,
  type Scenario,
} from "../../scenarios/index.ts";
import { assumptions, fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
const withAssumptions = (values: Readonly<Record<string, number>>): Scenario => ({ ...empty, assumptions: values });
const RULE = { "set-aside-share-over": 0.25, "set-aside-share-under": 0.5 };

function reportOf(scenario: Scenario): JsonReport {
  const results = createCommissioningRunner().run(resolveCase(dataset, scenario), RESULT_IDS);
  const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };
  return jsonReport({ dataset, scenario, results, hashes, programVersion: "0.1.0" });
}

describe("the scheme's variance rule", () => {
  it("is none where it has not been entered, in the case and in words", () => {
    expect(resolveCase(dataset, empty)).toMatchObject({ riskShareOver: 0, riskShareUnder: 0 });
    expect(varianceRule(dataset, empty)).toEqual({
      entered: false,
      over: 0,
      under: 0,
      words:
        "Reserves and gap leave the set-aside's own over- and underspend out: the scheme's variance rule has not been entered.",
    });
  });

  it("is read from the scenario, else from the dataset", () => {
    expect(resolveCase(dataset, withAssumptions(RULE))).toMatchObject({ riskShareOver: 0.25, riskShareUnder: 0.5 });
    const row = { label: "Share", unit: "1", standing: "real" as const, source: "The scheme" };
    const stated = fixtureDataset({
      assumptions: [...assumptions(), ...Object.entries(RULE).map(([key, value]) => ({ key, value, ...row }))],
    });
    const scenario = withAssumptions({ "set-aside-share-over": 1 });
    expect(resolveCase(stated, scenario)).toMatchObject({ riskShareOver: 1, riskShareUnder: 0.5 });
    expect(varianceRule(stated, scenario).words).toBe(
      "By the scheme, 100\u202f% of an overspend of the set-aside falls on us and 50\u202f% of an underspend comes to us.",
    );
  });

  it("says which half of it is missing", () => {
    const half = varianceRule(dataset, withAssumptions({ "set-aside-share-over": 0.25 }));
    expect(half).toMatchObject({ entered: false, over: 0.25, under: 0 });
    expect(half.words).toContain("25\u202f% of an overspend of the set-aside falls on us; for an underspend");
    expect(varianceRule(dataset, withAssumptions({ "set-aside-share-under": 0.5 })).words).toContain(
      "for an overspend the scheme's variance rule has not been entered",
    );
  });

  it("is a share", () => {
    const refused = (): unknown => resolveCase(dataset, withAssumptions({ "set-aside-share-over": 25 }));
    expect(refused).toThrow(ScenarioError);
    expect(refused).toThrow('"set-aside-share-over" to 25; it must be a share from 0 to 1');
  });

  it("decides what falls on us in the report, and moves no position", () => {
    const [without, shared] = [reportOf(empty).books, reportOf(withAssumptions(RULE)).books];
    expect(without.onUs).toEqual(without.integrated);
    expect(shared.position).toEqual(without.position);
    shared.onUs.scenario.forEach((ours, t) => {
      const setAside = shared.trueUp.scenario[t] as number;
      const share = setAside < 0 ? 0.25 : 0.5;
      expect(ours).toBeCloseTo((shared.integrated.scenario[t] as number) + share * setAside, 4);
    });
    expect(shared.onUs.scenario).not.toEqual(without.onUs.scenario);
    expect(shared.section28.meaning).toContain("whether anyone pays is for the integration scheme");
    expect(shared.section28.becauseOfThisPlan.every((amount) => amount === 0)).toBe(true);
  });
});

describe("reserves held for a purpose", () => {
  it("are named by key, in the order of their names", () => {
    const scenario = withAssumptions({ "earmarked-reserves:winter": 200_000, "earmarked-reserves:systems": 100_000 });
    expect(resolveCase(dataset, scenario).earmarkedReserves).toEqual([
      { purpose: "systems", amount: 100_000 },
      { purpose: "winter", amount: 200_000 },
    ]);
    const { books } = reportOf(scenario);
    expect(books.generalReserves.scenario[0]).toBe(700_000);
    expect(books.reserves.scenario[0]).toBe(1_000_000);
  });

  it("are 0 or more", () => {
    const scenario = withAssumptions({ "earmarked-reserves:winter": -1 });
    expect(() => resolveCase(dataset, scenario)).toThrow("must be 0 or more");
  });
});

describe("paybacks in the report", () => {
  const moved: Scenario = {
    ...empty,
    programmes: [{ id: "hah", evidence: "hospital-at-home", parameters: { lineSaving: { "home-care": 40_000 } } }],
    shifts: [
      {
        id: "new",
        from: null,
        to: "hah",
        amount: 500_000,
        priceBase: "2024/25",
        start: "2025-04",
        phase: [1],
        split: "population",
      },
    ],
  };

  it("are both told, undiscounted and at the stated rate: 3.5 % where none is", () => {
    const { paybacks, breakEven } = reportOf(moved);
    expect(paybacks.discountRate).toBe(0.035);
    // £40,000 saved for each person served is far more than the service costs; in hospital it is not.
    expect(paybacks.cashPayback).toMatchObject({ undiscounted: "2025/26", discounted: "2025/26" });
    expect(paybacks.valueMatchedCountingGrowthAvoided.undiscounted).toBe(breakEven.valueMatchedCountingGrowthAvoided);
    const [undiscounted, discounted] = [paybacks.investedToDate, paybacks.investedToDateDiscounted];
    expect(discounted[1]).toBeCloseTo((undiscounted[1] as number) / 1.035, 6);
    const own = reportOf({ ...moved, assumptions: { "discount-rate": 0.1 } }).paybacks;
    expect(own.discountRate).toBe(0.1);
    expect(own.investedToDateDiscounted[1]).toBeCloseTo((undiscounted[1] as number) / 1.1, 6);
  });

  it("are not in the plan where nothing comes back", () => {
    const { paybacks } = reportOf({ ...moved, programmes: [{ id: "hah", evidence: "hospital-at-home" }] });
    expect(paybacks.cashPayback).toMatchObject({ undiscounted: null, discounted: null });
  });
});

describe("A&E attendances and set-aside lines that nothing drives", () => {
  const line = { payer: "set-aside" as const, costType: "hospital", needWeight: null };
  const row = { label: "", unit: "", standing: "illustrative" as const, source: "" };
  const added = ["a-and-e", "transport"];
  const keys: readonly (readonly [string, number])[] = [
    ...added.flatMap((id) => [
      [`demand-growth:${id}`, 0] as const,
      ...["2025/26", "2026/27", "2027/28", "2028/29"].map((year) => [`uplift:${id}:${year}`, 0] as const),
    ]),
    ["attendance-cost:a-and-e", 150],
    ["attendance-variable-share:a-and-e", 0.2],
  ];
  const wider = fixtureDataset({
    attendances0: { dims: ["area", "age", "sex"], values: Float64Array.of(900, 300, 200, 700, 200, 150) },
    lines: [
      ...dataset.lines,
      { ...line, id: "a-and-e", label: "A&E", budget0: 367_500 },
      { ...line, id: "transport", label: "Transport", budget0: 100_000 },
    ],
    assumptions: [...assumptions(), ...keys.map(([key, value]) => ({ ...row, key, value }))],
  });

  it("come from the dataset, and the report marks the line that activity does not drive", () => {
    const given = resolveCase(wider, empty);
    expect(given.attendances0?.values[1]).toBe(300);
    expect(given.lines.map((each) => each.attendances)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      { cost: 150, variableShare: 0.2 },
      undefined,
    ]);
    const results = createCommissioningRunner().run(given, RESULT_IDS);
    const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };
    const report = jsonReport({ dataset: wider, scenario: empty, results, hashes, programVersion: "0.1.0" });
    expect(report.budgets.notDrivenByActivity).toEqual(["transport"]);
    // 2,450 attendances at £150.
    expect(report.budgets.cost["a-and-e"]?.baseline[0]).toBeCloseTo(367_500, 6);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it("need a variable share where a cost is given", () => {
    const without = { ...wider, assumptions: wider.assumptions.filter(({ key }) => !key.startsWith("attendance-v")) };
    expect(() => resolveCase(without, empty)).toThrow('"attendance-variable-share:a-and-e"');
  });
});
