/** Chance variation: Poisson admissions and the bed days of a random number of stays. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { createChance } from "../../../models/uncertainty/chance/chance.ts";
import { poissonDraw, poissonQuantile } from "../../../models/uncertainty/chance/poisson.ts";
import {
  poissonAbove,
  poissonProbability,
  poissonUpTo,
} from "../../../models/uncertainty/chance/poisson-probability.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";
import { moments, relativeError } from "./close.ts";

const n = 20_000;
const draws = (one: (draw: number) => number) => Float64Array.from({ length: n }, (_, draw) => one(draw));

describe("Poisson probabilities", () => {
  it.each([
    // 40-digit arithmetic (mpmath 1.3): of so many or fewer, of more, of exactly so many.
    [3, 0.7, 0.9942465424077004, 0.00575345759229958, 0.02838812653340891],
    [9, 10, 0.4579297144718522, 0.5420702855281478, 0.1251100357211333],
    [40, 25, 0.9979644007190178, 0.002035599280982178, 0.0014079694484448917],
    [12, 25, 0.0031441216080975876, 0.9968558783919024, 0.0017281486340165585],
    [100, 100, 0.5265621985299984, 0.47343780147000153, 0.039860996809147134],
    [70, 100, 0.0009714440282773882, 0.9990285559717226, 0.00031056089812001654],
    [1000, 1000, 0.508409367168506, 0.491590632831494, 0.0126146113487215],
    [900, 1000, 0.0006977673277963068, 0.9993022326722036, 7.516954352125952e-5],
    [1120, 1000, 0.9999090061633387, 9.099383666135761e-5, 1.167941737655367e-5],
  ])("of %d events where %d are expected are known", (count, mean, upTo, above, exactly) => {
    expect(relativeError(poissonUpTo(count, mean), upTo)).toBeLessThan(1e-13);
    expect(relativeError(poissonAbove(count, mean), above)).toBeLessThan(1e-13);
    expect(relativeError(poissonProbability(count, mean), exactly)).toBeLessThan(1e-13);
  });

  it("of a count or fewer and of more sum to 1", () => {
    for (const mean of [0.2, 7, 33, 1e4, 1e8]) {
      for (const away of [-3, -1, 0, 2]) {
        const count = Math.max(0, Math.round(mean + away * Math.sqrt(mean)));
        expect(Math.abs(poissonUpTo(count, mean) + poissonAbove(count, mean) - 1)).toBeLessThan(1e-12);
      }
    }
    // A normal density of standard deviation 1e6 at its middle: 1 / (1e6 √(2π)).
    expect(relativeError(poissonProbability(1e12, 1e12), 3.989422804014327e-7)).toBeLessThan(1e-12);
  });
});

describe("Poisson draws", () => {
  it.each([0.3, 3, 9.99, 10, 25, 400, 1e6, 1e10])("of mean %d have that mean and variance", (mean) => {
    const stream = createStream(7, `mean ${mean}`);
    const values = draws((draw) => poissonDraw(stream, draw, mean));
    expect(values.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    const found = moments(values);
    // Closed form: mean m, variance m; fourth central moment m + 3m².
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
    expect(Math.abs(found.variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / n));
  });

  it.each([2.5, 14, 60, 300])("of mean %d have its probabilities", (mean) => {
    const stream = createStream(8, "probabilities");
    const counts = new Float64Array(500);
    for (let draw = 0; draw < n; draw++) {
      const count = Math.min(499, poissonDraw(stream, draw, mean));
      counts[count] = (counts[count] as number) + 1;
    }
    // Chi-square over the counts that are expected at least ten times.
    let probability = Math.exp(-mean);
    let chiSquare = 0;
    let cells = 0;
    for (let count = 0; count < 500; count++) {
      if (count > 0) probability *= mean / count;
      if (probability * n < 10) continue;
      chiSquare += ((counts[count] as number) - probability * n) ** 2 / (probability * n);
      cells++;
    }
    // Mean `cells`, variance twice that; five standard deviations.
    expect(chiSquare).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
  });

  it("of small mean are the inverse of the distribution function", () => {
    // Mean ln 2: up to 1/2 none; up to (1 + ln 2)/2 = 0.846574 one; up to that + (ln 2)²/4 = 0.966687 two; then more.
    const stream = createStream(9, "inverse");
    const wanted = (u: number) => [0.5, 0.846574, 0.966687].filter((edge) => u > edge).length;
    for (let draw = 0; draw < 500; draw++) {
      expect(Math.min(3, poissonDraw(stream, draw, Math.LN2))).toBe(wanted(stream.uniform(draw)));
    }
  });

  it.each([
    // 40-digit arithmetic (mpmath 1.3), for means 10, 37.5, 400 and 12,345.678.
    [0.5, [10, 37, 400, 12346]],
    [0.001, [2, 20, 340, 12004]],
    [0.3, [8, 34, 389, 12287]],
    [0.9, [14, 45, 426, 12488]],
    [0.9999, [24, 62, 476, 12761]],
    [2 ** -40, [0, 4, 267, 11571]],
    [1 - 2 ** -40, [39, 88, 549, 13137]],
  ])("at u = %d are known", (u, counts) => {
    expect([10, 37.5, 400, 12345.678].map((mean) => poissonQuantile(u, mean))).toEqual(counts);
  });

  it("are the least count that u does not exceed, however far out", () => {
    const u = fc.oneof(
      fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true }),
      fc.integer({ min: 1, max: 54 }).map((bits) => 2 ** -bits),
      fc.integer({ min: 1, max: 53 }).map((bits) => 1 - 2 ** -bits),
    );
    const mean = fc.double({ min: Math.log(10), max: Math.log(1e6), noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(u, mean, (share, expected) => {
        const count = poissonQuantile(share, expected);
        const reaches = (k: number) =>
          share <= 0.5 ? poissonUpTo(k, expected) >= share : poissonAbove(k, expected) <= 1 - share;
        expect(reaches(count)).toBe(true);
        if (count > 0) expect(reaches(count - 1)).toBe(false);
      }),
    );
  });

  it("never fall as the mean rises, nor as u does", () => {
    const number = (max: number) => fc.double({ min: Math.log(1e-3), max: Math.log(max), noNaN: true }).map(Math.exp);
    const share = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });
    const means = fc.oneof(
      fc.tuple(number(1e9), number(1e9)),
      // Near each other, as two scenarios are.
      fc
        .tuple(number(1e9), fc.double({ min: 1, max: 1.001, noNaN: true }))
        .map(([a, factor]) => [a, a * factor] as const),
      fc.tuple(fc.double({ min: 9.9, max: 10, noNaN: true }), fc.double({ min: 10, max: 10.1, noNaN: true })),
    );
    fc.assert(
      fc.property(means, share, share, ([a, b], u, v) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(poissonQuantile(u, low)).toBeLessThanOrEqual(poissonQuantile(u, high));
        expect(poissonQuantile(Math.min(u, v), a)).toBeLessThanOrEqual(poissonQuantile(Math.max(u, v), a));
      }),
      { numRuns: 1000 },
    );
  });

  it("differ between scenarios on the same draws by little more than their means do", () => {
    // Means 400 and 390: were they drawn apart, their difference would have variance 790.
    const stream = createStream(10, "the same world");
    const saved = draws((draw) => poissonDraw(stream, draw, 400) - poissonDraw(stream, draw, 390));
    const found = moments(saved);
    expect(Math.abs(found.mean - 10)).toBeLessThan(4 * found.ofMean);
    expect(Math.min(...saved)).toBeGreaterThanOrEqual(0);
    expect(found.variance).toBeLessThan(1);
  });

  it("thinned by lot are Poisson, and those kept tell nothing of those lost", () => {
    // Of 12 expected, 3 in 10 are kept: mean and variance 3.6 and 8.4, covariance 0.
    const counts = createStream(13, "all");
    const lots = createStream(13, "lots");
    let next = 0;
    const kept = draws((draw) => {
      let those = 0;
      for (let i = poissonDraw(counts, draw, 12); i > 0; i--) if (lots.uniform(next++) < 0.3) those++;
      return those;
    });
    const lost = kept.map((count, draw) => poissonDraw(counts, draw, 12) - count);
    let covariance = 0;
    for (const [values, mean] of [
      [kept, 3.6],
      [lost, 8.4],
    ] as const) {
      const found = moments(values);
      expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
      expect(Math.abs(found.variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / n));
    }
    kept.forEach((count, draw) => (covariance += ((count - 3.6) * ((lost[draw] as number) - 8.4)) / n));
    expect(Math.abs(covariance)).toBeLessThan(4 * Math.sqrt((3.6 * 8.4) / n));
  });

  it("are none for a mean of 0, and the same whenever asked for", () => {
    const stream = createStream(9, "again");
    expect(poissonDraw(stream, 5, 0)).toBe(0);
    for (const mean of [0, 1e-320, 1e-300]) {
      expect([0.5, 0.9995, 1 - 2 ** -53].map((u) => poissonQuantile(u, mean))).toEqual([0, 0, 0]);
    }
    const later = poissonDraw(stream, 12, 300);
    poissonDraw(stream, 3, 20);
    expect(poissonDraw(createStream(9, "again"), 12, 300)).toBe(later);
  });

  it("are refused for a mean that cannot be", () => {
    const stream = createStream(9, "moray");
    for (const mean of [-1, NaN, Infinity, 2e12]) {
      expect(() => poissonDraw(stream, 0, mean)).toThrow(ModelInputError);
      expect(() => poissonDraw(stream, 0, mean)).toThrow(/moray/);
      expect(poissonQuantile(0.5, mean)).toBeNaN();
    }
  });
});

describe("bed days by chance", () => {
  it.each([
    [40, 6, 150],
    [400, 9, 326],
    [2, 3, 9], // all stays alike: only their number varies
  ])(
    "of %d expected admissions, mean stay %d, mean squared stay %d, are those of a compound Poisson sum",
    (expected, stay, squared) => {
      const chance = createChance(11, "aberdeen-city");
      const values = draws((draw) => chance.bedDays(draw, chance.admissions(draw, expected), stay, squared));
      const found = moments(values);
      // Closed form: mean E[N] m, variance E[N] s.
      expect(Math.abs(found.mean - expected * stay)).toBeLessThan(4 * Math.sqrt((expected * squared) / n));
      expect(Math.abs(found.variance - expected * squared)).toBeLessThan(4 * found.ofVariance);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    },
  );

  it("are none without admissions or stay, and exact where all stays are alike", () => {
    const chance = createChance(11, "aberdeen-city");
    expect([chance.bedDays(0, 0, 6, 150), chance.bedDays(0, 7, 0, 0), chance.bedDays(0, 7, 3, 9)]).toEqual([0, 0, 21]);
  });

  it("do not disturb an assumption of the same name, nor each other", () => {
    const assumption = createStream(11, "aberdeen-city");
    const chance = createChance(11, "aberdeen-city");
    const before = assumption.uniform(4);
    const admissions = chance.admissions(4, 100);
    chance.bedDays(4, admissions, 6, 150);
    expect(assumption.uniform(4)).toBe(before);
    expect(createChance(11, "aberdeen-city").admissions(4, 100)).toBe(admissions);
    expect(createChance(12, "aberdeen-city").bedDays(4, 100, 6, 150)).not.toBe(chance.bedDays(4, 100, 6, 150));
  });

  it("are refused where the squared stay is below the square of the stay", () => {
    const chance = createChance(11, "moray");
    expect(() => chance.bedDays(0, 7, 3, 8)).toThrow(/at least 9 days²/);
    expect(() => chance.bedDays(0, 7, 3, NaN)).toThrow(ModelInputError);
  });
});
