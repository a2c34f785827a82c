/** Chance variation: Poisson admissions and the bed days of a random number of stays. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { createChance } from "../../../models/uncertainty/chance/chance.ts";
import { poissonDraw } from "../../../models/uncertainty/chance/poisson.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";
import { moments } from "./close.ts";

const n = 20_000;
const draws = (one: (draw: number) => number) => Float64Array.from({ length: n }, (_, draw) => one(draw));

describe("Poisson draws", () => {
  it.each([0.3, 3, 9.99, 10, 25, 400, 1e6])("of mean %d have that mean and variance", (mean) => {
    const stream = createStream(7, `mean ${mean}`);
    const values = draws((draw) => poissonDraw(stream, draw, mean));
    expect(values.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    const found = moments(values);
    // Closed form: mean m, variance m; fourth central moment m + 3m².
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
    expect(Math.abs(found.variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / n));
  });

  it.each([2.5, 14])("of mean %d have its probabilities", (mean) => {
    const stream = createStream(8, "probabilities");
    const counts = new Float64Array(60);
    for (let draw = 0; draw < n; draw++) {
      const count = Math.min(59, poissonDraw(stream, draw, mean));
      counts[count] = (counts[count] as number) + 1;
    }
    // Chi-square over the counts that are expected at least ten times.
    let probability = Math.exp(-mean);
    let chiSquare = 0;
    let cells = 0;
    for (let count = 0; count < 60; count++) {
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

  it("of small mean never fall as the mean rises", () => {
    const stream = createStream(9, "rising");
    const mean = fc.double({ min: 0, max: 9.999, noNaN: true });
    fc.assert(
      fc.property(mean, mean, fc.integer({ min: 0, max: 1e6 }), (a, b, draw) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(poissonDraw(stream, draw, low)).toBeLessThanOrEqual(poissonDraw(stream, draw, high));
      }),
    );
  });

  it("are none for a mean of 0, and the same whenever asked for", () => {
    const stream = createStream(9, "again");
    expect(poissonDraw(stream, 5, 0)).toBe(0);
    const later = poissonDraw(stream, 12, 300);
    poissonDraw(stream, 3, 20);
    expect(poissonDraw(createStream(9, "again"), 12, 300)).toBe(later);
  });

  it("are refused for a mean that cannot be", () => {
    const stream = createStream(9, "moray");
    for (const mean of [-1, NaN, Infinity, 1e16]) {
      expect(() => poissonDraw(stream, 0, mean)).toThrow(ModelInputError);
      expect(() => poissonDraw(stream, 0, mean)).toThrow(/moray/);
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
