/** The distributions of assumptions: known answers, laws that bind every one of them, and refusals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { densityCurve } from "../../../models/uncertainty/distributions/distribution.ts";
import { distributionOf } from "../../../models/uncertainty/distributions/written.ts";
import type { WrittenDistribution } from "../../../models/uncertainty/distributions/written.ts";
import { relativeError } from "./close.ts";

const of = (written: WrittenDistribution) => distributionOf("effect", written);

/** One of each kind, and how its mean is worked out by hand. */
const EACH: readonly (readonly [WrittenDistribution, number])[] = [
  [{ kind: "fixed", value: 7 }, 7],
  [{ kind: "uniform", low: 2, high: 5 }, 3.5],
  [{ kind: "triangular", low: 1, mode: 2, high: 6 }, 3], // (1 + 2 + 6) / 3
  [{ kind: "triangular", low: 0, mode: 0, high: 3 }, 1],
  [{ kind: "triangular", low: 0, mode: 3, high: 3 }, 2],
  [{ kind: "pert", low: 10, mode: 14, high: 30 }, 16], // (10 + 56 + 30) / 6
  [{ kind: "pert", low: -1, mode: -1, high: 5 }, 0], // (-1 - 4 + 5) / 6
  [{ kind: "normal", mean: -3, sd: 2 }, -3],
  [{ kind: "log-normal", mu: 0, sigma: 1 }, Math.sqrt(Math.E)],
  [{ kind: "log-normal", median: 9, mean: 18.07 }, 18.07],
  [{ kind: "log-normal", mean: 4, sd: 3 }, 4],
  [{ kind: "logit-normal", mu: 0, sigma: 2 }, 0.5], // by symmetry
  [{ kind: "logit-normal", mu: 1, sigma: 1 }, 0.6967346701436833], // 40-digit quadrature (mpmath 1.3), as the next three
  [{ kind: "logit-normal", mu: -3, sigma: 0.5 }, 0.05266995398111069],
  [{ kind: "logit-normal", mu: 2, sigma: 3 }, 0.7174239858956764],
  [{ kind: "logit-normal", mu: -12, sigma: 1 }, 0.000010129814672696857],
  [{ kind: "beta", alpha: 2, beta: 6 }, 0.25],
  [{ kind: "beta", mean: 0.3, sd: 0.1 }, 0.3],
];

