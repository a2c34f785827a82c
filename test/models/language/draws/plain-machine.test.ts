/** The plain draw machine: every instruction worked by hand, tiles, results, and programs that are refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainMachine } from "../../../../models/language/draws/plain-machine.ts";
import { wholePower } from "../../../../models/language/draws/whole-power.ts";
import { exponential } from "../../../../models/uncertainty/functions/exponential.ts";
import { programOf, randomRuns, resultsOf } from "./support/programs.ts";
import type { Written } from "./support/programs.ts";

/** Result of one instruction that writes row 3, over columns in rows 0, 1 and 2. */
function found(instruction: Written, a: readonly number[], b = a, c = a): number[] {
  const program = programOf(3, [], 4, 1, [instruction, ["store", 0, 3]]);
  return resultsOf(plainMachine, program, [a, b, c], a.length)[0] as number[];
}

describe("instructions worked by hand", () => {
  it("sums and products", () => {
    // 1 + 2 x 3 + 10 x 5 = 57; and 1 + 2 x 4 - 10 = -1
    expect(found(["linear", 3, 2, [1], [2], 0, [10], 1], [3, 4], [5, -1])).toEqual([57, -1]);
    expect(found(["product", 3, 3, 0, 1, 2], [2, 0], [3, 3], [4, 5])).toEqual([24, 0]);
    // 1 + 2 x 3 x 5 - 1 x 3 x 7 = 10
    expect(found(["products", 3, 2, [1], [2], 0, 1, [-1], 0, 2], [3], [5], [7])).toEqual([10]);
  });

  it("a sum goes from left to right, each term rounded", () => {
    // 1 + 2^-53 rounds to 1, twice; from the right it would be 1 + 2^-52.
    expect(found(["linear", 3, 2, [1], [1], 0, [1], 1], [2 ** -53], [2 ** -53])).toEqual([1]);
    expect(found(["linear", 3, 2, [2 ** -53], [1], 0, [1], 1], [2 ** -53], [1])).toEqual([1 + 2 ** -52]);
  });

  it("a term of two rows is the number times their product", () => {
    // 1e-200 (1e200 1e200) is beyond all numbers; (1e-200 1e200) 1e200 would be 1e200.
    expect(found(["products", 3, 1, [0], [1e-200], 0, 1], [1e200], [1e200])).toEqual([Infinity]);
  });

  it("functions of one row", () => {
    expect(found(["reciprocal", 3, 0], [4, 0, -0])).toEqual([0.25, Infinity, -Infinity]);
    expect(found(["exp", 3, 0], [0, 1, -800])).toEqual([1, exponential(1), 0]);
    expect(found(["log", 3, 0], [1, 0, -1])).toEqual([0, -Infinity, NaN]);
    expect(found(["sqrt", 3, 0], [9, 2, -1])).toEqual([3, Math.SQRT2, NaN]);
    expect(found(["abs", 3, 0], [-3, 3, -0])).toEqual([3, 3, 0]);
    expect(found(["floor", 3, 0], [1.5, -1.5, -0])).toEqual([1, -2, -0]);
    expect(found(["ceil", 3, 0], [1.5, -1.5, -0.5])).toEqual([2, -1, -0]);
    expect(found(["not", 3, 0], [0, -0, 1])).toEqual([1, 1, 0]);
    expect(found(["round", 3, 0, 2], [1.005, -2.675, 1e22])).toEqual([1.01, -2.68, 1e22]);
    expect(found(["power", 3, 0, 5], [2, -2, 1.1])).toEqual([32, -32, 1.1 * (1.1 * 1.1 * (1.1 * 1.1))]);
  });

  it("functions of two rows", () => {
    expect(found(["pow", 3, 0, 1], [2, 9], [10, 0.5])).toEqual([1024, 3]);
    expect(found(["min", 3, 0, 1], [2, 0, NaN], [3, -0, 1])).toEqual([2, -0, NaN]);
    expect(found(["max", 3, 0, 1], [2, -0, 1], [3, 0, NaN])).toEqual([3, 0, NaN]);
    expect(found(["ratio", 3, 0, 1], [6, 1, 1], [4, 0, -0])).toEqual([1.5, 0, 0]);
    expect(found(["divide", 3, 0, 1], [6, 1, 1], [4, 0, -0])).toEqual([1.5, Infinity, -Infinity]);
  });

  it("comparisons and choices", () => {
    const [x, y] = [
      [1, 2, 3, NaN],
      [2, 2, 2, NaN],
    ];
    expect(found(["equal", 3, 0, 1], x, y)).toEqual([0, 1, 0, 0]);
    expect(found(["unequal", 3, 0, 1], x, y)).toEqual([1, 0, 1, 1]);
    expect(found(["smaller", 3, 0, 1], x, y)).toEqual([1, 0, 0, 0]);
    expect(found(["larger", 3, 0, 1], x, y)).toEqual([0, 0, 1, 0]);
    expect(found(["smallerEqual", 3, 0, 1], x, y)).toEqual([1, 1, 0, 0]);
    expect(found(["largerEqual", 3, 0, 1], x, y)).toEqual([0, 1, 1, 0]);
    expect(found(["and", 3, 0, 1], [0, 0, 1, 1], [0, 1, 0, 1])).toEqual([0, 0, 0, 1]);
    expect(found(["or", 3, 0, 1], [0, 0, 1, 1], [0, 1, 0, 1])).toEqual([0, 1, 1, 1]);
    expect(found(["select", 3, 0, 1, 2], [1, 0], [10, 20], [30, 40])).toEqual([10, 40]);
  });

  it("events by chance", () => {
    // Of ln 2 expected none up to u = 1/2, one up to 0.846574; the middle of 400 expected is 400; never one of none.
    expect(found(["poisson", 3, 0, 1], [Math.LN2, Math.LN2, 400, 0], [0.49, 0.84, 0.5, 1 - 2 ** -53])).toEqual([
      0, 1, 400, 0,
    ]);
    expect(found(["poisson", 3, 0, 1], [-1, NaN, 2e12, 3, 3], [0.5, 0.5, 0.5, 0, NaN])).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it("a curve read between its points", () => {
    // Points (1, 10), (3, 30) and (2, 99), the last not counted; a second (3, 77) comes too late.
    const curve = [1, 3, 2, 10, 30, 99, 0, 77];
    const program = programOf(1, curve, 10, 2, [
      ["interpolate", 9, 0, 4, 1, 4, 1, 2, 5, 1, 3, 6, 7, 2, 8, 1],
      ["store", 0, 9],
      ["interpolate", 9, 0, 1, 1, 4, 7],
      ["store", 1, 9],
    ]);
    const [values, none] = resultsOf(plainMachine, program, [[0, 1, 1.5, 2, 3, 4, NaN]], 7);
    expect(values).toEqual([10, 10, 15, 20, 30, 30, NaN]);
    expect(none).toEqual([0, 0, 0, 0, 0, 0, NaN]);
  });

  it("writes to a row that it reads", () => {
    const program = programOf(1, [], 2, 1, [
      ["linear", 1, 1, [1], [1], 0],
      ["linear", 1, 2, [0], [2], 1, [3], 1],
      ["product", 1, 2, 1, 1],
      ["store", 0, 1],
    ]);
    // (2 (x + 1) + 3 (x + 1))²
    expect(resultsOf(plainMachine, program, [[0, 1]], 2)).toEqual([[25, 100]]);
  });
});

describe("whole powers", () => {
  it("are those of Math.pow, as nearly as so many multiplications allow", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 1, max: 64 }), (x, n) => {
        expect(Math.abs(wholePower(x, n) / x ** n - 1)).toBeLessThanOrEqual(n * 2 ** -52);
      }),
    );
    expect([wholePower(3, 1), wholePower(3, 4), wholePower(-2, 7), wholePower(-0, 3)]).toEqual([3, 81, -128, -0]);
  });
});

