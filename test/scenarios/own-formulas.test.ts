/** What is said and shown of figures that a scenario adds and formulas that it replaces. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import {
  addedRows,
  emptyScenario,
  formatFigure,
  jsonReport,
  resolveCase,
  resolveExtensions,
  resultSentence,
  type Scenario,
  type Told,
} from "../../scenarios/index.ts";
import { compareResults } from "../../scenarios/packs/index.ts";
import { fixtureDataset, YEARS } from "./fixture.ts";
import { LABELS } from "./told.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
const BY_AREA = {
  id: "bedDaysByArea",
  label: "Bed days",
  unit: "bed days a year",
  dims: ["year", "world", "area"],
  formula: "sum(emergencyBedDays, specialty)",
};
const ALWAYS = { id: "areas", label: "Half the areas", unit: "number", dims: [], formula: "1", docs: "For show." };
const WINTER = {
  variable: "hospitalCost",
  formula: "notionalCost * 2",
  reason: "Costs twice as much, for the test.",
};

function told(change: Partial<Scenario>): Told {
  const scenario = { ...empty, ...change };
  const results = createCommissioningRunner().run(
    resolveCase(dataset, scenario),
    RESULT_IDS,
    resolveExtensions(scenario),
  );
  return { results, scenario, labels: LABELS };
}

const report = ({ results, scenario }: Told) =>
  jsonReport({ dataset, scenario, results, hashes: { model: "m", data: "d", scenario: "s" }, programVersion: "0" });

describe("a scenario that adds figures", () => {
  const both = told({ variables: [BY_AREA, ALWAYS] });
  const figures = both.results.values.get("bedDaysByArea")?.values ?? new Float64Array();

  it("shows them by year, a row for each other member", () => {
    const { rows, further } = addedRows(both, 10);
    expect(further).toBe(0);
    expect(rows.map(({ where }) => where)).toEqual([
      "doing nothing, North glen",
      "doing nothing, South glen",
      "scenario, North glen",
      "scenario, South glen",
      "",
    ]);
    // The dimensions are year, world, area: 4 values a year. South glen doing nothing is the second of each.
    expect(rows[1]?.values).toEqual(YEARS.map((_, t) => figures[4 * t + 1]));
    expect(rows[4]?.values).toEqual(YEARS.map(() => 1));
  });

  it("says how many rows there are beyond those shown", () => {
    const { rows, further } = addedRows(both, 3);
    expect({ shown: rows.length, further }).toEqual({ shown: 3, further: 2 });
  });

  it("has them in its report, years last", () => {
    const [first, second] = report(both).ownFormulas?.added ?? [];
    expect(first).toMatchObject({ ...BY_AREA, dims: ["world", "area", "year"], docs: "" });
    expect(first?.values).toMatchObject({ scenario: { south: YEARS.map((_, t) => figures[4 * t + 3]) } });
    expect(second).toEqual({ ...ALWAYS, values: 1 });
  });

  it("has no caveat of it: the model's own results are as they were", () => {
    expect(resultSentence(both)).toEqual(resultSentence(told({})));
  });

  it("is verified by them too", () => {
    const stored = report(both);
    const other = report(
      told({ variables: [{ ...BY_AREA, formula: "sum(emergencyBedDays, specialty) * 2" }, ALWAYS] }),
    );
    expect(compareResults(stored, report(both)).reproduces).toBe(true);
    const { reproduces, differences } = compareResults(stored, other);
    expect(reproduces).toBe(false);
    expect(differences.map(({ result }) => result)).toContain(
      "ownFormulas.added.bedDaysByArea.values.scenario.south.2024/25",
    );
  });
});

describe("a scenario that replaces a formula", () => {
  const replaced = told({ overrides: [WINTER] });

  it("says so before anything else, with the reason and how far it reaches", () => {
    const { marks, values } = replaced.results;
    expect(resultSentence(replaced).caveat).toBe(
      "This scenario replaces a formula of the model, hospitalCost (Costs twice as much, for the test): " +
        `${marks?.size} of the ${values.size} results rest on it and are not the standard model's.`,
    );
    expect(marks?.size).toBeGreaterThan(5);
    expect(marks?.size).toBeLessThan(values.size);
  });

  it("names several", () => {
    const unread = { variable: "bedsNeeded", formula: "inScopeBedDays / (activityDays * occupancy)", reason: "Same." };
    expect(resultSentence(told({ overrides: [WINTER, unread] })).caveat).toMatch(
      /^This scenario replaces two formulas of the model, hospitalCost \(.*\) and bedsNeeded \(Same\): \d+ of the \d+ results rest on them/,
    );
  });

  it("says when no result that is shown rests on it", () => {
    const results = { ...replaced.results, marks: new Map() };
    const unread: Told = {
      ...replaced,
      results,
      scenario: { ...empty, overrides: [{ ...WINTER, variable: "longStay" }] },
    };
    expect(resultSentence(unread).caveat).toMatch(/: no result shown rests on it\.$/);
  });

  it("has the formula, the model's own and what rests on it in its report", () => {
    const own = report(replaced).ownFormulas;
    expect(own?.overridden).toEqual([
      expect.objectContaining({
        ...WINTER,
        label: "Hospital cost",
        inPlaceOf: expect.stringContaining("bedDayPrice") as string,
      }),
    ]);
    expect(own?.added).toEqual([]);
    expect(own?.restOnThem).toContain("fundingGap");
    expect(own?.restOnThem).not.toContain("hospitalCost");
  });
});

describe("a scenario without formulas of its own", () => {
  it("has nothing of them in its report", () => {
    expect(Object.keys(report(told({})))).not.toContain("ownFormulas");
    expect(addedRows(told({}), 10)).toEqual({ rows: [], further: 0 });
  });
});

describe("a figure of any size", () => {
  it.each([
    [0, "0"],
    [1234.56, "1,235"],
    [999.9999999999999, "1,000"],
    [100, "100"],
    [12.34567, "12.35"],
    [0.15, "0.15"],
    [-0.000123456, "−0.0001235"],
    [1e-20, "0"],
  ])("%d is shown as %s", (value, text) => {
    expect(formatFigure(value)).toBe(text);
  });
});
