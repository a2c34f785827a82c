import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import {
  checkOwnTargets,
  emptyScenario,
  exampleScenario,
  jsonReport,
  parseScenario,
  resolveCase,
  resolveTargets,
  type Scenario,
  serialiseScenario,
} from "../../scenarios/index.ts";
import { hashScenario } from "../../scenarios/packs/index.ts";
import { block, fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
/** The same delay, by area, age and specialty: none below 65. */
const byAge = fixtureDataset({
  delayedBedDays0: block(
    ["area", "age", "specialty"],
    [0, 0, 0, 300, 300, 40, 600, 1200, 60, 0, 0, 0, 200, 200, 20, 500, 900, 40],
  ),
});
const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };

function indicatorsOf(on: Dataset, scenario: Scenario = emptyScenario(on)) {
  const results = createCommissioningRunner().run(resolveCase(on, scenario), RESULT_IDS);
  return jsonReport({ dataset: on, scenario, results, hashes, programVersion: "0.1.0" }).indicators;
}

const named = (on: Dataset, id: string, scenario?: Scenario) =>
  indicatorsOf(on, scenario).find((each) => each.id === id);
const withTargets = (...indicatorTargets: NonNullable<Scenario["indicatorTargets"]>): Scenario => ({
  ...exampleScenario(dataset),
  indicatorTargets,
});

describe("the indicators of the report", () => {
  it("are the two national sets, in their order", () => {
    const ids = indicatorsOf(dataset).map((each) => each.id);
    expect(ids.join(" ")).toBe(
      "msg-1 msg-2a msg-3 msg-4 msg-5 msg-6 core-12 core-13 core-14 core-15 core-16 core-18 core-19 core-20",
    );
  });

  it("have base year, trajectory, denominator, desired direction, and what the data counted", () => {
    // 2,500 admissions in north and 1,900 in south, of 46,000 and 34,500 people, all 18 or over.
    const rate = named(dataset, "core-12");
    if (rate?.modelled !== true) throw new Error("Core 12 is modelled here.");
    expect(rate.baseline).toHaveLength(5);
    expect(rate.baseline[0]).toBeCloseTo(440_000_000 / 80_500, 8);
    expect(rate.byArea["north"]?.baseline[0]).toBeCloseTo(250_000_000 / 46_000, 8);
    expect(rate.scenario).toEqual(rate.baseline);
    expect(rate).toMatchObject({
      unit: "admissions a year per 100,000 people",
      denominator: "100,000 residents aged 18 and over, in the year itself",
      desired: "lower",
      counted: "continuous stays",
    });
    expect(named(dataset, "msg-1")).toMatchObject({ unit: "admissions a year", baseline: { 0: 4400 } });
    expect(named(dataset, "msg-4")).toMatchObject({ baseline: { 0: 4360 } });
  });

  it("are never 0 for what the data cannot support, but say why", () => {
    expect(named(dataset, "core-19")).toEqual({
      id: "core-19",
      set: "Core Suite",
      number: "19",
      label: "Days delayed, aged 75 and over",
      modelled: false,
      reason: "delayed bed days are known for all ages together, and not by age band",
    });
    const older = fixtureDataset({ bands: dataset.bands.map((band, a) => (a === 0 ? { ...band, lower: 16 } : band)) });
    expect(named(older, "core-13")).toMatchObject({ modelled: false, reason: "no age band of the data starts at 18" });
    for (const each of indicatorsOf(dataset)) if (!each.modelled) expect(each.reason.length).toBeGreaterThan(10);
  });

  it("work out what more data support: 1,860 and 1,440 days delayed at 75 and over, of 3,500 people", () => {
    const delay = named(byAge, "core-19");
    if (delay?.modelled !== true) throw new Error("Core 19 is modelled here.");
    expect(delay.baseline[0]).toBeCloseTo((3300 / 3500) * 1000, 8);
  });
});

describe("a target for an indicator", () => {
  const year = "2027/28";

  it("is met or not at central values, all areas together or in one", () => {
    const admissions = named(dataset, "msg-1", exampleScenario(dataset));
    if (admissions?.modelled !== true) throw new Error("MSG 1 is modelled here.");
    const reached = admissions.scenario[3] as number;
    const north = admissions.byArea["north"]?.scenario[3] as number;
    const scenario = withTargets(
      { indicator: "msg-1", year, value: reached },
      { indicator: "msg-1", year, area: "north", value: north - 1 },
    );
    expect(named(dataset, "msg-1", scenario)).toMatchObject({
      targets: [
        { year, atMost: reached, reached, met: true },
        { year, area: "north", atMost: north - 1, reached: north, met: false },
      ],
    });
    expect(named(dataset, "msg-4", scenario)).toMatchObject({ targets: [] });
  });

  it("has a chance in draws, after the scenario's own targets", () => {
    const own = { label: "Gap", formula: "fundingGap", direction: "at-most", value: 0 } as const;
    const scenario: Scenario = {
      ...withTargets(
        { indicator: "core-12", year, value: 5000 },
        { indicator: "core-13", year, area: "south", value: 9000 },
      ),
      uncertainty: { targets: [own] },
    };
    expect(resolveTargets(scenario).targets).toEqual([
      own,
      {
        label: "Emergency admission rate (core-12) in 2027/28",
        formula: 'emergencyAdmissionRate[world = "scenario", year = "2027/28"]',
        direction: "at-most",
        value: 5000,
      },
      {
        label: "Emergency bed day rate (core-13) in 2027/28, south",
        formula: 'emergencyBedDayRateByArea[world = "scenario", year = "2027/28", area = "south"]',
        direction: "at-most",
        value: 9000,
      },
    ]);
    expect(() => checkOwnTargets(dataset, scenario)).not.toThrow();
  });

  it.each([
    [{ indicator: "core-12", year: "2040/41", value: 1 }, "indicatorTargets[0].year", "a year of the plan"],
    [{ indicator: "core-12", year, area: "west", value: 1 }, "indicatorTargets[0].area", "There are north and south"],
    [{ indicator: "core-99", year, value: 1 }, "indicatorTargets[0].indicator", "msg-1, msg-2a, msg-4"],
    [{ indicator: "msg-3", year, value: 1 }, "indicatorTargets[0].indicator", "hold no attendances"],
    [{ indicator: "core-19", year, value: 1 }, "indicatorTargets[0].indicator", "all ages together"],
  ])("%j is refused at %s", (target, path, words) => {
    const refused = () => resolveCase(dataset, withTargets(target));
    expect(refused).toThrow(expect.objectContaining({ path }));
    expect(refused).toThrow(new RegExp(words));
  });

  it("is kept in the file, and a scenario without any is as it was", () => {
    const scenario = withTargets({ indicator: "msg-1", year, area: "north", value: 2400 });
    expect(parseScenario(serialiseScenario(scenario))).toEqual(scenario);
    const { indicatorTargets: _, ...before } = scenario;
    expect(serialiseScenario(before)).not.toContain("indicatorTargets");
    expect(hashScenario(before)).toBe(hashScenario(exampleScenario(dataset)));
    expect(hashScenario(scenario)).not.toBe(hashScenario(before));
  });
});