describe("runs", () => {
  it("give the same for any tile", () => {
    fc.assert(
      fc.property(randomRuns, ({ program, columns, tile }) => {
        const whole = (columns[0] as readonly number[]).length;
        expect(resultsOf(plainMachine, program, columns, tile)).toEqual(
          resultsOf(plainMachine, program, columns, whole),
        );
      }),
    );
  });

  it("leave the draws of others alone", () => {
    const program = programOf(1, [], 1, 2, [
      ["store", 0, 0],
      ["store", 1, 0],
    ]);
    const store = plainMachine.openResults(2, 5);
    const loaded = plainMachine.load(program, 2, store);
    loaded.columns[0]?.set([7, 8]);
    loaded.run(2, 1);
    loaded.run(1, 4);
    expect([...store.values]).toEqual([0, 7, 8, 0, 7, 0, 7, 8, 0, 7]);
  });

  it("refuse draws that do not fit", () => {
    const program = programOf(1, [], 1, 1, [["store", 0, 0]]);
    const loaded = plainMachine.load(program, 4, plainMachine.openResults(1, 10));
    for (const [count, at] of [
      [5, 0],
      [4, 7],
      [1, -1],
      [1, 0.5],
      [-1, 0],
      [NaN, 0],
    ] as const) {
      expect(() => loaded.run(count, at)).toThrow(RangeError);
    }
    expect(() => plainMachine.load(program, 0, plainMachine.openResults(1, 10))).toThrow("a tile of 0");
    expect(() => plainMachine.openResults(0, 10)).toThrow("a number of series of 0");
    expect(() => plainMachine.openResults(1, 1.5)).toThrow("a number of draws of 1.5");
  });
});

describe("programs that are refused", () => {
  const load = (program: ReturnType<typeof programOf>) => () =>
    plainMachine.load(program, 4, plainMachine.openResults(1, 10));
  const refused: [string, Written[], string][] = [
    ["a row beyond the last", [["exp", 2, 3]], "Word 2 of a draw program (exp) is 3. Give a whole number from 0 to 2."],
    [
      "a column that is written",
      [["exp", 0, 0]],
      "Word 1 of a draw program (exp) is 0. Give a whole number from 2 to 2.",
    ],
    ["a constant that is written", [["exp", 1, 0]], "Word 1 of a draw program (exp) is 1"],
    ["a series beyond the last", [["store", 1, 0]], "Word 1 of a draw program (store) is 1"],
    ["a number that is not there", [["linear", 2, 1, 7, [1], 0]], "Word 3 of a draw program (linear) is 7"],
    [
      "a power beyond 64",
      [["power", 2, 0, 65]],
      "Word 3 of a draw program (power) is 65. Give a whole number from 2 to 64.",
    ],
    ["code that ends too early", [["product", 2, 3, 0, 0]], "Word 5 of a draw program (product) is missing"],
  ];
  it.each(refused)("%s", (_, written, message) => {
    expect(load(programOf(1, [1], 3, 1, written))).toThrow(message);
  });

  it("an operation that is not there, too few rows, and more series than results", () => {
    const program = programOf(1, [1], 3, 1, [["exp", 2, 0]]);
    expect(load({ ...program, code: Int32Array.of(99, 2, 0) })).toThrow("Word 0 of a draw program (operation) is 99");
    expect(load({ ...program, rows: 1 })).toThrow("has 1 columns and 1 constants");
    expect(load({ ...program, series: 2 })).toThrow("writes 2 series and there is room for 1");
  });
});
