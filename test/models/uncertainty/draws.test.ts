/** The draws of a whole run: what they depend on, closed forms, and the rank correlation they achieve. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import type { RequestedCorrelation } from "../../../models/uncertainty/correlation/copula.ts";
import { achievedRankCorrelation } from "../../../models/uncertainty/correlation/rank-correlation.ts";
import type { Distribution } from "../../../models/uncertainty/distributions/distribution.ts";
import { distributionOf } from "../../../models/uncertainty/distributions/written.ts";
import type { WrittenDistribution } from "../../../models/uncertainty/distributions/written.ts";
import { createDraws } from "../../../models/uncertainty/draws.ts";
import { normalQuantile } from "../../../models/uncertainty/functions/normal.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";
import type { PointsKind } from "../../../models/uncertainty/points/points.ts";
import { moments } from "./close.ts";

const KINDS: readonly PointsKind[] = ["random", "latin-hypercube", "sobol"];

function assumptions(written: Readonly<Record<string, WrittenDistribution>>): Distribution[] {
  return Object.entries(written).map(([name, distribution]) => distributionOf(name, distribution));
}

const SOME = assumptions({
  effect: { kind: "elicited", low: 0.2, high: 0.5, sure: 80, quantity: "share" },
  growth: { kind: "normal", mean: 0.01, sd: 0.005 },
  unitCost: { kind: "pert", low: 70_000, mode: 90_000, high: 120_000 },
  ramp: { kind: "triangular", low: 6, mode: 12, high: 18 },
  uplift: { kind: "fixed", value: 0.03 },
  stay: { kind: "elicited", low: 0.9, high: 1.2, sure: 90, quantity: "multiplier" },
});
const PAIRS: readonly RequestedCorrelation[] = [
  { first: "growth", second: "stay", rank: 0.6 },
  { first: "stay", second: "effect", rank: -0.4 },
];

interface Asking {
  readonly seed?: number;
  readonly draws?: number;
  readonly points?: PointsKind;
  readonly correlations?: readonly RequestedCorrelation[];
  /** Draws in a block. */
  readonly chunk?: number;
  /** Whether the last block comes first. */
  readonly backwards?: boolean;
}

/** All draws of every assumption, block by block. */
function drawn(given: readonly Distribution[], asking: Asking = {}): Map<string, Float64Array> {
  const { seed = 42, draws = 1000, points = "random", correlations = PAIRS, backwards = false } = asking;
  const chunk = asking.chunk ?? draws;
  const source = createDraws({ seed, draws, points, assumptions: given, correlations });
  const columns = given.map(() => new Float64Array(draws));
  const starts = Array.from({ length: Math.ceil(draws / chunk) }, (_, i) => i * chunk);
  for (const from of backwards ? starts.reverse() : starts)
    source.fill(columns, from, from, Math.min(chunk, draws - from));
  return new Map(given.map(({ parameter }, i) => [parameter, columns[i] as Float64Array]));
}

const bits = (columns: ReadonlyMap<string, Float64Array>) =>
  [...columns]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => [name, new BigUint64Array(values.buffer)]);

describe("the same draws, bit for bit", () => {
  it.each(KINDS)("%s points: for blocks of 1, 7 and 250 of 1,000, in either order", (points) => {
    const whole = bits(drawn(SOME, { points }));
    for (const chunk of [1, 7, 250]) {
      expect(bits(drawn(SOME, { points, chunk }))).toEqual(whole);
      expect(bits(drawn(SOME, { points, chunk, backwards: true }))).toEqual(whole);
    }
  });

  it.each(KINDS)("%s points: for any order of the assumptions and of the pairs", (points) => {
    const turned = drawn(SOME.toReversed(), { points, correlations: PAIRS.toReversed() });
    expect(bits(turned)).toEqual(bits(drawn(SOME, { points })));
  });

  it.each(["random", "latin-hypercube"] as const)(
    "%s points: whatever is added, correlated among itself or not",
    (points) => {
      const before = drawn(SOME, { points });
      const more = assumptions({
        aaa: { kind: "uniform", low: 0, high: 1 },
        zzz: { kind: "beta", alpha: 2, beta: 3 },
        middle: { kind: "normal", mean: 0, sd: 1 },
      });
      const correlations = [{ first: "zzz", second: "aaa", rank: 0.9 }, ...PAIRS];
      const after = drawn([...more, ...SOME], { points, correlations });
      for (const name of before.keys()) expect(after.get(name)).toEqual(before.get(name));
    },
  );

  it("a pair changes no assumption outside it", () => {
    const before = drawn(SOME, { correlations: [] });
    const after = drawn(SOME);
    for (const name of ["unitCost", "ramp", "uplift", "effect"]) expect(after.get(name)).toEqual(before.get(name));
    expect(after.get("stay")).not.toEqual(before.get("stay"));
  });

  it("a fewer number of random draws is the beginning of a greater", () => {
    const few = drawn(SOME, { draws: 500 });
    const many = drawn(SOME, { draws: 5000 });
    for (const [name, values] of few) expect(many.get(name)?.subarray(0, 500)).toEqual(values);
  });

  it("another seed is another set of draws", () => {
    expect(drawn(SOME, { seed: 1 }).get("growth")).not.toEqual(drawn(SOME, { seed: 2 }).get("growth"));
  });
});

