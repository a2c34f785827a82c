/** Areas that share hospitals, one that saves and one that is made worse: who gets what (section 6), worked by hand. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner } from "../../models/index.ts";
import type { CommissioningCase, NamedArray, Programme } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});

/** A programme that reaches everyone: so many places that 1 - exp(-x) is 1. */
const programme = (id: string, effect: number): Programme => ({
  ...(workedCase.programmes[0] as Programme),
  id,
  unitCost: 1,
  throughput: 1000,
  rampMonths: 0,
  maxReach: 1,
  eligibleShare: 1,
  targets: block(["age", "sex", "specialty"], [1]),
  effectOnAdmissions: effect,
  effectOnStay: 0,
  effectOnDelay: 0,
  lineSaving: {},
});

/** Area A: 3,650 bed days, half in each hospital. Area B: 7,300, all in the first. A bed is paid for 365 bed days. */
function shared(effectInB: number): CommissioningCase {
  const flat = [0, 0];
  return {
    ...workedCase,
    firstYear: 2024,
    yearCount: 2,
    areas: ["a", "b"],
    bands: [{ id: "all ages", lower: 0, middle: 40 }],
    hospitals: ["first", "second"],
    useOf: block(["area", "hospital", "specialty"], [0.5, 0.5, 1, 0]),
    population: block(["year", "area", "age", "sex"], [1000, 1000, 1000, 1000]),
    activity: {
      kind: "projected",
      admissions0: block(["area", "age", "sex", "specialty"], [365, 730]),
      bedDays0: block(["area", "age", "sex", "specialty"], [3650, 7300]),
    },
    delayedBedDays0: block(["area", "specialty"], [0, 0]),
    growth: [0],
    stayDrift: [0],
    healthAgeShift: flat,
    inflation: { hospital: flat, care: flat },
    deflator: flat,
    specialties: workedCase.specialties.slice(1).map((one) => ({
      ...one,
      directCost: 100,
      variableShare: 0.5,
      semiFixedShare: 0.5,
      fixedShare: 0,
      occupancy: 1,
      closureStep: 1,
      releaseLagMonths: 0,
    })),
    programmes: [programme("helps", 0.5), programme("harms", effectInB)],
    shifts: [
      {
        id: "in-a",
        from: null,
        to: "helps",
        amount: 1_000_000,
        priceBase: "cash",
        startMonth: 12,
        phase: [1],
        split: [1, 0],
      },
      {
        id: "in-b",
        from: null,
        to: "harms",
        amount: 1_000_000,
        priceBase: "cash",
        startMonth: 12,
        phase: [1],
        split: [0, 1],
      },
    ],
    lines: workedCase.lines.map((line) => ({ ...line, needWeight: undefined, uplift: flat })),
  };
}

const YEAR = "2025/26";
const results = (effectInB: number) => createCommissioningRunner().run(shared(effectInB));
const specialty = "geriatrics";

