/** What is told of rank correlations: as asked, as used, and as the draws achieve them. */
import { describe, expect, it } from "vitest";
import { distributionOf, reportCorrelations } from "../../../models/index.ts";
import type { DrawsPlan } from "../../../models/index.ts";
import { achievedRankCorrelation } from "../../../models/uncertainty/correlation/rank-correlation.ts";
import { createDraws } from "../../../models/uncertainty/draws.ts";

const NAMES = ["d", "c", "b", "a"];

function plan(change: Partial<DrawsPlan> = {}): DrawsPlan {
  return {
    seed: 5,
    draws: 800,
    points: "random",
    assumptions: NAMES.map((name) => distributionOf(name, { kind: "uniform", low: 0, high: 1 })),
    correlations: [{ first: "c", second: "a", rank: 0.5 }],
    ...change,
  };
}

/** All draws of all assumptions, by name. */
function columnsOf(given: DrawsPlan): ReadonlyMap<string, Float64Array> {
  const columns = [...given.assumptions, ...(given.chance ?? [])].map(() => new Float64Array(given.draws));
  createDraws(given).fill(columns, 0, 0, given.draws);
  return new Map(given.assumptions.map(({ parameter }, i) => [parameter, columns[i] as Float64Array]));
}

describe("a pair that was asked for", () => {
  it.each(["random", "latin-hypercube", "sobol"] as const)("has that of its own draws, with %s points", (points) => {
    const given = plan({ points });
    const columns = columnsOf(given);
    const achieved = achievedRankCorrelation(columns.get("c") as Float64Array, columns.get("a") as Float64Array);
    expect(reportCorrelations(given, 800)).toEqual([{ first: "c", second: "a", requested: 0.5, used: 0.5, achieved }]);
    // 0.5 within four standard errors, 1 / √800 each at most.
    expect(Math.abs(achieved - 0.5)).toBeLessThan(4 / Math.sqrt(800));
  });

  it("has that of the first draws where the answer is from those", () => {
    const given = plan();
    const columns = columnsOf(given);
    const [c, a] = ["c", "a"].map((name) => (columns.get(name) as Float64Array).subarray(0, 100)) as [
      Float64Array,
      Float64Array,
    ];
    expect(reportCorrelations(given, 100)[0]?.achieved).toBe(achievedRankCorrelation(c, a));
  });

  it("has none from a single draw", () => {
    expect(reportCorrelations(plan(), 1)[0]?.achieved).toBeNull();
  });

  it("is the same beside columns of chance", () => {
    const chance = [{ name: "admissions", form: "uniform" }] as const;
    expect(reportCorrelations(plan({ chance }), 200)).toEqual(reportCorrelations(plan(), 200));
  });
});

describe("pairs", () => {
  it("that nobody asked for are told only where repair has moved them", () => {
    // a is almost b and almost c, so b and c cannot be unrelated.
    const correlations = [
      { first: "a", second: "b", rank: 0.95 },
      { first: "c", second: "a", rank: 0.95 },
    ];
    const told = reportCorrelations(plan({ correlations }), 800);
    expect(told.map(({ first, second, requested }) => [first, second, requested])).toEqual([
      ["a", "b", 0.95],
      ["c", "a", 0.95],
      ["b", "c", 0],
    ]);
    expect(told[0]?.used).toBeLessThan(0.95);
    expect(told[2]?.used).toBeGreaterThan(0.1);
    // Half as strong, they can be as asked: nothing is moved, and nothing told of b and c.
    const weaker = correlations.map((pair) => ({ ...pair, rank: 0.5 }));
    expect(reportCorrelations(plan({ correlations: weaker }), 800).map(({ used }) => used)).toEqual([0.5, 0.5]);
  });

  it("are none where none are asked for", () => {
    expect(reportCorrelations(plan({ correlations: [] }), 800)).toEqual([]);
  });
});
