/**
 * Chance variation in draws against closed forms, in the smallest model that has admissions and bed days: one year, two
 * areas, both worlds, a factor on everything and a smaller number of admissions in the scenario.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planChance } from "../../models/commissioning/draw-chance.ts";
import { createDraws, plainMachine } from "../../models/index.ts";
import type { Distribution, DrawnResult } from "../../models/index.ts";
import { createDrawPlanner } from "../../models/language/draws/plan-draws.ts";
import type { Model } from "../../models/language/model.ts";
import { logNormal } from "../../models/uncertainty/distributions/normal.ts";
import { moments } from "./uncertainty/close.ts";

const DRAWS = 20_000;
const STAY = 6;
const RATIO = 2.5;
const BY_AREA = ["world", "year", "area"];
const MEMBERS = { world: ["doing-nothing", "scenario"], year: ["2026/27"], area: ["east", "west"] };

const model: Model = {
  dimensions: ["world", "year", "area"].map((id) => ({ id, label: id })),
  inputs: [
    { id: "expected", label: "Expected", unit: "admissions a year", dims: BY_AREA, docs: "Before the factor." },
    { id: "factor", label: "Factor", unit: "factor", dims: [], docs: "On all admissions." },
    { id: "stay", label: "Mean stay", unit: "days", dims: [], docs: "Of an admission." },
  ],
  variables: [
    {
      id: "emergencyAdmissionsByArea",
      label: "Admissions",
      unit: "admissions a year",
      dims: BY_AREA,
      formula: "expected * factor",
      docs: "Expected.",
    },
    {
      id: "emergencyBedDaysByArea",
      label: "Bed days",
      unit: "admission days a year",
      dims: BY_AREA,
      formula: "emergencyAdmissionsByArea * stay",
      docs: "Expected.",
    },
  ],
};

/** All draws of a figure with chance, by cell: world by area. `factor` is 1 where it is not uncertain. */
function drawsOf(
  expected: readonly number[],
  factor: Distribution | null,
  {
    seed = 3,
    draws = DRAWS,
    squaredStayRatio = RATIO,
  }: { seed?: number; draws?: number; squaredStayRatio?: number } = {},
): (id: string) => Float64Array[] {
  const inputs = new Map([
    ["expected", { dims: BY_AREA, values: Float64Array.from(expected) }],
    ["factor", { dims: [], values: Float64Array.of(1) }],
    ["stay", { dims: [], values: Float64Array.of(STAY) }],
  ]);
  const drawn = factor === null ? [] : [{ input: "factor", cell: 0, column: 0, scale: 1, offset: 0 }];
  const { columns, made } = planChance(drawn.length, [MEMBERS], { squaredStayRatio });
  const { program, results } = createDrawPlanner(model).plan(
    { inputs, members: MEMBERS, drawn },
    drawn.length + columns.length,
    ["emergencyAdmissionsByArea"],
    [],
    made,
  );
  const store = plainMachine.openResults(program.series, draws);
  const loaded = plainMachine.load(program, draws, store);
  const assumptions = factor === null ? [] : [factor];
  const plan = { seed, draws, points: "random", assumptions, correlations: [], chance: columns } as const;
  createDraws(plan).fill(loaded.columns, 0, 0, draws);
  loaded.run(draws, 0);
  return (id) =>
    Array.from((results.get(id) as DrawnResult).series, (s) => store.values.subarray(s * draws, (s + 1) * draws));
}

function within4(values: Float64Array, mean: number, variance: number): void {
  const found = moments(values);
  expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length));
  expect(Math.abs(found.variance - variance)).toBeLessThan(4 * found.ofVariance);
}

