/** Summaries of draws: percentiles by selection, standard errors, targets and paired differences. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { selectRanks } from "../../../models/uncertainty/summaries/select.ts";
import { PERCENTILES, readSummary, Summariser, summaryOf } from "../../../models/uncertainty/summaries/summaries.ts";
import {
  chanceOf,
  chanceOfMeeting,
  countMeeting,
  countPairs,
  mergePairCounts,
  pairedChances,
  pairedChancesOf,
  pairedDifferences,
  writeDifferences,
} from "../../../models/uncertainty/summaries/targets.ts";
import { moments, relativeError } from "./close.ts";

const percentile = (values: ArrayLike<number>, percent: number) =>
  summaryOf(Float64Array.from(values), true).percentiles.get(percent);

/** Type 7 as Hyndman and Fan write it, on a full sort. */
function oracle(values: Float64Array, percent: number): number {
  const sorted = values.toSorted();
  const h = ((values.length - 1) * percent) / 100;
  const below = sorted[Math.floor(h)] as number;
  const above = sorted[Math.min(values.length - 1, Math.floor(h) + 1)] as number;
  return below + (h - Math.floor(h)) * (above - below);
}

/** Orders that selection finds hard, and many ties. */
const columns = fc.oneof(
  fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 400 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 400 }),
  fc.integer({ min: 1, max: 3000 }).map((n) => Array.from({ length: n }, (_, i) => i)),
  fc.integer({ min: 1, max: 3000 }).map((n) => Array.from({ length: n }, (_, i) => -i)),
  fc.integer({ min: 1, max: 3000 }).map((n) => Array.from({ length: n }, (_, i) => Math.min(i, n - i))),
  fc.integer({ min: 1, max: 3000 }).map((n) => Array.from({ length: n }, (_, i) => (i * 7919) % 101)),
);

describe("selection", () => {
  it("puts at each rank what a full sort would", () => {
    fc.assert(
      fc.property(columns, fc.array(fc.nat(2999), { minLength: 1, maxLength: 20 }), (list, asked) => {
        const values = Float64Array.from(list);
        const ranks = Int32Array.from(new Set(asked.map((rank) => rank % values.length))).sort();
        const sorted = values.toSorted();
        selectRanks(values, 0, values.length - 1, ranks, 0, ranks.length);
        for (const rank of ranks) expect(values[rank] === sorted[rank]).toBe(true);
        expect(values.toSorted().every((value, i) => value === sorted[i])).toBe(true);
      }),
    );
  });

  it("touches no value beyond those it is given", () => {
    const values = Float64Array.of(9, 3, 2, 1, -5);
    selectRanks(values, 1, 3, Int32Array.of(0, 1, 4), 1, 2);
    expect([values[0], values[1], values[4]]).toEqual([9, 1, -5]);
  });
});

