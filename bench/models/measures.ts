/** Three measures, admissions, bed days and cost, by year, locality and service, with uncertain effects, stays and unit costs. */
import { YEAR } from "../../models/language/model.ts";
import type { Model } from "../../models/language/model.ts";
import { formulaCase } from "./formula-case.ts";
import type { DrawnInput, FormulaCase, Sizes } from "./formula-case.ts";
import { ACTIVITY_DRAWS, ACTIVITY_INPUTS, DIMENSIONS } from "./separable.ts";

const RESULT = { dims: [YEAR, "locality", "service"], docs: "A measure of the bench." };

const MEASURES: Model = {
  dimensions: DIMENSIONS,
  inputs: [
    ...ACTIVITY_INPUTS,
    { id: "stay", label: "stay", unit: "bed days an admission", dims: ["service"], docs: "An input of the bench." },
    { id: "unitCost", label: "unit cost", unit: "£ a bed day", dims: ["service"], docs: "An input of the bench." },
  ],
  variables: [
    {
      ...RESULT,
      id: "admissions",
      label: "admissions",
      unit: "admissions a year",
      formula: "sum(base * localityEffect * ageEffect * (1 + growth) ^ yearNumber, age, sex)",
    },
    { ...RESULT, id: "bedDays", label: "bed days", unit: "bed days a year", formula: "admissions * stay" },
    { ...RESULT, id: "cost", label: "cost", unit: "£ a year", formula: "bedDays * unitCost" },
  ],
};

export function measuresCase(sizes: Sizes): FormulaCase {
  const more: readonly DrawnInput[] = [
    { id: "stay", written: { kind: "log-normal", mu: Math.log(5), sigma: 0.05 } },
    { id: "unitCost", written: { kind: "log-normal", mu: Math.log(600), sigma: 0.05 } },
  ];
  return formulaCase(MEASURES, sizes, [...ACTIVITY_DRAWS, ...more], ["admissions", "bedDays", "cost"]);
}
