/** A scenario or pack may hold any text as a formula: to open it is as safe as to type it. */
import { describe, expect, it } from "vitest";
import { checkExtensions } from "../../models/commissioning/model.ts";
import { FormulaError } from "../../models/language/formula-error.ts";
import { GREEDY, HOSTILE, TYPED } from "./language/refused-formulas.ts";

const added = (formula: string) => ({
  added: [{ id: "mine", label: "Mine", unit: "number", dims: [], formula, docs: "" }],
  overrides: [],
});
const overridden = (formula: string) => ({ added: [], overrides: [{ variable: "days", formula }] });

describe("formulas that a scenario holds", () => {
  it.each([...HOSTILE, ...GREEDY, ...TYPED].map((formula) => [formula.slice(0, 40), formula] as const))(
    "%s is refused as an added figure and as an override",
    (_, formula) => {
      expect(() => checkExtensions("projected", added(formula))).toThrow(FormulaError);
      expect(() => checkExtensions("projected", overridden(formula))).toThrow(FormulaError);
    },
  );

  it("an ordinary one is accepted in both places: the refusals are of the formulas", () => {
    expect(() => checkExtensions("projected", added("2 * 3"))).not.toThrow();
    expect(() => checkExtensions("projected", overridden("days(year)"))).not.toThrow();
  });
});