describe("percentiles", () => {
  it("are type 7, worked by hand", () => {
    // 1 2 3 4: h = 3q. P25: h 0.75, so 1.75; P50: 2.5; P90: h 2.7, so 3.7; P5: h 0.15, so 1.15.
    const { percentiles, mean } = summaryOf(Float64Array.of(4, 1, 3, 2), true);
    const found = [5, 25, 50, 90].map((percent) => percentiles.get(percent)?.value as number);
    [1.15, 1.75, 2.5, 3.7].forEach((value, i) => expect(found[i]).toBeCloseTo(value, 14));
    expect(mean.value).toBe(2.5);
    // s² = 5/3, over 4 draws: √(5/12).
    expect(mean.standardError).toBeCloseTo(Math.sqrt(5 / 12), 15);
  });

  it("equal those of a full sort, whichever are asked for", () => {
    const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(columns, fc.oneof(fc.constant(PERCENTILES), percents), (list, asked) => {
        const values = Float64Array.from(list);
        const { percentiles } = summaryOf(values, true, asked);
        for (const percent of asked) expect(percentiles.get(percent)?.value === oracle(values, percent)).toBe(true);
      }),
    );
  });

  it("of 5,000 draws with long tails, spikes and wide gaps equal those of a full sort", () => {
    const uniform = (i: number) => ((i * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
    const shapes = [
      (i: number) => Math.exp(20 * uniform(i) - 10),
      (i: number) => (uniform(i) < 0.7 ? 5 : uniform(i)),
      (i: number) => (i === 0 ? 1e200 : uniform(i) < 0.5 ? -1e9 : 1e-9 * uniform(i)),
      (i: number) => 1e15 + Math.floor(20 * uniform(i)),
    ];
    for (const shape of shapes) {
      const values = Float64Array.from({ length: 5000 }, (_, i) => shape(i + 1));
      const { percentiles } = summaryOf(values, true);
      for (const percent of PERCENTILES) expect(percentiles.get(percent)?.value).toBe(oracle(values, percent));
    }
  });

  it("of 0 and 100 are the lowest and the highest draw, and are reported in the order asked for", () => {
    const { percentiles } = summaryOf(Float64Array.of(4, 1, 3, 2), true, [100, 0]);
    expect([...percentiles].map(([percent, { value }]) => [percent, value])).toEqual([
      [100, 4],
      [0, 1],
    ]);
  });

  it("are a plain 0 for draws of 0 of either sign", () => {
    const { mean, percentiles } = summaryOf(Float64Array.of(-0, 0, -0), true);
    for (const { value, standardError } of [mean, ...percentiles.values()]) {
      expect([Object.is(value, 0), Object.is(standardError, 0)]).toEqual([true, true]);
    }
  });

  it("of a total are not the sum of those of its parts", () => {
    // Ten paired runs, A rising 10 to 100, B falling: h = 9 x 0.9 = 8.1, so P90 is 90 + 0.1 x 10 = 91 for both, and 110 for A + B.
    const a = Float64Array.from({ length: 10 }, (_, i) => 10 * (i + 1));
    const b = a.toReversed();
    const total = a.map((value, i) => value + (b[i] as number));
    expect(percentile(a, 90)?.value).toBeCloseTo(91, 12);
    expect(percentile(b, 90)?.value).toBeCloseTo(91, 12);
    expect([percentile(total, 90)?.value, percentile(total, 10)?.value]).toEqual([110, 110]);
  });

  it("have half the gap between the draws around them as standard error", () => {
    // 1 to 100. P50: 50 ± √25: the draws of ranks 45 and 55, so 5. P10: 10 ± 3: 7 and 13, so 3. P5: √4.75 = 2.179: ranks
    // 2.82 and 7.18, to the nearest 3 and 7, so 2.
    const values = Float64Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    expect([50, 10, 90, 5].map((percent) => percentile(values, percent)?.standardError)).toEqual([5, 3, 3, 2]);
    // Six draws: P5 is 0.3 ± 0.53, P95 5.7 ± 0.53: ranks 0 and 1 become 1 and 1; 5.17 and 6.23 become 5 and 6.
    const few = [10, 20, 30, 40, 50, 60];
    expect([percentile(few, 5)?.standardError, percentile(few, 95)?.standardError]).toEqual([0, 5]);
  });

  it("of Sobol points, and of one draw, have no standard error", () => {
    const sobol = summaryOf(Float64Array.of(1, 2, 3), false);
    const single = summaryOf(Float64Array.of(7), true);
    for (const { mean, percentiles } of [sobol, single]) {
      expect([mean, ...percentiles.values()].every(({ standardError }) => standardError === null)).toBe(true);
    }
    expect([...single.percentiles.values()].map(({ value }) => value)).toEqual([7, 7, 7, 7, 7, 7, 7]);
  });

  it("of one figure among many leave the draws as they are, and fill their own places", () => {
    const values = Float64Array.of(9, 9, 3, 1, 2, 9);
    const summariser = new Summariser({ draws: 3, percentiles: PERCENTILES, standardErrors: true });
    const into = new Float64Array(summariser.width + 2).fill(-1);
    summariser.summarise(values, 2, into, 1);
    expect([...values]).toEqual([9, 9, 3, 1, 2, 9]);
    expect([into[0], into[summariser.width + 1]]).toEqual([-1, -1]);
    expect(readSummary(into, 1)).toEqual(summaryOf(Float64Array.of(3, 1, 2), true));
  });

  it("are refused of nothing, and of what is no number", () => {
    expect(() => summaryOf(new Float64Array(0), true)).toThrow(ModelInputError);
    expect(() => summaryOf(Float64Array.of(1, NaN, 2), true)).toThrow(/Draw 1 is NaN/);
    expect(() => summaryOf(Float64Array.of(1, 2, -Infinity), true)).toThrow(/Draw 2 is -Infinity/);
    expect(() => summaryOf(Float64Array.of(NaN), true)).toThrow(/Draw 0 is NaN/);
    expect(() => summaryOf(Float64Array.of(-1.7e308, 1.7e308), true)).toThrow(/from -1.7e\+308 to 1.7e\+308/);
    const many = Float64Array.from({ length: 1000 }, (_, i) => i);
    for (const [draw, value] of [
      [0, NaN],
      [777, NaN],
      [999, Infinity],
      [0, -Infinity],
    ] as const) {
      const problem = `Draw ${draw} is ${value}`;
      expect(() => summaryOf(many.with(draw, value), true)).toThrow(problem);
    }
    for (const percent of [-1, 101, NaN]) expect(() => summaryOf(many, true, [percent])).toThrow(ModelInputError);
  });
});

describe("the mean and its standard error", () => {
  // Squares of what is smaller than 1e-100 would be lost to the plain sums that are compared with.
  const draw = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => (Math.abs(value) < 1e-100 ? 0 : value));
  const draws = fc.array(draw, { minLength: 2, maxLength: 400 });

  it("are the same bit for bit in any order of the draws", () => {
    fc.assert(
      fc.property(draws, fc.array(fc.nat(), { minLength: 400, maxLength: 400 }), (list, keys) => {
        const shuffled = list.map((value, i) => ({ value, key: keys[i] as number })).toSorted((a, b) => a.key - b.key);
        const other = Float64Array.from(shuffled, ({ value }) => value);
        expect(summaryOf(other, true).mean).toEqual(summaryOf(Float64Array.from(list), true).mean);
      }),
    );
  });

  it("are right to the last bits where plain addition is not", () => {
    // 1e9 + k/8 for k = 0 to 999: mean 1e9 + 999/16, exactly; s² = (n² - 1)/12 x n/(n - 1) / 64.
    const values = Float64Array.from({ length: 1000 }, (_, k) => 1e9 + ((k * 7) % 1000) / 8);
    const { value, standardError } = summaryOf(values, true).mean;
    expect(value).toBe(1e9 + 999 / 16);
    const variance = ((1000 ** 2 - 1) / 12) * (1000 / 999) * (1 / 64);
    expect(relativeError(standardError as number, Math.sqrt(variance / 1000))).toBeLessThan(1e-14);
  });

  it("are those of textbook sums to rounding", () => {
    fc.assert(
      fc.property(draws, (list) => {
        const values = Float64Array.from(list);
        const { mean, ofMean } = moments(values);
        const found = summaryOf(values, true).mean;
        const size = Math.max(...values.map(Math.abs));
        expect(Math.abs(found.value - mean)).toBeLessThanOrEqual(1e-13 * size);
        expect(Math.abs((found.standardError as number) - ofMean)).toBeLessThanOrEqual(
          1e-9 * ofMean + 1e-13 * size + 1e-290,
        );
      }),
    );
  });

  it.each([1e-290, 1, 1e299])("are found for a range of %d", (size) => {
    const { value, standardError } = summaryOf(Float64Array.of(0, 2 * size), true).mean;
    expect(value).toBe(size);
    // s² = 2 size² over two draws: √(2 size² / 2).
    expect(relativeError(standardError as number, size)).toBeLessThan(1e-14);
  });
});