describe("known answers", () => {
  it("an 80 % interval of 0.8 to 0.9 is a normal of standard deviation 0.0390152", () => {
    // (0.9 - 0.8) / 2 / 1.2815515655
    const { parameters, kind } = of({ kind: "elicited", low: 0.8, high: 0.9, sure: 80, quantity: "unbounded" });
    expect(kind).toBe("normal");
    expect(parameters["sd"]).toBeCloseTo(0.0390152, 7);
    expect(parameters["mean"]).toBeCloseTo(0.85, 15);
  });

  it("a log-normal of median 9 and mean 18.07 has mu 2.1972246 and sigma 1.1807019", () => {
    // ln 9, and √(2 ln(18.07 / 9))
    const { parameters } = of({ kind: "log-normal", median: 9, mean: 18.07 });
    expect(parameters["mu"]).toBeCloseTo(2.1972246, 7);
    expect(parameters["sigma"]).toBeCloseTo(1.1807019, 7);
  });

  it("a log-normal of mean 4 and standard deviation 3 has sigma² = ln(25/16)", () => {
    // 1 + (3/4)² = 25/16; mu = ln 4 - sigma²/2 = ln 4 - ln(5/4) = ln 3.2
    const { parameters } = of({ kind: "log-normal", mean: 4, sd: 3 });
    expect(parameters["sigma"]).toBeCloseTo(Math.sqrt(Math.log(25 / 16)), 14);
    expect(parameters["mu"]).toBeCloseTo(Math.log(3.2), 14);
  });

  it("a beta of mean 0.3 and standard deviation 0.1 has shapes 6 and 14", () => {
    // n = 0.21 / 0.01 - 1 = 20
    const { parameters } = of({ kind: "beta", mean: 0.3, sd: 0.1 });
    expect(parameters["alpha"]).toBeCloseTo(6, 12);
    expect(parameters["beta"]).toBeCloseTo(14, 12);
  });

  it.each(EACH)("the mean of %j is %d", (written, mean) => {
    expect(relativeError(of(written).mean(), mean)).toBeLessThan(1e-14);
  });

  it("reads quantiles worked by hand", () => {
    // Triangular 1, 2, 6: below 2 lies 1/5; at 1/20 it is 1 + √(1/20 x 5) = 1.5; at 4/5 it is 6 - √(1/5 x 20) = 4.
    const triangular = of({ kind: "triangular", low: 1, mode: 2, high: 6 });
    expect([0.05, 0.2, 0.8].map((u) => triangular.quantile(u))).toEqual([1.5, 2, 4]);
    // Half of the density's rise: 2 (1.5 - 1) / 5 = 0.2; the top 2 / 5; on the fall 2 (6 - 4) / 20 = 0.2.
    expect([0.9, 1.5, 2, 4, 6.1].map((x) => triangular.density(x))).toEqual([0, 0.2, 0.4, 0.2, 0]);
    expect(of({ kind: "uniform", low: 2, high: 5 }).quantile(0.25)).toBe(2.75);
    // PERT with its mode in the middle is a beta of shapes 3 and 3: the middle is its median, 30/16 over the width on top.
    const pert = of({ kind: "pert", low: 0, mode: 5, high: 10 });
    expect(pert.quantile(0.5)).toBeCloseTo(5, 13);
    expect(pert.density(5)).toBeCloseTo(0.1875, 14);
    // With its mode at the low end: 1 - (1 - x)^5, so a share 1 - 1/32 lies below one half.
    expect(of({ kind: "pert", low: 0, mode: 0, high: 1 }).quantile(1 - 1 / 32)).toBeCloseTo(0.5, 13);
  });
});

