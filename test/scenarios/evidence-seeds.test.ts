/** Published figures, worked again: docs/method/evidence.md, "Published arithmetic, worked again". */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS, type CommissioningResults } from "../../models/index.ts";
import {
  emptyScenario,
  evidenceEntry,
  jsonReport,
  levelByYear,
  resolveCase,
  type EffectEntry,
  type JsonReport,
  type Scenario,
} from "../../scenarios/index.ts";
import { block, fixtureDataset, YEARS } from "./fixture.ts";
import { byYear } from "../../scenarios/results/read.ts";

const PEOPLE = [40_000, 4_000, 2_000, 30_000, 3_000, 1_500];
/** Nobody is added and nothing grows, so that what changes is the programme's doing. */
const dataset = fixtureDataset({
  population: block(
    ["year", "area", "age", "sex"],
    YEARS.flatMap(() => PEOPLE),
  ),
  assumptions: fixtureDataset().assumptions.map((each) =>
    /^(growth|stay-drift|inflation|demand-growth|uplift|deflator)/.test(each.key) ? { ...each, value: 0 } : each,
  ),
});
const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };

type Parameters = NonNullable<Scenario["programmes"][number]["parameters"]>;

/** One programme with £1m of new money from the second year, at once. */
function scenarioWith(evidence: string, parameters: Parameters, more: Partial<Scenario> = {}): Scenario {
  return {
    ...emptyScenario(dataset),
    programmes: [{ id: "seed", evidence, parameters: { rampMonths: 0, ...parameters } }],
    shifts: [
      {
        id: "money",
        from: null,
        to: "seed",
        amount: 1_000_000,
        priceBase: "2024/25",
        start: "2025-04",
        phase: [1],
        split: "population",
      },
    ],
    ...more,
  };
}

function run(scenario: Scenario): CommissioningResults {
  return createCommissioningRunner().run(resolveCase(dataset, scenario), RESULT_IDS);
}

/** Doing nothing less the scenario, in the second year. */
function saved(results: CommissioningResults, id: string, at: Readonly<Record<string, string>> = {}): number {
  const [before, after] = ["doing-nothing", "scenario"].map((world) => byYear(results, id, { ...at, world })[1]);
  return (before as number) - (after as number);
}

describe("intermediate care", () => {
  it("3,370 + 903 = 4,273 bed days are about 14 beds at 85 %, and no ward of 24 closes", () => {
    // Geriatric medicine has 16,000 bed days, 2,600 of them delay. All are reached: 900 eligible, £1m of places for more.
    // Admissions: 3,370 / 16,000 = 0.210625 fewer. Stay: of (16,000 - 2,600) x (1 - 0.210625) = 10,577.625 days, 903.
    const scenario = scenarioWith(
      "intermediate-care",
      {
        unitCost: 1_000,
        throughput: 100,
        maxReach: 1,
        eligibleShare: 1,
        eligibleShareOfBedDays: 1,
        eligibleShareOfDelay: 1,
        effectOnAdmissions: 0.210625,
        effectOnStay: 903 / 10_577.625,
        effectOnDelay: 0,
        // The report counts the days of the cases avoided themselves.
        stayRatio: 1,
        delayRatio: 1,
        minimumAge: 18,
        specialties: ["geriatric-medicine"],
      },
      { assumptions: { "closure-step:geriatric-medicine": 24 } },
    );
    const results = run(scenario);
    expect(saved(results, "emergencyBedDays")).toBeCloseTo(4_273, 6);
    // 4,273 / (365 x 0.85) = 4,273 / 310.25 = 13.772764
    expect(saved(results, "bedsNeeded")).toBeCloseTo(13.772764, 6);
    expect(byYear(results, "bedsClosed", { world: "scenario" })).toEqual(YEARS.map(() => 0));
    expect(byYear(results, "releasedBeds")).toEqual(YEARS.map(() => 0));
  });

  it("would close two steps of a unit of 6, so the ward is what holds the money", () => {
    const effect = {
      effectOnAdmissions: 0.210625,
      effectOnStay: 903 / 10_577.625,
      effectOnDelay: 0,
      stayRatio: 1,
      delayRatio: 1,
    };
    const everyone = { maxReach: 1, eligibleShare: 1, eligibleShareOfBedDays: 1, eligibleShareOfDelay: 1 };
    const parameters = { ...effect, ...everyone, unitCost: 1_000, throughput: 100, minimumAge: 18 };
    const results = run(scenarioWith("intermediate-care", { ...parameters, specialties: ["geriatric-medicine"] }));
    // 13.77 beds are 2 whole steps of 6; after the lag all 12 are shut.
    expect(byYear(results, "bedsClosed", { world: "scenario" })[4]).toBeCloseTo(12, 9);
  });
});

describe("rapid response", () => {
  const { effectOnAdmissions } = (evidenceEntry("rapid-response") as EffectEntry).parameters;

  it("claims 33 of 100 referrals, and starts with half of that, from a quarter to the whole", () => {
    const { claim = 0, low, central, high } = effectOnAdmissions;
    expect([100 * claim, 100 * low, 100 * central, 100 * high]).toEqual([33, 8.25, 16.5, 33]);
  });

  it("avoids 33 admissions of each 100 people served, at the whole claim", () => {
    const results = run(scenarioWith("rapid-response", { effectOnAdmissions: effectOnAdmissions.high }));
    const served = byYear(results, "served")[1] as number;
    expect(served).toBeGreaterThan(100);
    expect(saved(results, "emergencyAdmissions") / served).toBeCloseTo(0.33, 9);
  });
});