describe("an area that saves and an area made 10 % worse", () => {
  const found = results(-0.1);
  const at = (id: string, hospital: string): number => figure(found, id, { year: YEAR, hospital, specialty });
  const byArea = (id: string, area: string): number => figure(found, id, { year: YEAR, area, specialty });

  it("adds areas up at the hospital they use", () => {
    // First: 1,825 + 7,300 = 25 beds; then 912.5 + 8,030 = 24.5. Second: 1,825 = 5 beds; then 912.5 = 2.5.
    const world = "scenario";
    expect(figure(found, "bedsOpenBase", { hospital: "first", specialty })).toBeCloseTo(25, 9);
    expect(figure(found, "bedsNeeded", { world, year: YEAR, hospital: "first", specialty })).toBeCloseTo(24.5, 9);
    expect(figure(found, "bedsClosed", { world, year: YEAR, hospital: "first", specialty })).toBe(0);
    expect(figure(found, "bedsClosed", { world, year: YEAR, hospital: "second", specialty })).toBe(2);
  });

  it("releases at each hospital, all to the area that saved", () => {
    // First: £100 × 0.5 × 182.5. Second: £100 × 0.5 × 912.5, and two beds: £100 × 0.5 × 2 × 365.
    expect(at("released", "first")).toBeCloseTo(9125, 6);
    expect(at("released", "second")).toBeCloseTo(45_625 + 36_500, 6);
    expect(byArea("releasedByArea", "a")).toBeCloseTo(91_250, 6);
    expect(byArea("releasedByArea", "b")).toBeCloseTo(0, 9);
  });

  it("shows what each could close alone, at each hospital", () => {
    // A: from 5 to 2.5 beds at each of two hospitals: 2 and 2. B needs more, and closes none.
    expect(byArea("bedsClosedAlone", "a")).toBe(4);
    expect(byArea("bedsClosedAlone", "b")).toBe(0);
  });

  it("shares the cost of a hospital by bed days of the year", () => {
    const world = "scenario";
    const first = figure(found, "hospitalCost", { world, year: YEAR, hospital: "first", specialty });
    const second = figure(found, "hospitalCost", { world, year: YEAR, hospital: "second", specialty });
    // 0.5 × 8,942.5 bed days and 25 open beds; 0.5 × 912.5 bed days and 3 open beds.
    expect(first).toBeCloseTo(100 * (0.5 * 8942.5 + 0.5 * 25 * 365), 6);
    expect(second).toBeCloseTo(100 * (0.5 * 912.5 + 0.5 * 3 * 365), 6);
    expect(figure(found, "hospitalCostByArea", { world, year: YEAR, area: "a", specialty })).toBeCloseTo(
      (first * 912.5) / 8942.5 + second,
      6,
    );
    expect(figure(found, "hospitalCostByArea", { world, year: YEAR, area: "b", specialty })).toBeCloseTo(
      (first * 8030) / 8942.5,
      6,
    );
  });

  it("shares by base-year bed days where nothing is saved: the base year", () => {
    expect(figure(found, "releasedByArea", { year: "2024/25", area: "a", specialty })).toBe(0);
    expect(
      figure(found, "hospitalCostByArea", { world: "scenario", year: "2024/25", area: "b", specialty }),
    ).toBeCloseTo(100 * 7300, 6);
  });
});

describe("an area that saves and an area made 20 % worse", () => {
  it("the growth that comes falls on the area that used more", () => {
    const found = results(-0.2);
    // First: 912.5 + 8,760 = 9,672.5, 547.5 above the base year: 1.5 extra beds at 1.4 times their cost.
    const avoided = -100 * (0.5 * 547.5 + 0.5 * 1.4 * 1.5 * 365);
    expect(avoided).toBeCloseTo(-65_700, 9);
    expect(figure(found, "avoided", { year: YEAR, hospital: "first", specialty })).toBeCloseTo(avoided, 6);
    expect(figure(found, "avoidedByArea", { year: YEAR, area: "b", specialty })).toBeCloseTo(avoided, 6);
    expect(figure(found, "avoidedByArea", { year: YEAR, area: "a", specialty })).toBeCloseTo(0, 9);
    expect(figure(found, "released", { year: YEAR, hospital: "first", specialty })).toBeCloseTo(0, 9);
    expect(figure(found, "releasedByArea", { year: YEAR, area: "a", specialty })).toBeCloseTo(82_125, 6);
  });
});

describe("a closed ward that is needed again", () => {
  it("closes after the lag, reopens at once, and closes again after the lag", () => {
    const seven = Array.from({ length: 7 }, () => 0);
    const base = shared(0);
    // New money for three years, none in the fourth, then again: A needs half, then all, then half of its bed days.
    const given: CommissioningCase = {
      ...base,
      yearCount: 7,
      healthAgeShift: seven,
      inflation: { hospital: seven, care: seven },
      deflator: seven,
      population: block(
        ["year", "area", "age", "sex"],
        Array.from({ length: 14 }, () => 1000),
      ),
      specialties: base.specialties.map((one) => ({ ...one, releaseLagMonths: 12, closureStep: 2 })),
      programmes: base.programmes.slice(0, 1),
      shifts: [
        {
          id: "on",
          from: null,
          to: "helps",
          amount: 1_000_000,
          priceBase: "cash",
          startMonth: 12,
          phase: [1, 1, 1, 0, 1],
          split: [1, 0],
        },
      ],
      lines: base.lines.map((line) => ({ ...line, uplift: seven })),
    };
    const found = createCommissioningRunner().run(given, ["bedsClosed", "bedsNeeded"]);
    const series = (id: string): number[] =>
      (found.members["year"] ?? []).map((year) =>
        figure(found, id, { world: "scenario", year, hospital: "second", specialty }),
      );
    // Second hospital: 5 beds, 2.5 while the service runs. A step of two fits into the 2.5 that stand empty two years running.
    expect(series("bedsNeeded")).toEqual([5, 2.5, 2.5, 2.5, 5, 2.5, 2.5]);
    expect(series("bedsClosed")).toEqual([0, 0, 2, 2, 0, 0, 2]);
  });
});
