/**
 * Normal and beta distribution functions against published values and closed forms. Long values are the doubles nearest to those of
 * 40-digit arithmetic (mpmath 1.3: ncdf, betainc, loggamma and root finding on them); several of the normal ones
 * stand in Wichura's and in any statistical table.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBelow, BetaQuantiles } from "../../../models/uncertainty/functions/beta.ts";
import { logGamma } from "../../../models/uncertainty/functions/log-gamma.ts";
import { normalBelow, normalDensity, normalQuantile } from "../../../models/uncertainty/functions/normal.ts";
import { relativeError } from "./close.ts";

const open = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });

describe("normal quantile", () => {
  it.each([
    [1e-20, -9.262340089798409],
    [1e-10, -6.361340902404056],
    [1e-5, -4.264890793922825],
    [0.001, -3.0902323061678136],
    [0.01, -2.326347874040841],
    [0.025, -1.9599639845400543],
    [0.05, -1.6448536269514726],
    [0.1, -1.2815515655446004],
    [0.2, -0.8416212335729142],
    [0.25, -0.6744897501960817],
    [0.4, -0.2533471031357998],
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.975, 1.9599639845400543],
  ])("at %d is %d", (u, z) => {
    expect(relativeError(normalQuantile(u), z)).toBeLessThan(1.2e-15);
  });

  it("is the other way round of the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        // In the lower tail the share is good to 1e-15 of itself, and d ln F/dz is at least |z|.
        expect(Math.abs(normalQuantile(normalBelow(-Math.abs(z))) + Math.abs(z))).toBeLessThan(
          4e-15 * Math.max(1, Math.abs(z)),
        );
      }),
    );
  });

  it("is symmetric, and has the ends of the line", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (k) => {
        const u = k / 2 ** 31; // 1 - u is exact
        expect(normalQuantile(1 - u) + normalQuantile(u)).toBe(0);
      }),
    );
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.5), normalQuantile(-0.1)]).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN,
    ]);
  });
});

describe("normal distribution function", () => {
  it.each([
    [-20, 2.7536241186062337e-89],
    [-10, 7.619853024160525e-24],
    [-6, 9.86587645037698e-10],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-2, 0.0227501319481792],
    [-1, 0.15865525393145705],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [2, 0.9772498680518208],
    [3, 0.9986501019683699],
  ])("below %d lies %d", (z, share) => {
    expect(relativeError(normalBelow(z), share)).toBeLessThan(1e-15);
  });

  it("has the density as its slope", () => {
    // 1/√(2π) and 1/√(2πe)
    expect(relativeError(normalDensity(0), 0.3989422804014327)).toBeLessThan(1e-15);
    expect(relativeError(normalDensity(1), 0.24197072451914337)).toBeLessThan(1e-15);
    const h = 1e-4;
    for (const z of [-6, -2, 0.3, 1.7]) {
      expect(relativeError((normalBelow(z + h) - normalBelow(z - h)) / (2 * h), normalDensity(z))).toBeLessThan(1e-6);
    }
  });
});

describe("logarithm of the gamma function", () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001], // ln √π
    [1, 0],
    [3.25, 0.9358019311087254],
    [5, 3.1780538303479458], // ln 24
    [14.5, 23.862765841689086],
    [15, 25.191221182738683],
    [100.5, 361.4355404677776],
  ])("at %d is %d", (z, value) => {
    expect(Math.abs(logGamma(z) - value)).toBeLessThan(5e-15 * Math.max(1, value));
  });
});

describe("beta distribution", () => {
  it("has the closed forms of small whole shapes", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (x) => {
        expect(relativeError(betaBelow(x, 1, 1), x)).toBeLessThan(1e-13);
        // I_x(2, 3) = x² (6 - 8x + 3x²)
        expect(relativeError(betaBelow(x, 2, 3), x * x * (6 - 8 * x + 3 * x * x))).toBeLessThan(1e-13);
        expect(relativeError(betaBelow(x, 5, 1), x ** 5)).toBeLessThan(1e-13);
      }),
    );
    expect([betaBelow(-1, 2, 3), betaBelow(0, 2, 3), betaBelow(1, 2, 3), betaBelow(2, 2, 3)]).toEqual([0, 0, 1, 1]);
  });

  it("has the closed quantiles of shapes (a, 1), (1, b) and (1/2, 1/2)", () => {
    const powers = [0.1, 0.5, 1, 3.7, 400].map((shape) => ({
      shape,
      lower: new BetaQuantiles(shape, 1),
      upper: new BetaQuantiles(1, shape),
    }));
    const arcsine = new BetaQuantiles(0.5, 0.5);
    fc.assert(
      fc.property(open, (u) => {
        for (const { shape, lower, upper } of powers) {
          expect(relativeError(lower.quantile(u), Math.exp(Math.log(u) / shape))).toBeLessThan(1e-12);
          expect(relativeError(upper.quantile(u), -Math.expm1(Math.log1p(-u) / shape))).toBeLessThan(1e-12);
        }
        expect(relativeError(arcsine.quantile(u), Math.sin((Math.PI * u) / 2) ** 2)).toBeLessThan(1e-12);
      }),
    );
  });

  it.each([
    [3.4, 2.6, 0.1, 0.3101104608478657],
    [3.4, 2.6, 0.9, 0.8113808400863657],
    [2, 5, 0.05, 0.06284989170835438],
    [0.5, 3, 0.001, 2.844445523226961e-7],
    [40, 800, 0.95, 0.060280043005560675],
    [0.1, 30, 0.5, 2.007976671884321e-5],
    [2, 2, 0.5, 0.5],
  ])("of shapes %d and %d has its %d quantile at %d", (a, b, u, x) => {
    expect(relativeError(new BetaQuantiles(a, b).quantile(u), x)).toBeLessThan(1e-12);
  });

  it("gives back the share whose quantile it was, for all shapes, and rises", () => {
    const shape = fc.oneof(
      fc.double({ min: 0.1, max: 6, noNaN: true }),
      fc.double({ min: 1, max: 10_000, noNaN: true }),
    );
    fc.assert(
      fc.property(shape, shape, fc.array(open, { minLength: 2, maxLength: 12 }), (a, b, shares) => {
        const quantiles = new BetaQuantiles(a, b);
        const rising = shares.toSorted((u, v) => u - v);
        const found = rising.map((u) => quantiles.quantile(u));
        found.forEach((x, i) => {
          const u = rising[i] as number;
          // The bits of x near 1 are coarse: check in the tail that x can say, with the spacing of x as the slack.
          const slack = Math.abs(betaBelow(x + x * 4e-16, a, b) - betaBelow(x - x * 4e-16, a, b));
          expect(Math.abs(betaBelow(x, a, b) - u)).toBeLessThanOrEqual(1e-12 * u + 1e-15 + slack);
          if (i > 0) expect(x).toBeGreaterThanOrEqual((found[i - 1] as number) * (1 - 1e-13));
        });
      }),
    );
  });

  it("is not there outside 0 to 1", () => {
    const quantiles = new BetaQuantiles(2, 3);
    expect([0, 1, -0.1, 1.1, NaN].map((u) => quantiles.quantile(u))).toEqual([0, 1, NaN, NaN, NaN]);
  });
});
