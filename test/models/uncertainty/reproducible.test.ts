/** One seed, one table, whatever the number of workers and the size of the chunks; totals are worked out run by run. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createChance } from "../../../models/uncertainty/chance/chance.ts";
import { distributionOf } from "../../../models/uncertainty/distributions/written.ts";
import { createDraws } from "../../../models/uncertainty/draws.ts";
import type { PointsKind } from "../../../models/uncertainty/points/points.ts";
import { PERCENTILES, Summariser, summaryOf } from "../../../models/uncertainty/summaries/summaries.ts";
import { boundedTable } from "./bounded-run.ts";

const hashOf = (table: Float64Array) => createHash("sha256").update(new Uint8Array(table.buffer)).digest("hex");

describe("seed 42, 1,000 runs", () => {
  const runs = 1000;
  const request = { draws: runs, percentiles: PERCENTILES, standardErrors: true };
  const assumptions = [
    distributionOf("growth", { kind: "normal", mean: 0.01, sd: 0.005 }),
    distributionOf("effect", { kind: "elicited", low: 0.2, high: 0.5, sure: 80, quantity: "share" }),
    distributionOf("stay", { kind: "elicited", low: 5, high: 8, sure: 90, quantity: "multiplier" }),
  ];
  const correlations = [{ first: "growth", second: "stay", rank: 0.5 }];
  const series = 4;

  /** Admissions of two localities, bed days of both, and chance admissions of the first: series by draws. */
  function made(points: PointsKind, from: number, count: number) {
    // Everything is opened anew for each chunk, as on a thread that has seen no other.
    const draws = createDraws({ seed: 42, draws: runs, points, assumptions, correlations });
    const chance = createChance(42, "north");
    const columns = assumptions.map(() => new Float64Array(count));
    draws.fill(columns, 0, from, count);
    const [growth, effect, stay] = columns as [Float64Array, Float64Array, Float64Array];
    const values = new Float64Array(series * count);
    for (let i = 0; i < count; i++) {
      const north = 900 * (1 + (growth[i] as number)) ** 5 * (1 - 0.3 * (effect[i] as number));
      const south = 400 * (1 + (growth[i] as number)) ** 5;
      const bedDays = (north + south) * (stay[i] as number);
      [north, south, bedDays, chance.admissions(from + i, north)].forEach((v, s) => (values[s * count + i] = v));
    }
    return { values, stride: count, at: 0, count, firstDraw: from };
  }

  it.each(["random", "latin-hypercube", "sobol"] as const)(
    "%s points: 1, 2, 3, 4 and 8 workers and chunks of 1, 7 and 250 give one table, byte for byte",
    (points) => {
      const { values } = made(points, 0, runs);
      const summariser = new Summariser(request);
      const whole = new Float64Array(series * summariser.width);
      for (let s = 0; s < series; s++) summariser.summarise(values, s * runs, whole, s * summariser.width);
      const wanted = hashOf(whole);
      for (const workers of [1, 2, 3, 4, 8]) {
        for (const chunk of [1, 7, 250]) {
          const threads = Array.from({ length: workers }, (_, worker) => worker);
          const split = { threads, sizes: [chunk], budget: 1e6, sample: 500 };
          const { table } = boundedTable((from, count) => made(points, from, count), request, series, split);
          expect(hashOf(table)).toBe(wanted);
        }
      }
    },
  );

  it("is another table for another seed", () => {
    const first = createDraws({ seed: 42, draws: 1, points: "random", assumptions, correlations: [] });
    const other = createDraws({ seed: 43, draws: 1, points: "random", assumptions, correlations: [] });
    const columns = [first, other].map((draws) => {
      const into = assumptions.map(() => new Float64Array(1));
      draws.fill(into, 0, 0, 1);
      return into.map(([value]) => value);
    });
    expect(columns[0]).not.toEqual(columns[1]);
  });
});

describe("two localities, ten paired runs, one rising and one falling", () => {
  const rising = Float64Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
  const falling = rising.toReversed();
  const total = rising.map((value, run) => value + (falling[run] as number));
  const at = (values: Float64Array, percent: number) => summaryOf(values, true).percentiles.get(percent)?.value;

  it("have P90 of 91 each and of 110 together, not 182 or 91, whether runs are kept or come in chunks", () => {
    // h = 9 x 0.9 = 8.1: 90 + 0.1 x 10 = 91. Every run of the total is 110.
    expect([at(rising, 90), at(falling, 90), at(total, 90), at(total, 10)]).toEqual([91, 91, 110, 110]);
    const values = new Float64Array([...rising, ...falling, ...total]);
    const makeChunk = (from: number, count: number) => ({ values, stride: 10, at: from, count, firstDraw: from });
    const split = { threads: [0, 1], sizes: [3], budget: 1e5, sample: 4 };
    const request = { draws: 10, percentiles: [10, 90], standardErrors: false };
    const { table } = boundedTable(makeChunk, request, 3, split);
    const width = table.length / 3;
    // 10th percentile: h = 0.9: 10 + 0.9 x 10 = 19.
    expect([0, 1, 2].map((s) => [...table.subarray(s * width + 1, s * width + 3)])).toEqual([
      [19, 91],
      [19, 91],
      [110, 110],
    ]);
  });
});
