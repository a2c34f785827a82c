/**
 * The exponential and the logarithm: known values (the doubles nearest to those of 40-digit arithmetic), nearness to those
 * of the JavaScript engine, the ends of what a number can hold, and the laws that join the two.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential } from "../../../models/uncertainty/functions/exponential.ts";
import { logarithm } from "../../../models/uncertainty/functions/logarithm.ts";

const VALUE = new Float64Array(1);
const BITS = new BigInt64Array(VALUE.buffer);

/** Place of a number above or equal to 0 among all doubles, so that neighbours differ by 1. */
function place(x: number): bigint {
  VALUE[0] = x;
  return BITS[0] as bigint;
}

/** How many doubles lie between two of the same sign. */
function doublesBetween(a: number, b: number): number {
  return Number(Math.sign(a) === Math.sign(b) ? place(Math.abs(a)) - place(Math.abs(b)) : place(a) + place(b));
}

function expectNeighbours(found: number, wanted: number, most: number): void {
  expect(Math.abs(doublesBetween(found, wanted))).toBeLessThanOrEqual(most);
}

describe("exponential", () => {
  it.each([
    [1, Math.E],
    [-1, 0.36787944117144233],
    [0.5, 1.6487212707001282],
    [10, 22026.465794806718],
    [-20, 2.061153622438558e-9],
    [700, 1.0142320547350045e304],
  ])("of %d is %d, to the last place or the one before", (x, value) => {
    expectNeighbours(exponential(x), value, 1);
  });

  it("of 0 is exactly 1, and near 0 is 1 + x", () => {
    expect([exponential(0), exponential(-0)]).toEqual([1, 1]);
    expect(exponential(2 ** -60)).toBe(1);
    expect(exponential(2 ** -52)).toBe(1 + 2 ** -52);
    expect(exponential(-(2 ** -53))).toBe(1 - 2 ** -53);
  });

  it("is within one place of the JavaScript engine's, from the least to the greatest result", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ min: -745, max: 709.78, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
        (x) => expectNeighbours(exponential(x), Math.exp(x), 1),
      ),
      { numRuns: 5000 },
    );
  });

  it("has the ends of what a number can hold", () => {
    expect(exponential(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exponential(709.7827128933841)).toBe(Infinity);
    // ln of half the least number above 0 is -745.1332191019412: below it, that half rounds to 0.
    expect(exponential(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exponential(-745.1332191019413)).toBe(0);
    expect([-746, -746.1, -1e300, -Infinity].map(exponential)).toEqual([0, 0, 0, 0]);
    expect([710, 710.1, 1e300, Infinity].map(exponential)).toEqual([Infinity, Infinity, Infinity, Infinity]);
    expect(exponential(NaN)).toBeNaN();
  });

  it("never falls from one number to the next", () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -60, max: 745, noNaN: true }), (x) => {
        VALUE[0] = x;
        BITS[0] = (BITS[0] as bigint) + 1n;
        const next = VALUE[0];
        expect(exponential(next)).toBeGreaterThanOrEqual(exponential(x));
        expect(exponential(-next)).toBeLessThanOrEqual(exponential(-x));
      }),
    );
  });
});

describe("logarithm", () => {
  it.each([
    [2, Math.LN2],
    [10, Math.LN10],
    [0.5, -Math.LN2],
    [0.1, -Math.LN10],
    [3, 1.0986122886681098],
    [0.001, -6.907755278982137],
  ])("of %d is %d, to the last place or the one before", (x, value) => {
    expectNeighbours(logarithm(x), value, 1);
  });

  it("is within one place of the JavaScript engine's, for every size of number", () => {
    const sizes = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });
    const near1 = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(sizes, near1), (x) => expectNeighbours(logarithm(x), Math.log(x), 1)),
      { numRuns: 5000 },
    );
  });

  it("has the ends of the line", () => {
    expect([0, -0, 1, Infinity, -1, -Infinity, NaN].map(logarithm)).toEqual([
      -Infinity,
      -Infinity,
      0,
      Infinity,
      NaN,
      NaN,
      NaN,
    ]);
    expectNeighbours(logarithm(Number.MIN_VALUE), -744.4400719213812, 1);
    expectNeighbours(logarithm(Number.MAX_VALUE), 709.782712893384, 1);
  });

  it("undoes the exponential, and makes sums of products", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        // An error of one place in the exponential is 2^-52 of itself, so as much in its logarithm.
        expect(Math.abs(logarithm(exponential(x)) - x)).toBeLessThanOrEqual(2 ** -51 * Math.max(1, Math.abs(x)));
      }),
    );
    const factors = fc.double({ min: 1e-100, max: 1e100, noNaN: true });
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const sum = logarithm(a) + logarithm(b);
        const size = Math.max(1, Math.abs(logarithm(a)), Math.abs(logarithm(b)));
        expect(Math.abs(logarithm(a * b) - sum)).toBeLessThanOrEqual(2 ** -50 * size);
      }),
    );
  });
});