describe("with assumptions that are known", () => {
  const expected = [400, 7, 300, 5];
  const of = drawsOf(expected, null);

  it("admissions have a variance that is their mean, by area and in all", () => {
    of("emergencyAdmissionsByAreaWithChance").forEach((values, cell) => {
      expect(values.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      within4(values, expected[cell] as number, expected[cell] as number);
    });
    // Areas are independent: 407 doing nothing, 305 in the scenario.
    const totals = of("emergencyAdmissionsTotalWithChance");
    expect(totals).toHaveLength(2);
    totals.forEach((values, world) => within4(values, [407, 305][world] as number, [407, 305][world] as number));
  });

  it("bed days have the variance of a compound Poisson sum: expected admissions times the mean squared stay", () => {
    const squared = RATIO * STAY * STAY;
    const byArea = of("emergencyBedDaysByAreaWithChance");
    expect(byArea).toHaveLength(4);
    byArea.forEach((values, cell) => {
      const count = expected[cell] as number;
      within4(values, count * STAY, count * squared);
    });
    of("emergencyBedDaysTotalWithChance").forEach((values, world) => {
      const count = [407, 305][world] as number;
      within4(values, count * STAY, count * squared);
    });
  });

  it("a total is the sum of its areas in every draw, and areas tell nothing of each other", () => {
    const [east, west] = of("emergencyAdmissionsByAreaWithChance") as [Float64Array, Float64Array];
    const [total] = of("emergencyAdmissionsTotalWithChance") as [Float64Array];
    let covariance = 0;
    east.forEach((count, d) => {
      expect(total[d]).toBe(count + (west[d] as number));
      covariance += ((count - 400) * ((west[d] as number) - 7)) / DRAWS;
    });
    expect(Math.abs(covariance)).toBeLessThan(4 * Math.sqrt((400 * 7) / DRAWS));
  });

  it("bed days are none in the draws without admissions, and the stays alone where all stays are alike", () => {
    const [values] = drawsOf([1, 0, 1, 0], null, { draws: 500 })("emergencyBedDaysByAreaWithChance") as [Float64Array];
    const [counts] = drawsOf([1, 0, 1, 0], null, { draws: 500 })("emergencyAdmissionsByAreaWithChance") as [
      Float64Array,
    ];
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(100);
    counts.forEach((count, d) => expect(values[d] === 0).toBe(count === 0));
    const alike = drawsOf([9, 2, 8, 1], null, { draws: 500, squaredStayRatio: 1 });
    const admissions = alike("emergencyAdmissionsByAreaWithChance");
    alike("emergencyBedDaysByAreaWithChance").forEach((days, cell) =>
      days.forEach((value, d) => expect(value).toBe(STAY * (admissions[cell]?.[d] as number))),
    );
  });
});

describe("with a factor that is not known", () => {
  const factor = logNormal("factor", { mean: 1, sd: 0.1 });

  it("variances add up: what is expected of chance, and what the expected number varies by", () => {
    const expected = [400, 7, 300, 5];
    const of = drawsOf(expected, factor, { seed: 5 });
    // Var N = E[mean] + Var(mean), with mean = 400 F; E F = 1 and Var F = 0.01: 400 + 1600.
    const byArea = of("emergencyAdmissionsByAreaWithChance");
    expect(byArea).toHaveLength(4);
    byArea.forEach((values, cell) => {
      const count = expected[cell] as number;
      within4(values, count, count + 0.01 * count * count);
    });
    // Bed days: E[N] s + stay² Var(mean).
    of("emergencyBedDaysByAreaWithChance").forEach((values, cell) => {
      const count = expected[cell] as number;
      within4(values, count * STAY, count * RATIO * STAY * STAY + 0.01 * (count * STAY) ** 2);
    });
    // In all, the factor is one and the same: 407 + 0.01 x 407².
    const [total] = of("emergencyAdmissionsTotalWithChance") as [Float64Array];
    within4(total, 407, 407 + 0.01 * 407 ** 2);
  });

  it("the scenario that expects fewer has fewer, or as many, in every draw; an area that is left alone has the same", () => {
    const count = fc.double({ min: 0.01, max: 3000, noNaN: true });
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.5, max: 1, noNaN: true }), (east, west, share) => {
        const of = drawsOf([east, west, east * share, west], factor, { draws: 40 });
        const [before, unchanged, after, same] = of("emergencyAdmissionsByAreaWithChance") as Float64Array[];
        after?.forEach((value, d) => expect(value).toBeLessThanOrEqual(before?.[d] as number));
        // One area is left alone: it meets the same chance in both worlds.
        expect(same).toEqual(unchanged);
      }),
      { numRuns: 30 },
    );
  });
});