describe("closed forms, within 4 standard errors", () => {
  const n = 20_000;

  it("a product of independent log-normals is log-normal", () => {
    // mu 0.1 - 0.2 + 0.3 = 0.2, sigma² 0.04 + 0.09 + 0.01 = 0.14: mean exp(0.27), variance exp(0.54) (exp(0.14) - 1).
    const columns = drawn(
      assumptions({
        a: { kind: "log-normal", mu: 0.1, sigma: 0.2 },
        b: { kind: "log-normal", mu: -0.2, sigma: 0.3 },
        c: { kind: "log-normal", mu: 0.3, sigma: 0.1 },
      }),
      { draws: n, correlations: [] },
    );
    const [a, b, c] = [...columns.values()] as [Float64Array, Float64Array, Float64Array];
    const found = moments(a.map((value, d) => value * (b[d] as number) * (c[d] as number)));
    expect(Math.abs(found.mean - Math.exp(0.27))).toBeLessThan(4 * found.ofMean);
    expect(Math.abs(found.variance - Math.exp(0.54) * Math.expm1(0.14))).toBeLessThan(4 * found.ofVariance);
  });

  it("a sum of normals is normal, with twice the covariance where they are correlated", () => {
    // Standard deviations 3 and 4; rank correlation 0.5 is correlation 2 sin(π/12) = 0.5176381.
    const columns = drawn(
      assumptions({ a: { kind: "normal", mean: 10, sd: 3 }, b: { kind: "normal", mean: -4, sd: 4 } }),
      {
        draws: n,
        correlations: [{ first: "a", second: "b", rank: 0.5 }],
      },
    );
    const [a, b] = [...columns.values()] as [Float64Array, Float64Array];
    const found = moments(a.map((value, d) => value + (b[d] as number)));
    const variance = 9 + 16 + 2 * 0.5176380902 * 12;
    expect(Math.abs(found.mean - 6)).toBeLessThan(4 * Math.sqrt(variance / n));
    expect(Math.abs(found.variance - variance)).toBeLessThan(4 * Math.sqrt((2 * variance * variance) / n));
  });

  it("each distribution keeps its mean, correlated or not", () => {
    const columns = drawn(SOME, { draws: n });
    for (const assumption of SOME.filter(({ kind }) => kind !== "fixed")) {
      const found = moments(columns.get(assumption.parameter) as Float64Array);
      expect(Math.abs(found.mean - assumption.mean())).toBeLessThan(4 * found.ofMean);
    }
  });

  it("the typed percentiles come back out of the draws", () => {
    const effect = drawn(SOME, { draws: n }).get("effect") as Float64Array;
    const share = (below: number) => effect.filter((value) => value < below).length / n;
    // A tenth of 20,000 draws has standard error √(0.09 / 20,000) = 0.0021.
    expect(Math.abs(share(0.2) - 0.1)).toBeLessThan(4 * 0.00213);
    expect(Math.abs(share(0.5) - 0.9)).toBeLessThan(4 * 0.00213);
  });
});

describe("rank correlation", () => {
  it.each([
    ["random", -0.9],
    ["random", -0.3],
    ["random", 0.05],
    ["random", 0.6],
    ["random", 0.95],
    ["latin-hypercube", 0.6],
  ] as const)("%s points: %d is achieved whatever the distributions", (points, rank) => {
    const n = 20_000;
    const given = assumptions({
      a: { kind: "log-normal", mu: 0, sigma: 1.5 },
      b: { kind: "beta", alpha: 0.7, beta: 3 },
    });
    const columns = drawn(given, { draws: n, points, correlations: [{ first: "a", second: "b", rank }] });
    const achieved = achievedRankCorrelation(columns.get("a") as Float64Array, columns.get("b") as Float64Array);
    // Fisher's z of a rank correlation has variance (1 + r²/2)/(n - 3): Bonett and Wright (2000).
    const error = Math.sqrt((1 + (rank * rank) / 2) / (n - 3));
    expect(Math.abs(Math.atanh(achieved) - Math.atanh(rank))).toBeLessThan(4 * error);
  });

  it("of 1 and -1 puts both in the same, or the opposite, order", () => {
    for (const rank of [1, -1]) {
      const given = assumptions({
        a: { kind: "normal", mean: 0, sd: 1 },
        b: { kind: "pert", low: 0, mode: 1, high: 9 },
      });
      const columns = drawn(given, { correlations: [{ first: "a", second: "b", rank }] });
      const [a, b] = [...columns.values()] as [Float64Array, Float64Array];
      expect(achievedRankCorrelation(a, b)).toBeCloseTo(rank, 12);
    }
  });

  it("that contradicts itself is achieved as repaired", () => {
    const n = 20_000;
    const given = assumptions({
      a: { kind: "normal", mean: 0, sd: 1 },
      b: { kind: "uniform", low: 0, high: 1 },
      c: { kind: "triangular", low: 0, mode: 1, high: 2 },
    });
    const correlations = [
      { first: "a", second: "b", rank: 0.9 },
      { first: "b", second: "c", rank: 0.9 },
      { first: "a", second: "c", rank: -0.5 },
    ];
    const source = createDraws({ seed: 5, draws: n, points: "random", assumptions: given, correlations });
    const columns = drawn(given, { seed: 5, draws: n, correlations });
    const [group] = source.groups;
    expect(group?.repaired).toBe(true);
    for (const { first, second, used } of group?.pairs ?? []) {
      const achieved = achievedRankCorrelation(columns.get(first) as Float64Array, columns.get(second) as Float64Array);
      const error = Math.sqrt((1 + (used * used) / 2) / (n - 3));
      expect(Math.abs(Math.atanh(achieved) - Math.atanh(used))).toBeLessThan(4 * error);
    }
  });
});

