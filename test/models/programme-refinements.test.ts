/**
 * Cohorts, avoided cases and attendances (section 12), worked by hand on the small case of docs/method/worked-example.md.
 * Geriatrics, east, 75+, in 2027/28 when doing nothing: 400 x 1.125 = 450 admissions; 8760 x 1.125 = 9855 bed days, a quarter
 * of them (2263 of 292 + 8760) delay: 2463.75, and 7391.25 not. Eligible are half: 225. 9 places of 20 ln 2 people reach
 * 0.8 x (1 - exp(-9 x 20 ln 2 / (0.8 x 225))) = 0.8 x (1 - 1/2) = 0.4 of them.
 */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError, type CommissioningResults } from "../../models/index.ts";
import type { Programme } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const CELLS = [
  "admissions",
  "notDelayedBedDays",
  "delayedBedDayCells",
  "attendanceFactor",
  "cohort",
  "reach",
  "served",
];
const runner = createCommissioningRunner();

function withProgramme(change: Partial<Programme>): CommissioningResults {
  const programmes = workedCase.programmes.map((programme) => ({ ...programme, ...change }));
  return runner.run({ ...workedCase, programmes }, CELLS);
}
const inCell = (results: CommissioningResults, id: string): number =>
  figure(results, id, {
    world: "scenario",
    year: "2027/28",
    area: "east",
    age: "75+",
    sex: "all",
    specialty: "geriatrics",
  });
const ofProgramme = (results: CommissioningResults, id: string): number =>
  figure(results, id, { year: "2027/28", programme: "home-first", area: "east" });

function refusal(change: Partial<Programme>): string {
  try {
    withProgramme(change);
  } catch (error) {
    if (error instanceof ModelInputError) return `${error.code} ${error.path}`;
    throw error;
  }
  return "accepted";
}

describe("avoided cases are not average cases", () => {
  it("half the stay and a fifth of the delay: fewer bed days go with the same admissions", () => {
    const results = withProgramme({ stayRatio: 0.5, delayRatio: 0.2 });
    // 450 x (1 - 0.5 x 0.4 x 0.5) = 450 x 0.9.
    expect(inCell(results, "admissions")).toBeCloseTo(405, 9);
    // 7391.25 x (1 - 0.5 x 0.4 x 0.5 x 0.5) x (1 - 0.5 x 0.4 x 0.2) = 7391.25 x 0.95 x 0.96.
    expect(inCell(results, "notDelayedBedDays")).toBeCloseTo(6740.82, 8);
    // 2463.75 x (1 - 0.5 x 0.4 x 0.5 x 0.2) x (1 - 1 x 0.4 x 0.25) = 2463.75 x 0.98 x 0.9.
    expect(inCell(results, "delayedBedDayCells")).toBeCloseTo(2173.0275, 8);
    // The mean stay rises from 9855 / 450 = 21.9 to 8913.8475 / 405 = 22.0095.
    const days = inCell(results, "notDelayedBedDays") + inCell(results, "delayedBedDayCells");
    expect(days / inCell(results, "admissions")).toBeCloseTo(22.0094999, 6);
  });

  it("ratios that are not given are 1, to the last bit", () => {
    const [absent, given] = [withProgramme({}), withProgramme({ stayRatio: 1, delayRatio: 1, deadweight: 0 })];
    for (const id of CELLS) expect(given.values.get(id)?.values).toEqual(absent.values.get(id)?.values);
  });

  it("takes deadweight off the effect on admissions alone", () => {
    const results = withProgramme({ deadweight: 0.4 });
    // 450 x (1 - 0.5 x 0.4 x 0.5 x 0.6) = 450 x 0.94.
    expect(inCell(results, "admissions")).toBeCloseTo(423, 9);
    // 7391.25 x 0.94 x 0.96.
    expect(inCell(results, "notDelayedBedDays")).toBeCloseTo(6669.864, 8);
    expect(ofProgramme(results, "served")).toBeCloseTo(90, 9);
  });

  it("admissions afterwards come back as average cases", () => {
    // Of avoided cases 25 % would have been admitted again; served they are 1.14 times as likely: 0.25 x 0.14 = 0.035 more.
    const results = withProgramme({ readmittedShare: 0.25, readmissionRatio: 1.14, stayRatio: 0.5 });
    // 450 x (1 - 0.5 x 0.4 x 0.5 x 0.965) = 450 x 0.9035.
    expect(inCell(results, "admissions")).toBeCloseTo(406.575, 9);
    // 7391.25 x (1 - 0.5 x 0.4 x 0.5 x (0.5 - 0.035)) x 0.96 = 7391.25 x 0.9535 x 0.96.
    expect(inCell(results, "notDelayedBedDays")).toBeCloseTo(6765.6546, 8);
  });

  it("refuses avoided cases that would take more with them than there is", () => {
    // 0.5 x 0.8 x 1 x 3 = 1.2 of the bed days at the largest reach.
    expect(refusal({ effectOnAdmissions: 1, stayRatio: 3 })).toBe(
      "programme.factor-below-0 programmes[home-first].stayRatio",
    );
    expect(refusal({ effectOnAdmissions: 1, stayRatio: 2.5 })).toBe("accepted");
    expect(refusal({ delayRatio: -0.1 })).toMatch(/delayRatio/);
    expect(refusal({ deadweight: 1.1 })).toMatch(/deadweight/);
  });
});

