/** Latin hypercube and scrambled Sobol points. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { LatinHypercube } from "../../../models/uncertainty/points/latin-hypercube.ts";
import type { Points } from "../../../models/uncertainty/points/points.ts";
import { JOE_KUO } from "../../../models/uncertainty/points/sobol-directions.ts";
import {
  scrambled,
  ScrambledSobol,
  SOBOL_DIMENSIONS,
  sobolDirections,
  sobolWord,
} from "../../../models/uncertainty/points/sobol.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 40 });

function all(points: Points, count: number): Float64Array {
  const values = new Float64Array(count);
  points.fill(values, 0, 0, count);
  return values;
}

/** Whether each of `count` equal slices of 0 to 1 holds exactly one of the values. */
function hitsEachSliceOnce(values: Iterable<number>, count: number): boolean {
  const hit = new Set<number>();
  for (const value of values) hit.add(Math.floor(value * count));
  return hit.size === count && Math.min(...hit) === 0 && Math.max(...hit) === count - 1;
}

describe("Latin hypercube points", () => {
  it("hit each slice once, for any number of draws", () => {
    fc.assert(
      fc.property(seeds, fc.string(), fc.integer({ min: 1, max: 700 }), (seed, name, draws) => {
        const points = new LatinHypercube(createStream(seed, name), draws);
        const slices = Array.from({ length: draws }, (_, d) => points.slice(d));
        expect(slices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: draws }, (_, d) => d));
        const values = all(points, draws);
        values.forEach((u, d) => expect(Math.floor(u * draws)).toBe(slices[d]));
        expect(values.every((u) => u > 0 && u < 1)).toBe(true);
      }),
    );
  });

  it("order three draws in each of the six ways equally often", () => {
    const counts = new Map<string, number>();
    const tries = 6000;
    for (let seed = 0; seed < tries; seed++) {
      const points = new LatinHypercube(createStream(seed, "stay"), 3);
      const order = [0, 1, 2].map((d) => points.slice(d)).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Chi-square, 5 degrees of freedom: beyond 30 has a chance of 1 in 70,000.
    const expected = tries / 6;
    expect([...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(30);
  });

  it("of two names do not follow each other", () => {
    const draws = 10_000;
    const [a, b] = ["stay", "growth"].map((name) => all(new LatinHypercube(createStream(3, name), draws), draws));
    const product = (a as Float64Array).reduce(
      (sum, u, d) => sum + (u - 0.5) * (((b as Float64Array)[d] as number) - 0.5),
      0,
    );
    expect(Math.abs(product / draws)).toBeLessThan(4 / 12 / Math.sqrt(draws));
  });

  it("are the same for any block", () => {
    const points = new LatinHypercube(createStream(3, "stay"), 1000);
    const block = new Float64Array(50);
    points.fill(block, 10, 500, 40);
    expect([...block.subarray(10)]).toEqual([...all(points, 1000).subarray(500, 540)]);
  });

  it("are refused for a number of draws that cannot be sliced", () => {
    for (const draws of [0, 2.5, 2 ** 20 + 1]) {
      expect(() => new LatinHypercube(createStream(1, "a"), draws)).toThrow(ModelInputError);
    }
  });
});

describe("Sobol points", () => {
  it("begin as published", () => {
    // The first eight points of the first three dimensions, as Joe and Kuo's own program lists them.
    const listed = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ];
    const directions = [0, 1, 2].map(sobolDirections);
    expect(listed.map((_, i) => directions.map((words) => sobolWord(words, i) / 2 ** 32))).toEqual(listed);
  });

  it("agree with SciPy's far out in the table", () => {
    // scipy.stats.qmc.Sobol(256, scramble=False) of SciPy 1.17: point 1000, dimensions 1, 2, 10, 64, 128 and 256.
    const found = [0, 1, 9, 63, 127, 255].map((dimension) => sobolWord(sobolDirections(dimension), 1000) / 2 ** 32);
    expect(found).toEqual([0.2197265625, 0.0966796875, 0.0693359375, 0.4462890625, 0.5439453125, 0.2490234375]);
  });

  it("come from primitive polynomials, all different, and odd numbers below their powers of two", () => {
    expect(SOBOL_DIMENSIONS).toBe(256);
    const polynomials = JOE_KUO.map(({ degree, polynomial }) => 2 ** degree + 2 * polynomial + 1);
    expect(new Set(polynomials).size).toBe(255);
    JOE_KUO.forEach(({ degree, initial }, row) => {
      // Primitive: the powers of x modulo the polynomial do not come back to 1 before all 2^degree - 1 are through.
      const order = 2 ** degree - 1;
      let power = 1;
      let steps = 0;
      do {
        power *= 2;
        if (power >= 2 ** degree) power ^= polynomials[row] as number;
        steps++;
      } while (power !== 1 && steps <= order);
      expect(steps).toBe(order);
      expect(initial).toHaveLength(degree);
      expect(initial.every((m, i) => m % 2 === 1 && m < 2 ** (i + 1))).toBe(true);
    });
  });

  it("scrambled, still hit each of 2^k slices once, from any multiple of 2^k", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: SOBOL_DIMENSIONS - 1 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 100 }),
        (seed, dimension, k, block) => {
          const points = new ScrambledSobol(createStream(seed, "stay"), dimension);
          const values = new Float64Array(2 ** k);
          points.fill(values, 0, block * 2 ** k, 2 ** k);
          expect(hitsEachSliceOnce(values, 2 ** k)).toBe(true);
        },
      ),
    );
  });

  it("scrambled, dimensions 1 and 2 still hit each box of area 1/64 once in 64 points", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const x = all(new ScrambledSobol(createStream(seed, "stay"), 0), 64);
        const y = all(new ScrambledSobol(createStream(seed, "growth"), 1), 64);
        for (let k = 0; k <= 6; k++) {
          const boxes = new Set(
            Array.from(x, (u, d) => Math.floor(u * 2 ** k) * 64 + Math.floor((y[d] as number) * 2 ** (6 - k))),
          );
          expect(boxes.size).toBe(64);
        }
      }),
    );
  });

  it("scrambling keeps what two numbers have in common from the top, and no more", () => {
    const word = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(word, word, word, (a, b, key) => {
        expect(Math.clz32(scrambled(a, key) ^ scrambled(b, key))).toBe(Math.clz32(a ^ b));
      }),
    );
  });

  it("scrambled, are each uniform over seeds", () => {
    const n = 4000;
    for (const draw of [0, 1, 77]) {
      let sum = 0;
      let squares = 0;
      for (let seed = 0; seed < n; seed++) {
        const u = new ScrambledSobol(createStream(seed, "stay"), 5).uniform(draw);
        sum += u;
        squares += u * u;
      }
      // Uniform: mean 1/2 with variance 1/12; square 1/3 with variance 1/5 - 1/9 = 4/45.
      expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
      expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / n));
    }
  });

  it("are the same one by one and in any block", () => {
    const points = new ScrambledSobol(createStream(9, "stay"), 17);
    const block = new Float64Array(300);
    for (const from of [0, 1, 255, 256, 100_003]) {
      points.fill(block, 0, from, 300);
      expect([...block]).toEqual(Array.from(block, (_, i) => points.uniform(from + i)));
    }
  });

  it("integrate a smooth function far better than random draws", () => {
    // The mean of a product of six (1 + (u - 1/2)) is 1; with 4096 random draws its standard error is
    // √(((13/12)^6 - 1) / 4096) = 0.0123.
    const names = ["a", "b", "c", "d", "e", "f"];
    const columns = names.map((name, dimension) => all(new ScrambledSobol(createStream(4, name), dimension), 4096));
    const sum = (columns[0] as Float64Array).reduce(
      (total, _, d) => total + columns.reduce((product, column) => product * (0.5 + (column[d] as number)), 1),
      0,
    );
    expect(Math.abs(sum / 4096 - 1)).toBeLessThan(0.0123 / 10);
  });

  it("are refused beyond the table", () => {
    expect(() => new ScrambledSobol(createStream(1, "a"), 256)).toThrow(/257 uncertain assumptions/);
  });
});
