/** Summaries of draws: percentiles by selection, standard errors, targets and paired differences. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { selectRanks } from "../../../models/uncertainty/summaries/select.ts";
import {
  PERCENTILES,
  readSummary,
  Summariser,
  SUMMARY_WIDTH,
  summaryOf,
} from "../../../models/uncertainty/summaries/summaries.ts";
import { chanceOfMeeting, pairedChances, pairedDifferences } from "../../../models/uncertainty/summaries/targets.ts";

const percentile = (values: ArrayLike<number>, percent: (typeof PERCENTILES)[number]) =>
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
        selectRanks(values, values.length, ranks, ranks.length);
        for (const rank of ranks) expect(values[rank] === sorted[rank]).toBe(true);
        expect(values.toSorted().every((value, i) => value === sorted[i])).toBe(true);
      }),
    );
  });

  it("touches no value beyond those it is given", () => {
    const values = Float64Array.of(3, 2, 1, -5);
    selectRanks(values, 3, Int32Array.of(0), 1);
    expect([values[0], values[3]]).toEqual([1, -5]);
  });
});

describe("percentiles", () => {
  it("are type 7, worked by hand", () => {
    // 1 2 3 4: h = 3q. P25: h 0.75, so 1.75; P50: 2.5; P90: h 2.7, so 3.7; P5: h 0.15, so 1.15.
    const { percentiles, mean } = summaryOf(Float64Array.of(4, 1, 3, 2), true);
    const found = [5, 25, 50, 90].map((percent) => percentiles.get(percent as 5)?.value as number);
    [1.15, 1.75, 2.5, 3.7].forEach((value, i) => expect(found[i]).toBeCloseTo(value, 14));
    expect(mean.value).toBe(2.5);
    // s² = 5/3, over 4 draws: √(5/12).
    expect(mean.standardError).toBeCloseTo(Math.sqrt(5 / 12), 15);
  });

  it("equal those of a full sort", () => {
    fc.assert(
      fc.property(columns, (list) => {
        const values = Float64Array.from(list);
        const { percentiles } = summaryOf(values, true);
        for (const percent of PERCENTILES)
          expect(percentiles.get(percent)?.value === oracle(values, percent)).toBe(true);
      }),
    );
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
    expect([50, 10, 90, 5].map((percent) => percentile(values, percent as 50)?.standardError)).toEqual([5, 3, 3, 2]);
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
    const into = new Float64Array(SUMMARY_WIDTH + 2).fill(-1);
    new Summariser(3, true).summarise(values, 2, into, 1);
    expect([...values]).toEqual([9, 9, 3, 1, 2, 9]);
    expect([into[0], into[SUMMARY_WIDTH + 1]]).toEqual([-1, -1]);
    expect(readSummary(into, 1)).toEqual(summaryOf(Float64Array.of(3, 1, 2), true));
  });

  it("are refused of nothing, and of what is no number", () => {
    expect(() => summaryOf(new Float64Array(0), true)).toThrow(ModelInputError);
    expect(() => summaryOf(Float64Array.of(1, NaN, 2), true)).toThrow(/Draw 1 is NaN/);
    expect(() => summaryOf(Float64Array.of(1, 2, -Infinity), true)).toThrow(/Draw 2 is -Infinity/);
    expect(() => summaryOf(Float64Array.of(1.7e308, 1.7e308), true)).toThrow(/so large/);
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
