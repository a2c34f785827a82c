/** A model of a few numbers, to try what is typed on. */
import { FormulaError } from "../../../models/language/formula-error.ts";
import type { ModelVariable } from "../../../models/language/model.ts";
import { createModelRunner } from "../../../models/language/runner.ts";

const VALUES: Readonly<Record<string, number>> = { admissions: 200, bed_days: 150, a: 3, b: 7, x: 2.345 };
const NAMES = Object.keys(VALUES);

/** Works out a formula of scalars, called "result". */
export function value(formula: string): number {
  const variable: ModelVariable = { id: "result", label: "", unit: "", dims: [], formula, docs: "" };
  const runner = createModelRunner({
    dimensions: [{ id: "year", label: "Year" }],
    inputs: NAMES.map((id) => ({ id, label: "", unit: "", dims: [], docs: "" })),
    variables: [variable],
  });
  const inputs = new Map(NAMES.map((id) => [id, { dims: [], values: Float64Array.of(VALUES[id] ?? 0) }]));
  return runner.run(inputs, { year: ["2026/27"] }, ["result"]).get("result")?.values[0] ?? Number.NaN;
}

/** The refusal of a formula, or undefined where it gives a number. */
export function refusal(formula: string): FormulaError | undefined {
  try {
    value(formula);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