describe("a plan", () => {
  const plan = { seed: 1, draws: 100, points: "random" as PointsKind, assumptions: SOME, correlations: PAIRS };
  const codeOf = (change: Partial<Parameters<typeof createDraws>[0]>) => {
    try {
      createDraws({ ...plan, ...change });
    } catch (error) {
      return error instanceof ModelInputError ? error.code : error;
    }
    return "accepted";
  };

  it("that cannot be drawn is refused", () => {
    expect(codeOf({ draws: 0 })).toBe("draws.count");
    expect(codeOf({ draws: 2 ** 33, points: "sobol" })).toBe("draws.count");
    expect(codeOf({ points: "grid" as PointsKind })).toBe("draws.points");
    expect(codeOf({ seed: -1 })).toBe("uncertainty.seed");
    expect(codeOf({ assumptions: [...SOME, ...SOME.slice(0, 1)] })).toBe("draws.twice");
    expect(codeOf({ correlations: [{ first: "stay", second: "ghost", rank: 0.1 }] })).toBe("correlation.unknown");
    expect(codeOf({ correlations: [{ first: "stay", second: "uplift", rank: 0.1 }] })).toBe("correlation.fixed");
  });

  it("has standard errors for all but Sobol points, and draws within it only", () => {
    expect(KINDS.map((points) => createDraws({ ...plan, points }).standardErrors)).toEqual([true, true, false]);
    const columns = SOME.map(() => new Float64Array(100));
    expect(() => createDraws(plan).fill(columns, 0, 90, 11)).toThrow(RangeError);
  });

  it("gives no Sobol dimension to what is fixed", () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`f${i}`, { kind: "fixed", value: i } as const]),
    );
    const draws = createDraws({ ...plan, points: "sobol", correlations: [], assumptions: assumptions(many) });
    const columns = Array.from({ length: 300 }, () => new Float64Array(2));
    draws.fill(columns, 0, 0, 2);
    expect(columns.map((column) => column[1])).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it("draws finite numbers within the support for any mix, seed and kind of points", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...KINDS),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (seed, points, rank) => {
          const columns = drawn(SOME, {
            seed,
            points,
            draws: 64,
            correlations: [{ first: "stay", second: "growth", rank }],
          });
          for (const { parameter, support } of SOME) {
            for (const value of columns.get(parameter) as Float64Array) {
              expect(Number.isFinite(value) && value >= support[0] && value <= support[1]).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe("columns of chance", () => {
  const chance = [
    { name: "chance of admissions: 2026/27, moray", form: "uniform" },
    { name: "chance of stays: 2026/27, moray", form: "normal" },
  ] as const;
  const columnsOf = (points: PointsKind, withChance: boolean, chunk = 200): Float64Array[] => {
    const plan = { seed: 42, draws: 200, points, assumptions: SOME, correlations: PAIRS };
    const { fill } = createDraws(withChance ? { ...plan, chance } : plan);
    const columns = Array.from({ length: SOME.length + 2 }, () => new Float64Array(200));
    for (let from = 0; from < 200; from += chunk) fill(columns, from, from, Math.min(chunk, 200 - from));
    return columns;
  };

  it.each(KINDS)("%s points: are their own streams' numbers, and move no assumption", (points) => {
    const [counts, stays] = chance.map(({ name }) => createStream(42, name));
    const found = columnsOf(points, true);
    expect(found.slice(0, -2)).toEqual(columnsOf(points, false).slice(0, -2));
    expect(found.at(-2)).toEqual(Float64Array.from({ length: 200 }, (_, d) => counts?.uniform(d) ?? NaN));
    expect(found.at(-1)).toEqual(
      Float64Array.from({ length: 200 }, (_, d) => normalQuantile(stays?.uniform(d) ?? NaN)),
    );
    expect(columnsOf(points, true, 7)).toEqual(found);
  });

  it("are refused under a name that is there already", () => {
    const plan = { seed: 42, draws: 200, points: "random", assumptions: SOME, correlations: [] } as const;
    for (const names of [["growth"], ["a", "a"]]) {
      const twice = names.map((name) => ({ name, form: "uniform" as const }));
      expect(() => createDraws({ ...plan, chance: twice })).toThrow(
        `${names[0]} is there twice. Give each stream once.`,
      );
    }
  });
});
