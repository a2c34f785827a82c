/** Beds stay shut only if someone holds them (section 12), worked by hand on one ward: 12 of 50 beds can close. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import type { CommissioningCase, Specialty } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { oneWard } from "./cases/one-ward.ts";

const runner = createCommissioningRunner();
const YEAR = "2025/26";
const WARD = { year: YEAR, hospital: "royal", specialty: "geriatrics" };

function of(given: CommissioningCase) {
  const results = runner.run(given, [...RESULT_IDS, "bedDaysPaidFor"]);
  return {
    change: (id: string) => figure(results, id, WARD),
    in: (id: string, world: string) => figure(results, id, { ...WARD, world }),
    total: (id: string) => figure(results, id, { year: YEAR }),
  };
}

describe("half of the closed beds held shut, a quarter of the variable cost taken out", () => {
  const ward = of(oneWard(0.25, { heldClosed: 0.5, realised: 0.25 }));

  it("releases those parts", () => {
    // At 100 %: variable £100 * 0.2 * 3,650 = £73,000, beds £100 * 0.5 * 12 * 292 = £175,200, together £248,200.
    expect(ward.change("releasedVariable")).toBeCloseTo(18_250, 6);
    expect(ward.change("releasedBeds")).toBeCloseTo(87_600, 6);
    expect(ward.change("released")).toBeCloseTo(105_850, 6);
    expect(ward.in("bedsHeldClosed", "scenario")).toBeCloseTo(6, 9);
  });

  it("shows the result at 100 % beside it, and the rest as refilled", () => {
    expect(ward.change("releasedIfHeld")).toBeCloseTo(248_200, 6);
    expect(ward.change("refilled")).toBeCloseTo(142_350, 6);
    expect(ward.total("releasedIfHeldTotal")).toBeCloseTo(248_200, 6);
    expect(ward.total("refilledTotal")).toBeCloseTo(142_350, 6);
    // No prices: real is nominal.
    expect(ward.total("releasedIfHeldTotalReal")).toBeCloseTo(248_200, 6);
    expect(ward.total("refilledTotalReal")).toBeCloseTo(142_350, 6);
  });

  it("strands the rest: £109,500 fixed, £142,350 refilled, £7,300 of the half bed that does not close", () => {
    expect(ward.change("stranded")).toBeCloseTo(365_000 - 105_850, 6);
    expect(ward.change("strandedFixed")).toBeCloseTo(109_500, 6);
  });

  it("costs what is not taken out", () => {
    expect(ward.in("bedDaysPaidFor", "scenario")).toBeCloseTo(10_950 + 0.75 * 3650, 9);
    expect(ward.in("hospitalCost", "scenario")).toBeCloseTo(1_460_000 - 105_850, 6);
  });
});

describe("nobody has agreed to hold anything", () => {
  it("releases nothing and strands all that is saved", () => {
    const ward = of(oneWard(0.25, { heldClosed: 0, realised: 0 }));
    expect(ward.change("released")).toBe(0);
    expect(ward.change("stranded")).toBeCloseTo(365_000, 6);
    expect(ward.in("hospitalCost", "scenario")).toBeCloseTo(1_460_000, 6);
  });

  it("changes nothing of what more bed days cost", () => {
    const free = { heldClosed: 0, realised: 0 };
    expect(of(oneWard(-0.5, free)).change("avoided")).toBe(of(oneWard(-0.5)).change("avoided"));
  });
});

describe("the laws of holding", () => {
  const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  const effect = fc.integer({ min: -50, max: 100 }).map((n) => n / 100);

  it("released and refilled are what could be released; activity and growth avoided do not move", () => {
    fc.assert(
      fc.property(effect, share, share, (change, heldClosed, realised) => {
        const part = of(oneWard(change, { heldClosed, realised }));
        const all = of(oneWard(change));
        expect(part.change("released") + part.change("refilled")).toBeCloseTo(all.change("released"), 6);
        expect(part.change("releasedIfHeld")).toBe(all.change("released"));
        expect(part.change("avoided")).toBe(all.change("avoided"));
        expect(part.in("bedsClosed", "scenario")).toBe(all.in("bedsClosed", "scenario"));
        expect(part.change("stranded") - part.change("refilled")).toBeCloseTo(all.change("stranded"), 6);
      }),
      { numRuns: 50 },
    );
  });

  it("cost of doing nothing less cost of the scenario is still avoided + released", () => {
    fc.assert(
      fc.property(effect, share, share, (change, heldClosed, realised) => {
        const part = of(oneWard(change, { heldClosed, realised }));
        const fall = part.in("hospitalCost", "doing-nothing") - part.in("hospitalCost", "scenario");
        expect(fall).toBeCloseTo(part.change("avoided") + part.change("released"), 5);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses a share above 1", () => {
    const wrong: Partial<Specialty>[] = [{ heldClosed: 1.1 }, { realised: 1.1 }];
    for (const each of wrong) expect(() => of(oneWard(0.25, each))).toThrow(/1.1; it must be/);
  });
});