describe("the chance of meeting a target", () => {
  const values = Float64Array.of(1, 2, 2, 3);

  it("counts being equal as meeting it, either way", () => {
    expect(chanceOfMeeting(values, { direction: "at-most", value: 2 }, true).value).toBe(0.75);
    expect(chanceOfMeeting(values, { direction: "at-least", value: 2 }, true).value).toBe(0.75);
    expect(chanceOfMeeting(values, { direction: "at-least", value: 3.1 }, true)).toEqual({
      value: 0,
      standardError: 0,
    });
  });

  it("has the standard error of a share, and none for Sobol points", () => {
    // √(3/4 x 1/4 / 4) = √3 / 8
    const met = { direction: "at-most", value: 2 } as const;
    expect(chanceOfMeeting(values, met, true).standardError).toBeCloseTo(Math.sqrt(3) / 8, 15);
    expect(chanceOfMeeting(values, met, false).standardError).toBeNull();
  });

  it("is refused without draws or without a target", () => {
    expect(() => chanceOfMeeting(new Float64Array(0), { direction: "at-most", value: 2 }, true)).toThrow(
      ModelInputError,
    );
    expect(() => chanceOfMeeting(values, { direction: "at-most", value: NaN }, true)).toThrow(ModelInputError);
    expect(() => chanceOfMeeting(Float64Array.of(NaN), { direction: "at-most", value: 1 }, true)).toThrow(
      ModelInputError,
    );
  });
});

