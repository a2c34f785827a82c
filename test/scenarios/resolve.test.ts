import { describe, expect, it } from "vitest";
import {
  emptyScenario,
  exampleScenario,
  resolveCase,
  ScenarioError,
  specialtyHolds,
  type Scenario,
} from "../../scenarios/index.ts";
import { assumptions, block, fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);

function refusal(scenario: Scenario, on = dataset): ScenarioError {
  try {
    resolveCase(on, scenario);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("The scenario was accepted.");
}

function withShift(change: Partial<Scenario["shifts"][number]>): Scenario {
  const [first] = empty.shifts;
  if (first === undefined) throw new Error("The empty scenario has shifts.");
  return { ...empty, shifts: [{ ...first, ...change }] };
}

describe("a dataset and a scenario joined", () => {
  it("passes the dataset's blocks on as they are", () => {
    const resolved = resolveCase(dataset, empty);
    expect(resolved.population).toBe(dataset.population);
    expect(resolved.activity).toBe(dataset.activity);
    expect(resolved.useOf).toBe(dataset.useOf);
  });

  it("starts lists by year with 0 in the base year", () => {
    const resolved = resolveCase(dataset, empty);
    expect(resolved.deflator).toEqual([0, 0.02, 0.02, 0.02, 0.02]);
    expect(resolved.inflation["care"]).toEqual([0, 0.03, 0.03, 0.03, 0.03]);
    expect(resolved.lines[0]?.uplift).toEqual([0, 0.03, 0.03, 0.03, 0.03]);
    expect(resolved.healthAgeShift).toEqual([0, 0, 0, 0, 0]);
  });

  it("puts the scenario's values in place of the dataset's, key by key", () => {
    const resolved = resolveCase(dataset, {
      ...empty,
      assumptions: {
        "growth:geriatric-medicine": 0.02,
        "uplift:home-care:2027/28": 0.05,
        "closure-step:general-medicine": 24,
        "opening-reserves": 5,
      },
    });
    expect(resolved.growth).toEqual([0.005, 0.02, 0.005]);
    expect(resolved.lines[2]?.uplift).toEqual([0, 0.03, 0.03, 0.05, 0.03]);
    expect(resolved.specialties[0]?.closureStep).toBe(24);
    expect(resolved.openingReserves).toBe(5);
  });

  it("gives a specialty outside the set-aside the set-aside line and nothing in scope", () => {
    const other = resolveCase(dataset, empty).specialties[2];
    expect(other?.line).toBe("set-aside");
    expect(other?.inScope).toBe(0);
  });

  it("counts months from April of the first year", () => {
    // October 2026 is 2 years and 6 months after April 2024; 2025/26 is the second year.
    const [shift] = resolveCase(dataset, withShift({ start: "2026-10", priceBase: "2025/26" })).shifts;
    expect(shift?.startMonth).toBe(30);
    expect(shift?.priceBase).toBe(1);
    expect(resolveCase(dataset, withShift({ priceBase: "cash" })).shifts[0]?.priceBase).toBe("cash");
    expect(resolveCase(dataset, withShift({ start: "2025-04" })).shifts[0]?.startMonth).toBe(12);
  });

  it("puts a split by hand in the order of the areas", () => {
    const [shift] = resolveCase(dataset, withShift({ split: { south: 0.25, north: 0.75 } })).shifts;
    expect(shift?.split).toEqual([0.75, 0.25]);
  });

  it("resolves the example", () => {
    const resolved = resolveCase(dataset, exampleScenario(dataset));
    expect(resolved.programmes.length).toBe(9);
    expect(resolved.shifts.filter((shift) => shift.amount > 0).length).toBe(14);
  });
});

describe("what a specialty holds", () => {
  it("is the line's budget by cost per bed day and in-scope bed days", () => {
    // General: £400 x 0.9 x (2400+3000+6000 + 1600+2500+4500 = 20,000) = £7.2m. Geriatric: £350 x (1500+8000 + 1000+5500
    // = 16,000) = £5.6m. Together the line's £12.8m, so each holds what it costs.
    const [general, geriatric, other] = specialtyHolds(dataset);
    expect(general).toBeCloseTo(7_200_000, 6);
    expect(geriatric).toBeCloseTo(5_600_000, 6);
    expect((general ?? 0) + (geriatric ?? 0)).toBeCloseTo(12_800_000, 6);
    expect(other).toBe(0);
  });

  it("leaves out cells without people in the base year, as the model does", () => {
    const people = Float64Array.from(dataset.population.values);
    people[2] = 0; // North glen, 75+, base year: 6,000 general and 8,000 geriatric bed days drop out.
    const changed = fixtureDataset({ population: { dims: dataset.population.dims, values: people } });
    // £400 x 0.9 x 14,000 = £5.04m against £350 x 8,000 = £2.8m: 12.8 x 5.04 / 7.84 = £8.228571...m.
    expect(specialtyHolds(changed)[0]).toBeCloseTo(8_228_571.43, 2);
  });

  it("reads the base year of activity given for every year", () => {
    if (dataset.activity.kind !== "projected") throw new Error("The fixture is projected.");
    const once = dataset.activity.bedDays0.values;
    const years = [1, 2, 3, 4, 5].flatMap((times) => [...once].map((days) => days * times));
    const dims = ["year", "area", "age", "sex", "specialty"];
    const given = fixtureDataset({
      activity: { kind: "given", admissions: block(dims, years), bedDays: block(dims, years) },
    });
    expect(specialtyHolds(given)).toEqual(specialtyHolds(dataset));
  });
});

describe("a scenario that does not fit the dataset", () => {
  it("is refused when it was made on another, unless that was agreed", () => {
    const other = { ...empty, dataset: { name: "elsewhere", hash: `sha256-${"00".repeat(32)}` } };
    expect(refusal(other).code).toBe("scenario.other-dataset");
    expect(refusal(other).message).toContain('made on the dataset "elsewhere"');
    expect(resolveCase(dataset, other, { otherDatasetAgreed: true }).areas).toEqual(["north", "south"]);
  });

  it.each([
    [{ from: "cardiology" }, "scenario.unknown-specialty", "shifts[0].from"],
    [{ from: "other-specialties" }, "scenario.specialty-outside-set-aside", "shifts[0].from"],
    [{ to: "cottage-hospital" }, "scenario.unknown-programme", "shifts[0].to"],
    [{ priceBase: "2019/20" }, "scenario.price-year-outside", "shifts[0].priceBase"],
    [{ start: "2025-03" }, "scenario.start-outside", "shifts[0].start"],
    [{ start: "2029-04" }, "scenario.start-outside", "shifts[0].start"],
    [{ split: { north: 0.5, west: 0.5 } }, "scenario.split-areas", "shifts[0].split"],
    [{ split: { north: 1 } }, "scenario.split-areas", "shifts[0].split"],
    [{ split: { north: 0.5, south: 0.4 } }, "scenario.split-sum", "shifts[0].split"],
  ])("shift %j is refused as %s", (change, code, path) => {
    const error = refusal(withShift(change));
    expect(error.code).toBe(code);
    expect(error.path).toBe(path);
    expect(error.message.length).toBeGreaterThan(40);
  });

  it("says when a start is too early, in months a person reads", () => {
    expect(refusal(withShift({ start: "2025-03" })).message).toBe(
      `Shift "general-medicine-to-hospital-at-home" starts in March 2025: in or before the base year 2024/25, which is already as it was. Start it from April 2025 to March 2029.`,
    );
  });

  it.each([
    ["growth:cardiology", "scenario.unknown-assumption"],
    ["growths:general-medicine", "scenario.unknown-assumption"],
    ["uplift:home-care:2024/25", "scenario.unknown-assumption"],
    ["deflator:2031/32", "scenario.unknown-assumption"],
    ["toString", "scenario.unknown-assumption"],
  ])("an assumption called %s is refused by name", (key, code) => {
    const error = refusal({ ...empty, assumptions: { [key]: 0.01 } });
    expect(error.code).toBe(code);
    expect(error.value).toContain(key);
  });

  it.each([
    ["occupancy:general-medicine", 0],
    ["occupancy:general-medicine", 1.2],
    ["closure-step:general-medicine", 0],
    ["release-lag-months:general-medicine", -1],
    ["deflator:2026/27", -1],
    ["variable-share:general-medicine", -0.1],
  ])("%s cannot be %d", (key, value) => {
    expect(refusal({ ...empty, assumptions: { [key]: value } }).code).toBe("scenario.assumption-out-of-range");
  });

  it("cannot change one cost share alone", () => {
    const error = refusal({ ...empty, assumptions: { "variable-share:general-medicine": 0.5 } });
    expect(error.code).toBe("scenario.cost-shares");
    const both = { "variable-share:general-medicine": 0.5, "fixed-share:general-medicine": 0.05 };
    expect(resolveCase(dataset, { ...empty, assumptions: both }).specialties[0]?.fixedShare).toBe(0.05);
  });

  it("names the assumption that nobody gave", () => {
    const without = fixtureDataset({ assumptions: assumptions().filter((each) => each.key !== "opening-reserves") });
    expect(refusal(empty, without).message).toContain('"opening-reserves"');
  });

  it("needs a line paid for by the set-aside", () => {
    const without = fixtureDataset({ lines: dataset.lines.slice(1) });
    expect(refusal(empty, without).code).toBe("scenario.no-set-aside");
  });

  it("names evidence that the library does not have", () => {
    const scenario = { ...empty, programmes: [{ id: "a", evidence: "magic" }], shifts: [] };
    expect(refusal(scenario).code).toBe("scenario.unknown-evidence");
  });
});
