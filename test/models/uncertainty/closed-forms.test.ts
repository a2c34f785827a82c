/** Summaries of draws against closed forms, within four of the Monte Carlo standard errors that they report. */
import { describe, expect, it } from "vitest";
import { createChance } from "../../../models/uncertainty/chance/chance.ts";
import { distributionOf } from "../../../models/uncertainty/distributions/written.ts";
import type { WrittenDistribution } from "../../../models/uncertainty/distributions/written.ts";
import { createDraws } from "../../../models/uncertainty/draws.ts";
import { chanceOfMeeting } from "../../../models/uncertainty/summaries/targets.ts";
import { summaryOf } from "../../../models/uncertainty/summaries/summaries.ts";
import type { Estimate } from "../../../models/uncertainty/summaries/summaries.ts";
import { moments } from "./close.ts";

const n = 20_000;
/** The 90th percentile of a normal distribution of mean 0 and standard deviation 1. */
const Z90 = 1.2815515655446004;

function drawn(written: readonly WrittenDistribution[]): Float64Array[] {
  const assumptions = written.map((distribution, i) => distributionOf(`assumption ${i}`, distribution));
  const columns = assumptions.map(() => new Float64Array(n));
  createDraws({ seed: 2026, draws: n, points: "random", assumptions, correlations: [] }).fill(columns, 0, 0, n);
  return columns;
}

const combined = (columns: readonly Float64Array[], combine: (draw: number[]) => number) =>
  Float64Array.from({ length: n }, (_, d) => combine(columns.map((column) => column[d] as number)));

function expectNear(found: Estimate | undefined, wanted: number): void {
  expect(found?.standardError).toBeGreaterThan(0);
  expect(Math.abs((found?.value as number) - wanted)).toBeLessThan(4 * (found?.standardError as number));
}

describe("closed forms", () => {
  it("a product of independent log-normals is log-normal", () => {
    // mu 0.1 - 0.2 + 0.3 = 0.2, sigma² 0.04 + 0.09 + 0.01 = 0.14.
    const columns = drawn([
      { kind: "log-normal", mu: 0.1, sigma: 0.2 },
      { kind: "log-normal", mu: -0.2, sigma: 0.3 },
      { kind: "log-normal", mu: 0.3, sigma: 0.1 },
    ]);
    const product = combined(columns, ([a, b, c]) => (a as number) * (b as number) * (c as number));
    const { mean, percentiles } = summaryOf(product, true, [10, 50, 90]);
    expectNear(mean, Math.exp(0.2 + 0.14 / 2));
    expectNear(percentiles.get(50), Math.exp(0.2));
    expectNear(percentiles.get(90), Math.exp(0.2 + Z90 * Math.sqrt(0.14)));
    expectNear(percentiles.get(10), Math.exp(0.2 - Z90 * Math.sqrt(0.14)));
    // The chance of at most exp(0.2 + Z90 √0.14) is 0.9.
    const target = { direction: "at-most", value: Math.exp(0.2 + Z90 * Math.sqrt(0.14)) } as const;
    expectNear(chanceOfMeeting(product, target, true), 0.9);
  });

  it("a sum of independent normals is normal", () => {
    // Mean 10 - 4 + 1 = 7; variance 9 + 16 + 144 = 169, standard deviation 13.
    const columns = drawn([
      { kind: "normal", mean: 10, sd: 3 },
      { kind: "normal", mean: -4, sd: 4 },
      { kind: "normal", mean: 1, sd: 12 },
    ]);
    const total = combined(columns, (draw) => draw.reduce((sum, value) => sum + value, 0));
    const { mean, percentiles } = summaryOf(total, true, [10, 50, 90]);
    expectNear(mean, 7);
    expectNear(percentiles.get(50), 7);
    expectNear(percentiles.get(90), 7 + 13 * Z90);
    expectNear(percentiles.get(10), 7 - 13 * Z90);
    const { variance, ofVariance } = moments(total);
    expect(Math.abs(variance - 169)).toBeLessThan(4 * ofVariance);
  });

  it("bed days by chance about an expected number that is itself not known have both variances", () => {
    // Expected admissions E log-normal: mean 200, standard deviation 20. Stays of mean 6 and mean square 90: bed days have
    // mean 200 x 6 and variance E[N] 90 + 6² var(E) = 18,000 + 14,400.
    const [expected] = drawn([{ kind: "log-normal", mean: 200, sd: 20 }]) as [Float64Array];
    const chance = createChance(2026, "moray");
    const bedDays = expected.map((number, d) => chance.bedDays(d, chance.admissions(d, number), 6, 90));
    expectNear(summaryOf(bedDays, true).mean, 1200);
    const { variance, ofVariance } = moments(bedDays);
    expect(Math.abs(variance - 32_400)).toBeLessThan(4 * ofVariance);
  });

  it("a share of the events that are expected is Poisson of its own, and apart it adds up to the whole", () => {
    // 30 expected, of which 0.4: two independent counts of means 12 and 18, whose sum has mean and variance 30.
    const some = createChance(2026, "avoidable");
    const others = createChance(2026, "the others");
    const sum = Float64Array.from(
      { length: n },
      (_, d) => some.admissions(d, 30 * 0.4) + others.admissions(d, 30 * 0.6),
    );
    const { mean, variance, ofMean, ofVariance } = moments(sum);
    expect(Math.abs(mean - 30)).toBeLessThan(4 * ofMean);
    expect(Math.abs(variance - 30)).toBeLessThan(4 * ofVariance);
  });

  it("four standard errors hold nearly always: of 400 means and medians about one in 15,000 is outside", () => {
    // So more than two of 400 would be a chance of about one in 300,000.
    let outside = 0;
    for (let name = 0; name < 200; name++) {
      const assumptions = [distributionOf(`q${name}`, { kind: "log-normal", mu: 0, sigma: 0.5 })];
      const column = new Float64Array(1000);
      createDraws({ seed: 7, draws: 1000, points: "random", assumptions, correlations: [] }).fill([column], 0, 0, 1000);
      const { mean, percentiles } = summaryOf(column, true);
      const median = percentiles.get(50) as Estimate;
      if (Math.abs(mean.value - Math.exp(0.125)) > 4 * (mean.standardError as number)) outside++;
      if (Math.abs(median.value - 1) > 4 * (median.standardError as number)) outside++;
    }
    expect(outside).toBeLessThanOrEqual(2);
  });
});
