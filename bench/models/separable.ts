/**
 * Activity as a product of uncertain effects, each with few dimensions, summed to year and service. Written as a person
 * would: nothing says in which order to sum.
 */
import { YEAR } from "../../models/language/model.ts";
import type { Model, ModelInput } from "../../models/language/model.ts";
import { formulaCase } from "./formula-case.ts";
import type { DrawnInput, FormulaCase, Sizes } from "./formula-case.ts";

export const DIMENSIONS: Model["dimensions"] = [YEAR, "locality", "age", "sex", "service"].map((id) => ({
  id,
  label: id,
}));

const input = (id: string, unit: string, dims: readonly string[]): ModelInput => ({
  id,
  label: id,
  unit,
  dims,
  docs: "An input of the bench.",
});

/** Activity in the base, and what multiplies it. */
export const ACTIVITY_INPUTS: readonly ModelInput[] = [
  input("base", "admissions a year", [YEAR, "locality", "age", "sex", "service"]),
  input("localityEffect", "factor", ["locality", "service"]),
  input("ageEffect", "factor", ["age", "service"]),
  input("growth", "rate", ["service"]),
  input("yearNumber", "number", [YEAR]),
];

/** The same distributions as the peers draw from. */
export const ACTIVITY_DRAWS: readonly DrawnInput[] = [
  { id: "localityEffect", written: { kind: "log-normal", mu: 0, sigma: 0.03 } },
  { id: "ageEffect", written: { kind: "log-normal", mu: 0, sigma: 0.04 } },
  { id: "growth", written: { kind: "normal", mean: 0.01, sd: 0.005 } },
];

const SEPARABLE: Model = {
  dimensions: DIMENSIONS,
  inputs: [...ACTIVITY_INPUTS, input("serviceEffect", "factor", ["service"])],
  variables: [
    {
      ...input("activity", "admissions a year", [YEAR, "locality", "age", "sex", "service"]),
      formula: "base * serviceEffect * localityEffect * ageEffect * (1 + growth) ^ yearNumber",
    },
    {
      ...input("total", "admissions a year", [YEAR, "service"]),
      formula: "sum(activity, locality, age, sex)",
    },
  ],
};

/** Activity of every cell summed to year by service. */
export function separableCase(sizes: Sizes): FormulaCase {
  const serviceEffect: DrawnInput = { id: "serviceEffect", written: { kind: "log-normal", mu: 0, sigma: 0.05 } };
  return formulaCase(SEPARABLE, sizes, [...ACTIVITY_DRAWS, serviceEffect], ["total"]);
}
