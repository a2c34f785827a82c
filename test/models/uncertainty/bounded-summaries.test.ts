/** Summaries in bounded memory: the same bits as in memory, whatever the draws, the chunks, the threads and the budget. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { doublesBetween, partOf, partScale } from "../../../models/uncertainty/summaries/bounded/number-parts.ts";
import { mergeTallies, noTallies, tally } from "../../../models/uncertainty/summaries/bounded/tallies.ts";
import { partsWithRanks } from "../../../models/uncertainty/summaries/bounded/zones.ts";
import { PERCENTILES, Summariser } from "../../../models/uncertainty/summaries/summaries.ts";
import { boundedTable } from "./bounded-run.ts";
import type { Split } from "./bounded-run.ts";

const bits = (values: Float64Array) => [...new BigUint64Array(values.buffer)];
const uniform = (i: number) => (Math.imul(i + 1, 2_654_435_761) >>> 0) / 2 ** 32;

/** Shapes of draws that bins find easy, hard or impossible. */
const SHAPES: Readonly<Record<string, (i: number) => number>> = {
  even: (i) => uniform(i),
  "long tails": (i) => Math.exp(30 * uniform(i) - 15),
  "both signs": (i) => (uniform(i) - 0.5) ** 5,
  constant: () => -7.25,
  "whole numbers": (i) => Math.floor(9 * uniform(i)),
  "a spike and more": (i) => (uniform(i) < 0.7 ? 100 : 90 + 20 * uniform(i * 7)),
  "two far apart": (i) => (uniform(i) < 0.5 ? -1e12 : 1e12) + uniform(i * 3),
  "one far out": (i) => (i === 1234 ? 1e150 : 1 + 1e-12 * uniform(i)),
  "no sample of the rest": (i) => (i < 500 ? 3 : uniform(i)),
  rising: (i) => i,
  falling: (i) => -i,
  zeros: (i) => (i % 2 === 0 ? 0 : -0),
};

/** Series end to end, `stride` apart. */
function block(columns: readonly Float64Array[], stride: number): Float64Array {
  const values = new Float64Array(columns.length * stride).fill(NaN);
  columns.forEach((column, s) => values.set(column, s * stride));
  return values;
}

function inMemory(columns: readonly Float64Array[], percentiles: readonly number[], standardErrors: boolean) {
  const draws = (columns[0] as Float64Array).length;
  const summariser = new Summariser({ draws, percentiles, standardErrors });
  const table = new Float64Array(columns.length * summariser.width);
  columns.forEach((column, s) => summariser.summarise(column, 0, table, s * summariser.width));
  return table;
}

function bounded(columns: readonly Float64Array[], percentiles: readonly number[], errors: boolean, split: Split) {
  const draws = (columns[0] as Float64Array).length;
  const values = block(columns, draws);
  const makeChunk = (from: number, count: number) => ({ values, stride: draws, at: from, count, firstDraw: from });
  return boundedTable(makeChunk, { draws, percentiles, standardErrors: errors }, columns.length, split);
}

describe("summaries in bounded memory", () => {
  const whole: Split = { threads: [0], sizes: [1e6], budget: 1e7, sample: 500 };

  it.each(Object.keys(SHAPES))("%s: have the bits of those in memory, with ample room and with hardly any", (shape) => {
    const column = Float64Array.from({ length: 20_000 }, (_, i) => (SHAPES[shape] as (i: number) => number)(i));
    const wanted = bits(inMemory([column], PERCENTILES, true));
    const ample = bounded([column], PERCENTILES, true, whole);
    expect(bits(ample.table)).toEqual(wanted);
    expect(ample.passes).toBe(2);
    const scant = bounded([column], PERCENTILES, true, {
      threads: [0, 1, 2],
      sizes: [77, 500],
      budget: 2000,
      sample: 50,
    });
    expect(bits(scant.table)).toEqual(wanted);
    // Sixteen parts a pass, of 2^64 doubles, at worst.
    expect(scant.passes).toBeLessThanOrEqual(18);
  });

  it("take more than two passes only where different values are too many to keep", () => {
    const passes = (shape: string) => {
      const column = Float64Array.from({ length: 20_000 }, (_, i) => (SHAPES[shape] as (i: number) => number)(i));
      return bounded([column], [50], false, { ...whole, budget: 20_000 }).passes;
    };
    // 250 values fit. A bin of the even draws has about 20; the spike is 14,000 draws of one value among some others in a
    // bin; the sample of the last says nothing of the others, 19,500 in the open bin below it.
    expect([passes("even"), passes("a spike and more")]).toEqual([2, 2]);
    expect(passes("no sample of the rest")).toBeGreaterThan(2);
  });

  it("have the bits of those in memory for any draws, percentiles, chunks, threads and budget", () => {
    const value = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, 1e-9, 1e200),
    );
    const column = (draws: number) => fc.array(value, { minLength: draws, maxLength: draws });
    const columns = fc
      .integer({ min: 1, max: 300 })
      .chain((draws) => fc.array(column(draws), { minLength: 1, maxLength: 3 }));
    const split = fc.record({
      threads: fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
      sizes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      budget: fc.constantFrom(0, 1000, 10_000, 1e6),
      sample: fc.integer({ min: 1, max: 60 }),
    });
    const percentiles = fc.uniqueArray(
      fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(columns, percentiles, fc.boolean(), split, (lists, asked, errors, how) => {
        const typed = lists.map((list) => Float64Array.from(list));
        expect(bits(bounded(typed, asked, errors, how).table)).toEqual(bits(inMemory(typed, asked, errors)));
      }),
    );
  });

  it("are refused for draws that are no numbers, naming the draw, and for draws too far apart", () => {
    const column = Float64Array.from({ length: 1000 }, (_, i) => i);
    const split: Split = { ...whole, sizes: [100] };
    for (const wrong of [NaN, Infinity, -Infinity]) {
      for (const draw of [0, 678, 999]) {
        const problem = `Draw ${draw} is ${wrong}`;
        expect(() => bounded([column, column.with(draw, wrong)], [50], true, split)).toThrow(problem);
      }
    }
    expect(() => bounded([Float64Array.of(-1e308, 1e308)], [50], true, split)).toThrow(ModelInputError);
    expect(() => bounded([column], [101], true, split)).toThrow(ModelInputError);
  });
});