describe("draws in chunks", () => {
  const few = fc.integer({ min: -2, max: 2 });
  const pairs = fc.array(fc.tuple(few, few), { minLength: 1, maxLength: 60 });

  it("have the chances and differences of the whole, in whatever order they come", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), few, fc.boolean(), (list, size, value, atMost) => {
        const first = Float64Array.from(list, ([a]) => a);
        const second = Float64Array.from(list, ([, b]) => b);
        const n = list.length;
        const target = { direction: atMost ? ("at-most" as const) : ("at-least" as const), value };
        const differences = new Float64Array(n);
        let met = 0;
        let counts = { draws: 0, above: 0, below: 0 };
        for (let from = Math.floor((n - 1) / size) * size; from >= 0; from -= size) {
          const count = Math.min(size, n - from);
          const chunk = { first, firstStart: from, second, secondStart: from, count, firstDraw: from };
          met += countMeeting(first, from, count, target, from);
          counts = mergePairCounts(countPairs(chunk), counts);
          writeDifferences(chunk, differences, from);
        }
        expect(chanceOf(met, n, true)).toEqual(chanceOfMeeting(first, target, true));
        expect(pairedChancesOf(counts, true)).toEqual(pairedChances(first, second, true));
        expect(differences).toEqual(pairedDifferences(first, second));
      }),
    );
  });

  it("name the draw that is not a number", () => {
    const values = Float64Array.of(1, 2, NaN);
    const good = Float64Array.of(1, 2, 3);
    expect(() => countMeeting(values, 1, 2, { direction: "at-least", value: 2 }, 501)).toThrow("Draw 502");
    const pair = { firstStart: 0, secondStart: 0, count: 3, firstDraw: 1000 };
    expect(() => countPairs({ first: values, second: good, ...pair })).toThrow("Draw 1002");
    expect(() => countPairs({ first: good, second: values, ...pair })).toThrow("Draw 1002");
  });
});

describe("two scenarios on the same draws", () => {
  it("are compared draw by draw", () => {
    const first = Float64Array.of(5, 7, 9, 4);
    const second = Float64Array.of(4, 7, 10, 2);
    expect([...pairedDifferences(first, second)]).toEqual([1, 0, -1, 2]);
    const { above, same, below } = pairedChances(first, second, true);
    expect([above.value, same.value, below.value]).toEqual([0.5, 0.25, 0.25]);
    expect(above.standardError).toBe(0.25); // √(1/4 / 4)
    expect(pairedChances(first, second, false).above.standardError).toBeNull();
  });

  it("are refused with different numbers of draws", () => {
    expect(() => pairedDifferences(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(/1 and 2 draws/);
  });
});
