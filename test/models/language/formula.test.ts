/** What may be written in a formula, what it gives, and what is refused with what advice. */
import { describe, expect, it } from "vitest";
import { FormulaError } from "../../../models/language/formula-error.ts";
import { parseFormula } from "../../../models/language/parse.ts";
import { GREEDY, HOSTILE, NOT_NUMBERS } from "./refused-formulas.ts";
import { refusal, value } from "./scalars.ts";

describe("ordinary formulas", () => {
  it.each([
    ["admissions*1.02^5", 200 * 1.02 ** 5],
    ["(bed_days/admissions)*0.9", 0.675],
    ["max(0, bed_days-100)", 50],
    ["min(a,b)", 3],
    ["round(x,2)", 2.35],
    ["abs(-3)", 3],
    ["(-a)^2", 9],
    ["-(a^2)", -9],
    ["(2^3)^2", 64],
    ["2^(3^2)", 512],
    ["2^-1", 0.5],
    ["a - b - 1", -5],
    ["b / a / 2", 7 / 6],
    ["a < b and not (a == b) ? 10 : 20", 10],
    ["a > b or a != 3 ? 1 : a >= 3 ? 2 : 3", 2],
    ["a <= 2 ? 1 : 2", 2],
    ["clamp(b, 0, 5) + clamp(-1, 0, 5)", 5],
    ["ratio(a, 0) + ratio(b, 2)", 3.5],
    ["exp(log(a)) + sqrt(16)", 7],
    ["floor(-2.5) + ceil(2.1)", 0],
    ["round(2.5) + round(-2.5)", 0],
    ["round(1.005, 2)", 1.01],
    ["100 * (1 + 0.02) * (1 + 0.03)", 105.06],
    ["1e-9 * 1e9", 1],
    ["+a", 3],
    ["max(a, b, 10, 1)", 10],
    ["max(\n  a,\n  b\n)", 7],
    ["(((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))", 1],
  ])("%s", (formula, expected) => {
    expect(value(formula)).toBeCloseTo(expected, 10);
  });
});

describe("results that are not ordinary numbers", () => {
  it.each(NOT_NUMBERS)("%s is refused", (formula) => {
    expect(refusal(formula)).toBeInstanceOf(FormulaError);
  });

  it("says where a figure is not finite", () => {
    expect(refusal("a / (a - 3)")?.message).toMatch(/result: the result is infinite/);
    expect(refusal("a / (a - 3)")?.code).toBe("model.not-finite");
  });
});

describe("hostile formulas", () => {
  it.each(HOSTILE)("%s is refused", (formula) => {
    expect(refusal(formula)).toBeInstanceOf(FormulaError);
  });

  it.each(GREEDY.map((formula) => [formula.slice(0, 30), formula] as const))(
    "%s is refused by reading alone",
    (_, formula) => {
      // Nothing is evaluated before the refusal, so there is no more to spend than the length of the text.
      expect(refusal(formula)).toBeInstanceOf(FormulaError);
    },
  );

  it("names the character, the function or the name that it refuses", () => {
    expect(refusal("random()")?.message).toContain('no function called "random"');
    expect(refusal("constructor")?.message).toContain('called "constructor"');
    expect(refusal("beds = 5")?.message).toContain("gives a value a name");
    expect(refusal("a; b")?.message).toContain('";"');
    expect(refusal("a < b < 3 ? 1 : 0")?.message).toContain("a < b and b < c");
    expect(() => parseFormula("a.b")).toThrow(/Properties/);
  });
});
