/** Staffed beds and everyone else in the ward (section 12), worked by hand on one ward of 50 beds needed. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError } from "../../models/index.ts";
import type { CommissioningCase } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { atWard, oneWard } from "./cases/one-ward.ts";

const WARD = { hospital: "royal", specialty: "geriatrics" };
const YEAR = "2025/26";

/** Figures of the ward: in the base year, or what the scenario comes to in the second year. */
function of(given: CommissioningCase) {
  const results = createCommissioningRunner().run(given);
  return {
    base: (id: string) => figure(results, id, WARD),
    change: (id: string) => figure(results, id, { ...WARD, year: YEAR }),
    scenario: (id: string) => figure(results, id, { ...WARD, year: YEAR, world: "scenario" }),
    nothing: (id: string) => figure(results, id, { ...WARD, year: YEAR, world: "doing-nothing" }),
  };
}
const staffed = (effect: number, beds: number) => of(oneWard(effect, {}, { staffedBeds: atWard(beds) }));

describe("beds that were not counted", () => {
  it("are those needed in the base year, and say so", () => {
    // 50 - 37.5 = 12.5: 12 beds close, each paid for 365 * 0.8 = 292 bed days: £100 * 0.5 * 12 * 292.
    const ward = of(oneWard(0.25));
    expect(ward.base("bedsCounted")).toBe(0);
    expect(ward.base("bedsOpenBase")).toBeCloseTo(50, 9);
    expect(ward.base("bedsRelief")).toBe(0);
    expect(ward.scenario("bedsClosed")).toBeCloseTo(12, 9);
    expect(ward.change("releasedBeds")).toBeCloseTo(175_200, 6);
  });

  it("are the same where every count is 0", () => {
    expect(staffed(0.25, 0).scenario("hospitalCost")).toBe(of(oneWard(0.25)).scenario("hospitalCost"));
    expect(staffed(0.25, 0).base("bedsCounted")).toBe(0);
  });
});

describe("a ward fuller than its target: 40 staffed beds", () => {
  it("ends over-occupancy first: ten beds short, and none of that is money", () => {
    // 40 - 37.5 = 2.5: 2 beds close, each paid for 14,600 / 40 = 365 bed days: £100 * 0.5 * 2 * 365.
    const ward = staffed(0.25, 40);
    expect(ward.base("bedsCounted")).toBe(1);
    expect(ward.base("bedsRelief")).toBeCloseTo(10, 9);
    expect(ward.base("bedsOpenBase")).toBe(40);
    expect(ward.scenario("bedsClosed")).toBeCloseTo(2, 9);
    expect(ward.scenario("bedsOpen")).toBeCloseTo(38, 9);
    expect(ward.change("releasedBeds")).toBeCloseTo(36_500, 6);
    // Variable: £100 * 0.2 * 3,650. The whole cost was £1,460,000.
    expect(ward.nothing("hospitalCost")).toBeCloseTo(1_460_000, 6);
    expect(ward.scenario("hospitalCost")).toBeCloseTo(1_460_000 - 73_000 - 36_500, 6);
  });

  it("opens escalation beds only beyond what was needed in the base year", () => {
    // 14,600 * 1.5 = 21,900 bed days are 75 beds, 25 more than 50: £100 * (0.2 * 7,300 + 0.5 * 1.4 * 25 * 365).
    const ward = staffed(-0.5, 40);
    expect(ward.scenario("bedsExtra")).toBeCloseTo(25, 9);
    expect(ward.change("avoided")).toBeCloseTo(-784_750, 6);
  });
});

describe("a ward with spare beds: 60 staffed", () => {
  it("closes what the plan saves, not what stood empty before, at the cost of a bed there", () => {
    // 12 beds close, each paid for 14,600 / 60 bed days: £100 * 0.5 * 12 * 243.333... = £146,000.
    const ward = staffed(0.25, 60);
    expect(ward.scenario("bedsClosed")).toBeCloseTo(12, 9);
    expect(ward.scenario("bedsOpen")).toBeCloseTo(48, 9);
    expect(ward.change("releasedBeds")).toBeCloseTo(146_000, 6);
    expect(ward.base("bedsRelief")).toBe(0);
  });

  it("fills its spare beds before it opens more", () => {
    // 75 - 60 = 15: £100 * (0.2 * 7,300 + 0.5 * 1.4 * 15 * 243.333...) = £146,000 + £255,500.
    const ward = staffed(-0.5, 60);
    expect(ward.scenario("bedsExtra")).toBeCloseTo(15, 9);
    expect(ward.change("avoided")).toBeCloseTo(-401_500, 6);
  });
});

describe("everyone else in the ward: 2,920 bed days, 10 beds", () => {
  const shared = (effect: number) => of(oneWard(effect, {}, { staffedBeds: atWard(55), otherBedDays: atWard(2920) }));

  it("counts in the beds and the steps", () => {
    // Needed 60, staffed 55: 5 short. With the plan 47.5: 55 - 47.5 = 7.5, so 7 close.
    const ward = shared(0.25);
    expect(ward.base("bedsRelief")).toBeCloseTo(5, 9);
    expect(ward.scenario("bedsNeeded")).toBeCloseTo(47.5, 9);
    expect(ward.scenario("bedsClosed")).toBeCloseTo(7, 9);
  });

  it("leaves our cost ours: the fall is all ours, and so is what it saves", () => {
    // A bed is paid for 17,520 / 55 bed days: £100 * 0.5 * 7 * 318.5454... = £111,490.91; variable £73,000.
    const ward = shared(0.25);
    expect(ward.nothing("hospitalCost")).toBeCloseTo(1_460_000, 6);
    expect(ward.change("releasedBeds")).toBeCloseTo((350 * 17_520) / 55, 6);
    expect(ward.scenario("hospitalCost")).toBeCloseTo(1_460_000 - 73_000 - (350 * 17_520) / 55, 6);
    expect(ward.change("notionalReduction")).toBeCloseTo(365_000, 6);
  });
});

describe("what is refused", () => {
  it.each(["staffedBeds", "otherBedDays"] as const)("%s below 0", (field) => {
    const run = () => of(oneWard(0.25, {}, { [field]: atWard(-1) }));
    expect(run).toThrow(ModelInputError);
    expect(run).toThrow(/is -1; it must be a number, at least 0/);
  });
});
