/** The functions of one cell that JavaScript does not have. */
import fc from "fast-check";
import { round as mathjsRound } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { clamp, ratio, roundHalfAway } from "../../../models/language/cell-functions.ts";

describe("round", () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.49999999999999994, 0, 0],
    [1.005, 2, 1.01],
    // Moving the point gives 386.5; the digits as printed are below the half.
    [3.8649999999999998, 2, 3.86],
    [-11.254999999999999, 2, -11.25],
    [5e-7, 6, 0.000001],
    [4.9e-7, 6, 0],
    [1234.5, -2, 1200],
    [2 ** 53 - 0.5, 0, 2 ** 53],
    [1e300, 2, 1e300],
  ])("of %d to %d places is %d", (x, digits, expected) => {
    expect(roundHalfAway(x, digits)).toBe(expected);
  });

  it("leaves what is not finite as it is", () => {
    expect(roundHalfAway(Infinity)).toBe(Infinity);
    expect(roundHalfAway(Number.NaN, 2)).toBeNaN();
  });

  it("is what mathjs makes of the printed digits, just beside a half too", () => {
    const besideAHalf = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.nat(8), fc.integer({ min: -3, max: 3 }), fc.boolean())
      .map(([whole, digits, steps, negative]) => {
        const half = (whole + 0.5) / 10 ** digits;
        const x = half * (1 + steps * Number.EPSILON);
        return { x: negative ? -x : x, digits };
      });
    fc.assert(
      fc.property(besideAHalf, ({ x, digits }) => {
        expect(roundHalfAway(x, digits)).toBe(mathjsRound(x, digits));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("ratio and clamp", () => {
  it("ratio is 0 where there is nothing to divide by", () => {
    expect([ratio(3, 4), ratio(3, 0), ratio(0, 0), ratio(3, -0)]).toEqual([0.75, 0, 0, 0]);
  });

  it("clamp keeps within the bounds, the upper one first", () => {
    expect([clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3), clamp(2, 4, 3)]).toEqual([3, 0, 2, 3]);
  });
});