describe("cohorts", () => {
  it("a prevention reaches people: population times prevalence", () => {
    const results = withProgramme({ mechanism: "prevention", prevalence: 0.1 });
    // East 75+ in 2027/28: 1125 people, a tenth of them 112.5. Reach 0.8 x (1 - exp(-180 ln 2 / (0.8 x 112.5))) = 0.8 x (1 - 1/4).
    expect(ofProgramme(results, "cohort")).toBeCloseTo(112.5, 9);
    expect(ofProgramme(results, "reach")).toBeCloseTo(0.6, 12);
    expect(ofProgramme(results, "served")).toBeCloseTo(67.5, 9);
    // The cohort's share of admissions is still half: 450 x (1 - 0.5 x 0.6 x 0.5).
    expect(inCell(results, "admissions")).toBeCloseTo(382.5, 9);
  });

  it("a limit on the people served is a limit on reach", () => {
    const results = withProgramme({ mostServed: [45, 0] });
    // 45 of 225 are 0.2. Reach 0.2 x (1 - exp(-180 ln 2 / 45)) = 0.2 x (1 - 1/16).
    expect(ofProgramme(results, "reach")).toBeCloseTo(0.1875, 12);
    expect(ofProgramme(results, "served")).toBeCloseTo(42.1875, 9);
  });

  it("wants a prevalence of a prevention, and none of a substitution", () => {
    expect(refusal({ mechanism: "prevention" })).toBe("programme.no-prevalence programmes[home-first].prevalence");
    expect(refusal({ prevalence: 0.1 })).toBe("programme.prevalence-of-substitution programmes[home-first].prevalence");
    expect(refusal({ mostServed: [10] })).toMatch(/mostServed/);
  });
});

describe("A&E attendances", () => {
  const left = (results: CommissioningResults, age: string): number =>
    figure(results, "attendanceFactor", { world: "scenario", year: "2027/28", area: "east", age, sex: "all" });

  it("falls with reach among the targeted, and nowhere else", () => {
    // 1 - 0.5 x 0.4 x 0.25.
    const results = withProgramme({ effectOnAttendances: 0.25 });
    expect(left(results, "75+")).toBeCloseTo(0.95, 12);
    expect(left(results, "18-74")).toBe(1);
    // 1 - 0.1 x 0.4 x 0.25, where a share of its own is known.
    const own = withProgramme({ effectOnAttendances: 0.25, eligibleShareOfAttendances: 0.1 });
    expect(left(own, "75+")).toBeCloseTo(0.99, 12);
  });

  it("has no effect where none is given, and refuses one above 1", () => {
    expect(left(withProgramme({}), "75+")).toBe(1);
    expect(refusal({ effectOnAttendances: 1.2 })).toBe(
      "programme.effect-above-1 programmes[home-first].effectOnAttendances",
    );
  });
});
