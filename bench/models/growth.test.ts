/** The exponent by which the bench judges growth: it must find the one that times were made with. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittedExponent } from "./growth.ts";

describe("the exponent of time in size", () => {
  it("worked by hand", () => {
    expect(fittedExponent([1, 2, 4], [3, 6, 12])).toBeCloseTo(1, 14);
    expect(fittedExponent([1, 10, 100], [5, 500, 50_000])).toBeCloseTo(2, 14);
    expect(fittedExponent([8, 64], [7, 7])).toBe(0);
    // At sizes 1, e and e², logarithms of time 0, 1 and 5: (-1)(-2) + 0 (-1) + 1 (3) = 5 over 1 + 0 + 1.
    expect(fittedExponent([1, Math.E, Math.E ** 2], [1, Math.E, Math.E ** 5])).toBeCloseTo(2.5, 14);
  });

  it("is that of a power of size, whatever the constant and the order", () => {
    const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 8 });
    const power = fc.double({ min: -3, max: 3, noNaN: true });
    const constant = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(sizes, power, constant, (size, p, c) => {
        fc.pre(Math.max(...size) / Math.min(...size) > 1.5);
        const times = size.map((n) => c * n ** p);
        expect(fittedExponent(size, times)).toBeCloseTo(p, 9);
      }),
    );
  });

  it("needs two sizes", () => {
    expect(() => fittedExponent([5, 5], [1, 2])).toThrow("two sizes or more");
    expect(() => fittedExponent([], [])).toThrow("two sizes or more");
  });
});