describe("a reablement team", () => {
  it("saves £200,000 of home care where each of N people served saves £200,000 / N", () => {
    const none = { effectOnAdmissions: 0, effectOnStay: 0, effectOnDelay: 0 };
    const served = byYear(run(scenarioWith("reablement", none)), "served")[1] as number;
    const results = run(scenarioWith("reablement", { ...none, lineSaving: { "home-care": 200_000 / served } }));
    expect(saved(results, "lineCost", { line: "home-care" })).toBeCloseTo(200_000, 4);
  });
});

describe("sums that the sources print", () => {
  it("hospital at home in Scotland: £56.1m, £3,626 and 15.9 bed days a person", () => {
    const entry = evidenceEntry("hospital-at-home-scotland");
    // 16.7 + 39.4 = 56.1; 56,100,000 / 15,470 = 3,626.4; 672 x 365 / 15,470 = 15.855
    expect(entry?.kind).toBe("context");
    expect(entry?.findings[0]?.finding).toContain("£16.7m by a cheaper episode and £39.4m");
    expect(entry?.findings[0]?.finding).toContain(
      `£56.1m, £${Math.round(56_100_000 / 15_470).toLocaleString("en-GB")}`,
    );
    expect(entry?.transferability).toContain(`${((672 * 365) / 15_470).toFixed(1)} bed days a person`);
  });

  it("end-of-life nursing: 0.14 against 0.44 is 68 % fewer, and starts at half", () => {
    const { effectOnAdmissions } = (evidenceEntry("end-of-life-nursing") as EffectEntry).parameters;
    expect(effectOnAdmissions.high).toBeCloseTo(1 - 0.14 / 0.44, 4);
    expect(effectOnAdmissions.central).toBeCloseTo((1 - 0.14 / 0.44) / 2, 4);
  });

  it("care-home places: 10 % more, delays 6 to 9 % lower", () => {
    const { low, high } = (evidenceEntry("care-home-places") as EffectEntry).parameters.effectOnDelay;
    expect([10 * low, 10 * high]).toEqual([6, 9]);
  });
});

describe("benchmark lines", () => {
  it.each([
    [
      "whole-system-integration",
      [
        ["attendances", 750, 750],
        ["admissions", 800, 800],
      ],
    ],
    [
      "high-risk-coordinated-care",
      [
        ["admissions", 800, 800],
        ["bedDays", 770, 770],
        ["spend", 850, 850],
      ],
    ],
    [
      "mobile-care-at-home",
      [
        ["bedDays", 100, 250],
        ["attendances", 200, 200],
        ["not modelled", 110, 110],
      ],
    ],
    [
      "neighbourhood-micro-areas",
      [
        ["not modelled", 150, 150],
        ["not modelled", 720, 720],
        ["not modelled", 440, 440],
        ["not modelled", 720, 720],
      ],
    ],
  ] as const)("%s: of 1,000 a year", (id, expected) => {
    const entry = evidenceEntry(id);
    if (entry?.kind !== "benchmark") throw new Error(`${id} is not a benchmark.`);
    expect(
      entry.levels.map((level) => {
        const { low, high } = levelByYear(level, [1_000]);
        return [level.measure, Math.round(low[0] as number), Math.round(high[0] as number)];
      }),
    ).toEqual(expected);
  });

  const report = (scenario: Scenario): JsonReport =>
    jsonReport({ dataset, scenario, results: run(scenario), hashes, programVersion: "0.1.0" });

  it("are in the report, against doing nothing, and not modelled where there is no such figure", () => {
    const { benchmarks, measures } = report(emptyScenario(dataset));
    const lineOf = (id: string, measure: string) =>
      benchmarks.find((each) => each.id === id)?.lines.find((each) => each.measure === measure);
    const admissions = measures["admissions"]?.baseline ?? [];
    expect(admissions[1]).toBeGreaterThan(0);
    expect(lineOf("whole-system-integration", "admissions")?.level?.central).toEqual(admissions.map((n) => n * 0.8));
    expect(lineOf("high-risk-coordinated-care", "spend")?.level?.central[0]).toBeGreaterThan(10_000_000);
    expect(lineOf("neighbourhood-micro-areas", "not modelled")?.level).toBeNull();
    expect(lineOf("whole-system-integration", "attendances")?.level).toBeNull();
  });

  it("draw visits to the emergency department where the dataset counts them", () => {
    const scenario = emptyScenario(dataset);
    const { members, values } = run(scenario);
    // 1,000 in every year of both worlds: 25 % fewer are 750.
    const counted = block(
      ["world", "year"],
      [...YEARS, ...YEARS].map(() => 1_000),
    );
    const results = { members, values: new Map([...values, ["attendancesTotal", counted] as const]) };
    const { benchmarks } = jsonReport({ dataset, scenario, results, hashes, programVersion: "0.1.0" });
    const canterbury = benchmarks.find(({ id }) => id === "whole-system-integration");
    expect(canterbury?.lines[0]?.level?.central).toEqual(YEARS.map(() => 750));
  });
});
