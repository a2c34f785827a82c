/** Ranges and rank correlations in a scenario file, and those that cannot be. */
import { describe, expect, it } from "vitest";
import {
  checkOwnTargets,
  emptyScenario,
  parseScenario,
  resolveCase,
  resolveTargets,
  resolveUncertain,
  ScenarioError,
  serialiseScenario,
  type Scenario,
} from "../../scenarios/index.ts";
import { hashScenario } from "../../scenarios/packs/index.ts";
import { block, fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
type Uncertainty = NonNullable<Scenario["uncertainty"]>;
type Ranges = NonNullable<Uncertainty["ranges"]>;

const withRanges = (ranges: Ranges): Scenario => ({ ...empty, uncertainty: { ranges } });

function refusal(scenario: Scenario, on = dataset): ScenarioError {
  try {
    resolveUncertain(on, scenario);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("The scenario was accepted.");
}

const GROWTH: Ranges = {
  "growth:general-medicine": { kind: "elicited", low: -0.01, high: 0.03, sure: 80, quantity: "unbounded" },
};

describe("a range that cannot be", () => {
  const wide = { kind: "uniform" as const, low: 0.1, high: 0.9 };
  it.each<[string, Ranges[string], string, string]>([
    ["growth:cardiology", wide, "scenario.unknown-assumption", "growth:general-medicine"],
    ["programme:telecare:colour", wide, "scenario.unknown-assumption", "programme:telecare:unitCost"],
    ["programme:cottage:unitCost", wide, "scenario.unknown-assumption", "The kinds are growth"],
    ["toString", wide, "scenario.unknown-assumption", '"toString"'],
    ["fixed-share:general-medicine", wide, "scenario.range-not-used", "give variable-share:general-medicine the range"],
    ["occupancy:general-medicine", { kind: "normal", mean: 0.85, sd: 0.1 }, "scenario.range", "above 0 and up to 1"],
    [
      "occupancy:general-medicine",
      { kind: "uniform", low: 0.5, high: 0.8 },
      "scenario.range",
      "0.85, which is outside",
    ],
    ["occupancy:general-medicine", { kind: "uniform", low: 0.9, high: 0.8 }, "scenario.range", "low is 0.9"],
    ["opening-reserves", { kind: "log-normal", mean: 1, sd: 1e200 }, "scenario.range", "opening-reserves"],
  ])("%s with %j is refused as %s", (key, range, code, words) => {
    const error = refusal(withRanges({ [key]: range }));
    expect(error.code).toBe(code);
    expect(error.path.startsWith(`uncertainty.ranges["${key}"]`)).toBe(true);
    expect(error.message).toContain(words);
    expect(() => resolveCase(dataset, withRanges({ [key]: range }))).toThrow(error.message);
  });

  it("of growth is refused where every year's activity is given", () => {
    if (dataset.activity.kind !== "projected") throw new Error("The fixture is projected.");
    const years = [1, 2, 3, 4, 5].flatMap(() => [
      ...(dataset.activity.kind === "projected" ? dataset.activity.bedDays0.values : []),
    ]);
    const dims = ["year", "area", "age", "sex", "specialty"];
    const on = fixtureDataset({
      activity: { kind: "given", admissions: block(dims, years), bedDays: block(dims, years) },
    });
    expect(refusal(withRanges(GROWTH), on).message).toContain("gives activity for every year");
  });
});

describe("a rank correlation", () => {
  const correlated = (correlations: Uncertainty["correlations"], ranges: Ranges = GROWTH): Scenario => ({
    ...empty,
    uncertainty: { ranges, correlations },
  });
  const [growth, cost] = ["growth:general-medicine", "programme:telecare:unitCost"] as const;

  it("is passed on", () => {
    const pair = { first: growth, second: cost, rank: 0.6 };
    expect(resolveUncertain(dataset, correlated([pair])).correlations).toEqual([pair]);
  });

  it.each([
    [growth, "growth:cardiology", "uncertainty.correlations[0].second", "is not an assumption"],
    ["deflator:2026/27", growth, "uncertainty.correlations[0].first", "has no range"],
    [growth, growth, "uncertainty.correlations[0]", "with itself"],
  ])("of %s and %s is refused", (first, second, path, words) => {
    const error = refusal(correlated([{ first, second, rank: 0.5 }]));
    expect(error).toMatchObject({ code: "scenario.correlation", path });
    expect(error.message).toContain(words);
  });

  it("asked for twice is refused", () => {
    const error = refusal(
      correlated([
        { first: growth, second: cost, rank: 0.5 },
        { first: cost, second: growth, rank: 0.2 },
      ]),
    );
    expect(error.path).toBe("uncertainty.correlations[1]");
  });
});

describe("a target", () => {
  const target = { label: "Saved", formula: "bedDaysSaved", direction: "at-least", value: 100 } as const;
  const withTargets = (...formulas: string[]): Scenario => ({
    ...empty,
    uncertainty: { targets: formulas.map((formula) => ({ ...target, formula })) },
  });

  it("may be of any figure, one that the scenario adds among them", () => {
    const formula = "bedDaysSaved / reductionWanted";
    const variables = [
      {
        id: "reductionWanted",
        label: "Wanted",
        unit: "bed days a year",
        dims: [],
        formula: 'bedDaysSaved[year = "2026/27"]',
      },
    ];
    expect(() => checkOwnTargets(dataset, { ...withTargets(formula), variables })).not.toThrow();
    expect(() => checkOwnTargets(dataset, withTargets(formula))).toThrow('"reductionWanted"');
  });

  it("that the language refuses is refused with its place when the file is opened", () => {
    expect(() => checkOwnTargets(dataset, empty)).not.toThrow();
    const bad = withTargets("bedDaysSaved", "bedDaysSaved + released");
    expect(() => checkOwnTargets(dataset, bad)).toThrow(
      expect.objectContaining({ code: "scenario.target", path: "uncertainty.targets[1].formula" }),
    );
    expect(() => checkOwnTargets(dataset, bad)).toThrow(/^The target "Saved" cannot be worked out\. .*cannot be added/);
  });

  it("asked of one run stands in for all of the scenario's, and none for them too", () => {
    const own = withTargets("bedDaysSaved");
    expect(resolveTargets(own)).toEqual({ targets: own.uncertainty?.targets, path: "uncertainty.targets" });
    expect(resolveTargets(own, [])).toEqual({ targets: [], path: "options.targets" });
    expect(resolveTargets(empty).targets).toEqual([]);
  });
});

describe("uncertainty in the file", () => {
  const uncertainty: Uncertainty = {
    seed: 12,
    draws: 2000,
    points: "latin-hypercube",
    ranges: {
      "opening-reserves": { kind: "log-normal", median: 1e6, mean: 1.1e6 },
      "occupancy:general-medicine": { kind: "beta", mean: 0.85, sd: 0.05 },
      ...GROWTH,
    },
    correlations: [{ first: "opening-reserves", second: "occupancy:general-medicine", rank: -0.25 }],
    targets: [{ label: "Saved", formula: "bedDaysSaved", direction: "at-least", value: 100 }],
    chance: { squaredStayRatio: 3.5 },
  };
  const text = serialiseScenario({ ...empty, uncertainty });
  const changed = (change: (raw: { uncertainty: Record<string, unknown> }) => void): string => {
    const raw = JSON.parse(text) as { uncertainty: Record<string, unknown> };
    change(raw);
    return JSON.stringify(raw);
  };

  it("comes back as it was, written in one order", () => {
    expect(parseScenario(text).uncertainty).toEqual(uncertainty);
    expect(serialiseScenario(parseScenario(text))).toBe(text);
    const ranges = Object.entries(uncertainty.ranges ?? {}).reverse();
    const turned = { ...empty, uncertainty: { ...uncertainty, ranges: Object.fromEntries(ranges) } };
    expect(serialiseScenario(turned)).toBe(text);
  });

  it("has no targets where there are none, so that hashes of files from before there were any are as they were", () => {
    const { targets: _, ...before } = uncertainty;
    const read = parseScenario(serialiseScenario({ ...empty, uncertainty: before }));
    expect(Object.keys(read.uncertainty ?? {})).not.toContain("targets");
    expect(hashScenario(read)).toBe(hashScenario({ ...empty, uncertainty: before }));
    expect(hashScenario(read)).not.toBe(hashScenario({ ...empty, uncertainty }));
  });

  it("is not there in a file without it, so that the file and its hash are as they were", () => {
    expect(serialiseScenario(empty)).not.toContain("uncertainty");
    expect(Object.keys(parseScenario(serialiseScenario(empty)))).not.toContain("uncertainty");
  });

  it.each<[unknown, string, string]>([
    [{ kind: "gamma", shape: 1 }, "uncertainty.ranges.x.kind", "one of"],
    [{ kind: "log-normal", mean: 1 }, "uncertainty.ranges.x", "mu and sigma, by median and mean, or by mean and sd"],
    [{ kind: "beta", alpha: 1, beta: 2, sd: 3 }, "uncertainty.ranges.x", "beta by alpha and beta"],
    [{ kind: "uniform", low: 0, high: 1, central: 0.5 }, "uncertainty.ranges.x", '"central"'],
    [
      { kind: "elicited", low: 1, high: 2, sure: 70, quantity: "share" },
      "uncertainty.ranges.x.sure",
      "one of 80 and 90",
    ],
    [{ kind: "uniform", low: "0", high: 1 }, "uncertainty.ranges.x.low", "a number"],
  ])("with the range %j is refused with its place", (range, path, words) => {
    const act = () => parseScenario(changed((raw) => (raw.uncertainty["ranges"] = { x: range })));
    expect(act).toThrow(expect.objectContaining({ path }) as Error);
    expect(act).toThrow(words);
  });

  it.each([
    ["seed", -1],
    ["seed", 1.5],
    ["draws", 0],
    ["draws", 1_000_001],
    ["points", "halton"],
    ["chance", true],
    ["chance", { squaredStayRatio: 0.99 }],
    ["chance", { squaredStayRatio: 1001 }],
    ["chance", { stay: 4 }],
  ])("with %s %j is refused", (name, value) => {
    expect(() => parseScenario(changed((raw) => (raw.uncertainty[name] = value)))).toThrow(`uncertainty.${name}`);
  });
});