describe("elicited intervals", () => {
  const sure = fc.constantFrom(80 as const, 90 as const);
  const ends = (min: number, max: number) =>
    fc
      .tuple(fc.double({ min, max, noNaN: true }), fc.double({ min, max, noNaN: true }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      .filter(([low, high]) => high - low > 1e-6 * Math.max(1, high));

  it.each([
    ["multiplier", ends(1e-3, 1e6)],
    ["share", ends(1e-4, 1 - 1e-4)],
    ["unbounded", ends(-100, 100)],
  ] as const)("of a %s give the typed percentiles back, and stay where they may be", (quantity, range) => {
    fc.assert(
      fc.property(
        range,
        sure,
        fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true }),
        ([low, high], percent, u) => {
          const distribution = of({ kind: "elicited", low, high, sure: percent, quantity });
          const tail = percent === 80 ? 0.1 : 0.05;
          const size = quantity === "unbounded" ? 100 : 1;
          expect(Math.abs(distribution.quantile(tail) - low)).toBeLessThan(1e-12 * size * Math.max(1, low));
          expect(Math.abs(distribution.quantile(1 - tail) - high)).toBeLessThan(1e-12 * size * Math.max(1, high));
          if (quantity !== "unbounded") expect(relativeError(distribution.quantile(tail), low)).toBeLessThan(1e-12);
          const [least, most] = distribution.support;
          expect(distribution.quantile(u)).toBeGreaterThanOrEqual(least);
          expect(distribution.quantile(u)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe("laws of every distribution", () => {
  const uncertain = EACH.map(([written]) => written).filter(({ kind }) => kind !== "fixed");

  it.each(uncertain)("%j: quantiles rise, within the support", (written) => {
    const distribution = of(written);
    const share = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(share, share, (u, v) => {
        const [x, y] = [distribution.quantile(Math.min(u, v)), distribution.quantile(Math.max(u, v))];
        expect(x).toBeLessThanOrEqual(y + Math.abs(y) * 1e-13);
        expect(x).toBeGreaterThanOrEqual(distribution.support[0]);
        expect(y).toBeLessThanOrEqual(distribution.support[1]);
      }),
    );
    expect([distribution.quantile(-0.1), distribution.quantile(1.1), distribution.quantile(NaN)]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });

  it.each(uncertain)("%j: the density is the slope of the share", (written) => {
    const distribution = of(written);
    // Shares away from the triangular's corner at its mode. dx/du = 1 / density.
    for (const u of [0.03, 0.11, 0.37, 0.61, 0.83, 0.97]) {
      const h = 1e-5;
      const slope = (distribution.quantile(u + h) - distribution.quantile(u - h)) / (2 * h);
      expect(relativeError(distribution.density(distribution.quantile(u)), 1 / slope)).toBeLessThan(1e-6);
    }
  });

  it.each(uncertain)("%j: the mean is that of its quantiles", (written) => {
    const distribution = of(written);
    // Midpoint rule over 20,000 equal shares; the cut tails of the widest leave less than 1 %.
    const n = 20_000;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += distribution.quantile((i + 0.5) / n);
    const width = distribution.quantile(0.9) - distribution.quantile(0.1);
    expect(Math.abs(sum / n - distribution.mean())).toBeLessThan(0.003 * width);
  });

  it.each(uncertain)("%j: the drawn density holds all but its cut ends", (written) => {
    const { x, density } = densityCurve(of(written), 4001);
    expect(x).toHaveLength(4001);
    let area = 0;
    for (let i = 1; i < x.length; i++) {
      const [left, right] = [x[i - 1] as number, x[i] as number];
      expect(right).toBeGreaterThan(left);
      area += ((right - left) * ((density[i - 1] as number) + (density[i] as number))) / 2;
    }
    expect(area).toBeGreaterThan(0.99);
    expect(area).toBeLessThan(1.01);
  });

  it.each(uncertain)("%j: the stated central value stands, else the mean", (written) => {
    const distribution = of(written);
    expect(distribution.central()).toBe(distribution.mean());
    const stated = distribution.quantile(0.4);
    const restated = of({ ...written, central: stated } as WrittenDistribution);
    expect(restated.central()).toBe(stated);
    expect(restated.mean()).toBe(distribution.mean());
  });

  it("a fixed value is that value everywhere, drawn as a spike", () => {
    const distribution = of({ kind: "fixed", value: 7 });
    expect([
      distribution.quantile(0.3),
      distribution.central(),
      distribution.density(7),
      distribution.density(6),
    ]).toEqual([7, 7, Infinity, 0]);
    expect(densityCurve(distribution, 100)).toEqual({ x: Float64Array.of(7), density: Float64Array.of(1) });
  });

  it("a beta density is drawn between its 0.1 % and 99.9 % points: it may have no height at its ends", () => {
    const distribution = of({ kind: "beta", alpha: 0.5, beta: 2 });
    expect([distribution.density(0), distribution.density(1)]).toEqual([Infinity, 0]);
    const { x } = densityCurve(distribution, 11);
    expect(x[0]).toBe(distribution.quantile(0.001));
    expect(x[10]).toBe(distribution.quantile(0.999));
  });
});

describe("what cannot be is refused, naming assumption, value and remedy", () => {
  it.each([
    [{ kind: "fixed", value: NaN }, "distribution.fixed.value", "NaN"],
    [{ kind: "uniform", low: 5, high: 2 }, "distribution.uniform.high", "2"],
    [{ kind: "uniform", low: 2, high: 2 }, "distribution.uniform.high", "2"],
    [{ kind: "uniform", low: -1.7e308, high: 1.7e308 }, "distribution.uniform.high", "1.7e+308"],
    [{ kind: "uniform", low: 0, high: 1, central: 2 }, "distribution.uniform.central", "2"],
    [{ kind: "triangular", low: 0, mode: 4, high: 3 }, "distribution.triangular.mode", "4"],
    [{ kind: "pert", low: 0, mode: -1, high: 3 }, "distribution.pert.mode", "-1"],
    [{ kind: "normal", mean: 0, sd: 0 }, "distribution.normal.sd", "0"],
    [{ kind: "normal", mean: Infinity, sd: 1 }, "distribution.normal.mean", "Infinity"],
    [{ kind: "log-normal", mu: 0, sigma: -1 }, "distribution.log-normal.sigma", "-1"],
    [{ kind: "log-normal", mu: 0, sigma: 60 }, "distribution.log-normal.sigma", "60"],
    [{ kind: "log-normal", median: 9, mean: 9 }, "distribution.log-normal.mean", "9"],
    [{ kind: "log-normal", median: -9, mean: 9 }, "distribution.log-normal.median", "-9"],
    [{ kind: "log-normal", mean: 0, sd: 9 }, "distribution.log-normal.mean", "0"],
    [{ kind: "logit-normal", mu: 0, sigma: 101 }, "distribution.logit-normal.sigma", "101"],
    [{ kind: "beta", alpha: 0, beta: 1 }, "distribution.beta.alpha", "0"],
    [{ kind: "beta", alpha: 1, beta: 1e5 }, "distribution.beta.beta", "100000"],
    [{ kind: "beta", mean: 0.5, sd: 0.5 }, "distribution.beta.sd", "0.5"],
    [{ kind: "beta", mean: 1, sd: 0.1 }, "distribution.beta.mean", "1"],
    [{ kind: "elicited", low: 0, high: 2, sure: 80, quantity: "multiplier" }, "distribution.elicited.low", "0"],
    [{ kind: "elicited", low: 0, high: 0.2, sure: 80, quantity: "share" }, "distribution.elicited.low", "0"],
    [{ kind: "elicited", low: 0.5, high: 1, sure: 90, quantity: "share" }, "distribution.elicited.high", "1"],
    [{ kind: "elicited", low: 2, high: 1, sure: 90, quantity: "unbounded" }, "distribution.elicited.high", "1"],
  ] as const)("%j", (written, code, value) => {
    expect(refusalOf(written)).toMatchObject({ code, value });
  });

  it("also what a file may say though the types do not allow it", () => {
    const wrong = (written: unknown) => refusalOf(written as WrittenDistribution);
    expect(wrong({ kind: "weibull" }).code).toBe("distribution.written.kind");
    expect(wrong({ kind: "uniform", low: "0", high: 1 }).code).toBe("distribution.uniform.low");
    expect(wrong({ kind: "beta" }).code).toBe("distribution.beta.alpha");
    expect(wrong({ kind: "elicited", low: 1, high: 2, sure: 95, quantity: "multiplier" }).code).toBe(
      "distribution.elicited.sure",
    );
    expect(wrong({ kind: "elicited", low: 1, high: 2, sure: 90, quantity: "cost" }).code).toBe(
      "distribution.elicited.quantity",
    );
  });

  it("in words", () => {
    expect(refusalOf({ kind: "elicited", low: 0.5, high: 1, sure: 90, quantity: "share" }).message).toBe(
      "effect: the high of a share is 1. Give a high below 1.",
    );
  });
});

function refusalOf(written: WrittenDistribution): ModelInputError {
  try {
    of(written);
  } catch (error) {
    if (error instanceof ModelInputError) {
      expect(error.message).toContain("effect");
      expect(error.path).toContain("effect");
      expect(error.expected).not.toBe("");
      return error;
    }
    throw error;
  }
  throw new Error(`${JSON.stringify(written)} was accepted`);
}
