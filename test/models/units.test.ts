/** The commissioning model in units: every figure counts, and real formulas with a slip in them are refused. */
import { describe, expect, it } from "vitest";
import { commissioningModel } from "../../models/commissioning/model.ts";
import { planModel } from "../../models/language/compile.ts";
import { FormulaError } from "../../models/language/formula-error.ts";
import type { Model } from "../../models/language/model.ts";
import { resolveNames } from "../../models/language/names.ts";
import { parseFormula } from "../../models/language/parse.ts";
import { checkUnits } from "../../models/language/units/index.ts";

/** The model with some of a variable's text put otherwise; the text must be there. */
function changed(id: string, part: "formula" | "unit", from: string, to: string): Model {
  const model = commissioningModel("projected");
  const variables = model.variables.map((variable) => {
    if (variable.id !== id) return variable;
    expect(variable[part]).toContain(from);
    return { ...variable, [part]: variable[part].replace(from, to) };
  });
  return { ...model, variables };
}

describe.each(["projected", "given"] as const)("the model of %s activity", (kind) => {
  const model = commissioningModel(kind);
  const figures = [...model.inputs, ...model.variables];
  const names = {
    dimensions: new Set(model.dimensions.map(({ id }) => id)),
    blocks: new Set(figures.map(({ id }) => id)),
  };
  const checked = model.variables.map(({ id, dims, formula }) => ({
    id,
    dims,
    expression: resolveNames(parseFormula(formula), names),
  }));
  /** The variables whose formula no longer fits when a figure's unit is another. */
  const refusedWith = (id: string, unit: string): boolean => {
    try {
      checkUnits(
        figures.map((figure) => (figure.id === id ? { id, unit } : figure)),
        checked,
      );
      return false;
    } catch (error) {
      return error instanceof FormulaError && error.code === "formula.units";
    }
  };

  it("has formulas that all give the unit that is declared", () => {
    expect(() => planModel(model)).not.toThrow();
  });

  it("would be refused with any one unit changed", () => {
    const idle = figures.filter(({ id }) => !refusedWith(id, "visits a household"));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe("a real formula with a slip is refused", () => {
  it.each([
    [
      "hospitalCost",
      "variableShare * bedDaysPaidFor",
      "variableShare + bedDaysPaidFor",
      /^hospitalCost: the unit is £ a year, and in the formula variableShare is a plain number and bedDaysPaidFor is bed days a year/,
    ],
    [
      "bedDays",
      "notDelayedBedDays + delayedBedDayCells",
      "notDelayedBedDays + admissions",
      /admissions is admissions a year/,
    ],
    ["bedsNeeded", "activityDays * occupancy", "occupancy", /inScopeBedDays \/ occupancy is bed days a year and/],
    ["bedsOpen", "bedsExtra", "bedYear", /bedYear is days a year, so they cannot be added/],
    [
      "lagYears",
      "releaseLagMonths / monthsOfYear",
      "releaseLagMonths",
      /lagYears: the unit is number, and the formula gives months/,
    ],
    [
      "days",
      "daysOfOrdinaryYear",
      "365",
      /365 is a plain number and leapDay is days a year.*make 365 a variable of its own/,
    ],
    [
      "rate",
      "shiftedFromAge",
      "55",
      /bandLower is years and 55 is a plain number.*make 55 a variable of its own, in years/,
    ],
    ["reserves", "reservesDrawn * lengthOfYear", "reservesDrawn", /is £ and reservesDrawn is £ a year/],
    ["cohort", "* peopleAnAdmission", "", /people a year.*admissions a year/],
    ["reachOf", "(reachLimit * cohort))", "(reachLimit * eligible))", /what exp is taken of must be a plain number/],
    [
      "specialtyTaken",
      "shiftMoney * takeShare",
      "shiftMoney * specialtyWeight",
      /specialtyTaken: the unit is £ a year, and the formula gives/,
    ],
    ["investment", "shiftMoney", "shiftPlaces", /the formula gives places/],
  ])("%s: %s as %s", (id, from, to, message) => {
    expect(() => planModel(changed(id, "formula", from, to))).toThrow(message);
  });

  it.each([
    ["bedDayPrice", "directCost * hospitalPriceIndex", "directCost", /the formula gives £ of the base year a bed day/],
    ["positionReal", " / deflatorIndex", "", /the formula gives £ of the year a year/],
    [
      "lineEffects",
      "linePrice * ",
      "",
      /the unit is £ of the year a year, and the formula gives £ of the base year a year/,
    ],
    ["budgetBeforeShifts", " * basePrice", "", /the formula gives £ of the base year a year/],
    ["notionalCost", "bedDayPrice", "directCost", /the formula gives £ of the base year a year/],
    [
      "lineCost",
      "demandIndex * linePrice",
      "demandIndex",
      /budget0 \* demandIndex is in £ of the base year a year and programmeSpend is in £ of the year a year/,
    ],
  ])("prices: %s: %s as %s", (id, from, to, message) => {
    expect(() => planModel(changed(id, "formula", from, to))).toThrow(message);
    expect(() => planModel(changed(id, "formula", from, to))).toThrow(/price index first/);
  });

  it("with a unit that nobody knows", () => {
    expect(() => planModel(changed("bedDays", "unit", "bed days", "bad days"))).toThrow(
      /^bedDays: "bad days a year" is not a unit/,
    );
  });
});
