/** Numbers beside figures with a unit, in formulas that a person types. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRYING_LIMITS, tryFormula } from "../../../models/language/try-formula.ts";
import { planModel } from "../../../models/language/compile.ts";
import { FormulaError } from "../../../models/language/formula-error.ts";
import { unitOfFormula } from "../../../models/language/units/index.ts";
import { INPUTS, MEMBERS, MODEL } from "./tiny-model.ts";

const limits = { ...TRYING_LIMITS, deadline: () => false };
const tried = (formula: string) => tryFormula(MODEL, formula, INPUTS, MEMBERS, limits);

const STAY = "bed days an admission";

describe("a number beside a figure with a unit", () => {
  it.each([
    ["max(0, stay - 6.5)", [0.5, 0, 0], [["6.5", STAY]]],
    ["6.5 - stay", [-0.5, 0, 0.5], [["6.5", STAY]]],
    [
      "stay - 2 * 3 + -1",
      [0, -0.5, -1],
      [
        ["2 * 3", STAY],
        ["-1", STAY],
      ],
    ],
    ["clamp(stay, 0, 6.2)", [6.2, 6.2, 6], [["6.2", STAY]]],
    ["clamp(0, stay, 8)", [7, 6.5, 6], [["8", STAY]]],
    [
      "stay > 6 ? stay : 6",
      [7, 6.5, 6],
      [
        ["6", STAY],
        ["6", STAY],
      ],
    ],
    ["stay * price > 2500 ? 1 : 2", [1, 1, 1], [["2500", "£ an admission"]]],
    // The first year is compared with the start, 8.
    ["stay - lag(stay, 1, 8)", [-1, -0.5, -0.5], [["8", STAY]]],
    [
      "min((stay - 1) * 2, 11)",
      [11, 11, 10],
      [
        ["1", STAY],
        ["11", STAY],
      ],
    ],
  ] as const)("%s", (formula, values, numbers) => {
    const result = tried(formula);
    expect([...result.values]).toEqual(values);
    expect(result.numbers).toEqual(numbers.map(([number, unit]) => ({ number, unit })));
    expect(result.reading).not.toContain("number");
  });

  it("is none where the numbers have no figure to stand beside, or no unit to take", () => {
    expect(tried("x + 1").numbers).toEqual([]);
    expect(tried("stay * 2").numbers).toEqual([]);
    expect(tried("2 + 3").unit).toBe("number");
  });

  it.each(["stay + price", "stay + price + 5", "exp(stay - 1)", "stay + (price - 5)", "stay + a"])(
    "does not make %s fit: the refusal is of what was typed",
    (formula) => {
      expect(() => tried(formula)).toThrow(/^formula: /);
      expect(() => tried(formula)).not.toThrow(/number\d/);
    },
  );

  it("has a unit in no formula of the model itself", () => {
    const own = { id: "own", label: "", unit: STAY, dims: ["year"], formula: "stay - 6.5", docs: "" };
    const planned = (numbersTakeUnits: boolean) =>
      planModel({ ...MODEL, variables: [...MODEL.variables, { ...own, numbersTakeUnits }] });
    expect(() => planned(false)).toThrow("make 6.5 a variable of its own, in bed days an admission");
    expect(() => planned(true)).not.toThrow();
  });
});

/** Formulas of figures in two units, plain figures and numbers; their units fit in some of them. */
const formulas = fc.letrec<{ whole: string }>((part) => ({
  whole: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom("stay", "price", "a", "2", "0", "6.5", "5%"),
    fc
      .tuple(part("whole"), fc.constantFrom("+", "-", "*", "/"), part("whole"))
      .map(([left, sign, right]) => `((${left}) ${sign} (${right}))`),
    fc.tuple(part("whole"), part("whole")).map(([x, y]) => `max(${x}, ${y})`),
    fc.tuple(part("whole"), part("whole"), part("whole")).map(([x, y, z]) => `((${x}) > (${y}) ? (${z}) : (${x}))`),
  ),
})).whole;

describe("numbers that take a unit", () => {
  it("are only those without which the formula would be refused", () => {
    let [fitted, named] = [0, 0];
    fc.assert(
      fc.property(formulas, (formula) => {
        let found: ReturnType<typeof unitOfFormula>;
        try {
          found = unitOfFormula(MODEL, formula);
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error;
          // What is refused with numbers that take units is refused without.
          expect(() => strictly(formula)).toThrow(FormulaError);
          return;
        }
        if (found.numbers.length > 0) {
          named++;
          expect(() => strictly(formula, found.unit)).toThrow(FormulaError);
        } else {
          fitted++;
          expect(() => strictly(formula, found.unit)).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(fitted, named)).toBeGreaterThan(20);
  });
});

/** Plans the formula as one of the model's own. */
function strictly(formula: string, unit = "number"): void {
  planModel({
    ...MODEL,
    variables: [...MODEL.variables, { id: "own", label: "", unit, dims: ["year"], formula, docs: "" }],
  });
}
