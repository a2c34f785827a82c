/** A small model whose figures have units, to check one formula against. */
import { planModel } from "../../../../models/language/compile.ts";
import { FormulaError } from "../../../../models/language/formula-error.ts";
import type { Model } from "../../../../models/language/model.ts";

/** Unit of each input by id. All have the dimensions year and area. */
export const UNITS: Readonly<Record<string, string>> = {
  bedDays: "bed days a year",
  delayed: "bed days a year",
  daysOpen: "days a year",
  beds: "beds",
  admissions: "admissions a year",
  population: "people",
  cost: "£ a year",
  costThen: "£ a year, base-year prices",
  cost2024: "£ a year, 2024/25 prices",
  price: "£ a bed day, base-year prices",
  prices: "price index, base year 1",
  reserves: "£ at 31 March",
  occupancy: "share",
  growth: "rate",
  flag: "0 or 1",
  lagMonths: "months",
  lagYears: "years",
  plain: "",
  square: "beds times beds",
  thousand: "people per 1,000 people",
};

/** The model with one variable of the given unit and formula. */
export function modelWith(unit: string, formula: string): Model {
  const text = { label: "", docs: "", dims: ["year", "area"] };
  return {
    dimensions: ["year", "area"].map((id) => ({ id, label: id })),
    inputs: Object.entries(UNITS).map(([id, written]) => ({ ...text, id, unit: written })),
    variables: [{ ...text, id: "result", unit, formula }],
  };
}

/** The refusal of the formula by its unit, or "" where it fits. Any other refusal is thrown on. */
export function refusalOf(unit: string, formula: string): string {
  try {
    planModel(modelWith(unit, formula));
    return "";
  } catch (error) {
    if (error instanceof FormulaError && error.code === "formula.units") return error.message;
    throw error;
  }
}
