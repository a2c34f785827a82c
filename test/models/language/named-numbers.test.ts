/** Numbers beside figures with a unit, where a formula is only tried. */
import { describe, expect, it } from "vitest";
import { TRYING_LIMITS, tryFormula } from "../../../models/language/try-formula.ts";
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

  it("takes no name that a figure has", () => {
    const model = {
      ...MODEL,
      inputs: [...MODEL.inputs, { ...MODEL.inputs[0], id: "number1", label: "", unit: "", dims: [], docs: "" }],
    };
    const inputs = new Map([...INPUTS, ["number1", { dims: [], values: Float64Array.of(100) }] as const]);
    expect([...tryFormula(model, "stay - 6 + 0 * number1 * stay", inputs, MEMBERS, limits).values]).toEqual([
      1, 0.5, 0,
    ]);
  });
});