describe("parts of a stretch of numbers", () => {
  it("are counted in doubles, worked by hand", () => {
    // From 1 to 2 there are 2^52; from 1/2 to 2 twice that; from -5e-324 over 0 to 5e-324 two, and one across 0; 0 is 0 whatever its sign.
    expect(doublesBetween(1, 2)).toBe(2 ** 52);
    expect(doublesBetween(0.5, 2)).toBe(2 ** 53);
    expect(doublesBetween(-2, -1)).toBe(2 ** 52);
    expect(doublesBetween(-5e-324, 5e-324)).toBe(3);
    expect(doublesBetween(-0, 0)).toBe(0);
    expect(doublesBetween(3, 1)).toBeLessThan(0);
    expect(doublesBetween(1 - 2 ** -53, 1)).toBe(1);
    expect(doublesBetween(-1, -1 + 2 ** -53)).toBe(1);
  });

  it("rise with the number, and part the lowest from the highest", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), fc.integer({ min: 2, max: 256 }), (list, parts) => {
        const [a, b, c, d] = list.toSorted((x, y) => x - y) as [number, number, number, number];
        fc.pre(a < d);
        const { lowest, perDouble } = partScale(a, d, parts);
        const found = [a, b, c, d].map((value) => partOf(value, lowest, perDouble, parts - 1));
        expect(found).toEqual(found.toSorted((x, y) => x - y));
        expect(found[0]).toBe(0);
        expect(found[3]).toBeGreaterThan(0);
        expect(found[3]).toBeLessThan(parts);
      }),
    );
  });
});

describe("zones", () => {
  it("are the parts that hold ranks, worked by hand", () => {
    // Parts of 3, 0, 4 and 2 draws after 10 below: ranks 10 to 12, none, 13 to 16, 17 to 18.
    const counts = [3, 0, 4, 2];
    const found = partsWithRanks(4, (part) => counts[part] as number, 10, Int32Array.of(2, 13, 16, 17), 1, 4);
    expect(found).toEqual([
      { part: 2, below: 13, count: 4, fromRank: 1, toRank: 3 },
      { part: 3, below: 17, count: 2, fromRank: 3, toRank: 4 },
    ]);
  });
});

describe("tallies", () => {
  const zones = 3;
  const kept = fc.array(fc.tuple(fc.nat(zones - 1), fc.integer({ min: -4, max: 4 })), { maxLength: 50 });
  const tallyOf = (list: readonly (readonly [number, number])[]) =>
    tally(
      Int32Array.from(list, ([zone]) => zone),
      Float64Array.from(list, ([, value]) => value),
      list.length,
      zones,
    );

  it("hold equal draws once, with their number", () => {
    const { starts, values, times } = tallyOf([
      [2, 5],
      [0, 1],
      [2, 4],
      [2, 5],
    ]);
    expect([[...starts], [...values], [...times]]).toEqual([
      [0, 1, 1, 3],
      [1, 4, 5],
      [1, 1, 2],
    ]);
  });

  it("of two parts, merged either way, are those of the whole, less what is dropped", () => {
    fc.assert(
      fc.property(
        kept,
        kept,
        fc.uint8Array({ minLength: zones, maxLength: zones, max: 1 }),
        (first, second, dropped) => {
          const whole = tallyOf([...first, ...second].filter(([zone]) => dropped[zone] === 0));
          expect(mergeTallies(tallyOf(first), tallyOf(second), dropped)).toEqual(whole);
          expect(mergeTallies(tallyOf(second), tallyOf(first), dropped)).toEqual(whole);
          expect(mergeTallies(whole, noTallies(zones), new Uint8Array(zones))).toEqual(whole);
        },
      ),
    );
  });
});
