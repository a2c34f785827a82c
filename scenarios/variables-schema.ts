/** Figures that a scenario adds to the model, and formulas that it replaces. Described in docs/scenario-format.md. */
import * as z from "zod";

/** Formulas are read (and refused) by the formula language; here only their size is limited. */
const formula = z.string().min(1).max(2000);
const figureId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, "a letter followed by letters, digits or _");

export const MOST_VARIABLES = 100;

export const scenarioVariable = z.strictObject({
  id: figureId,
  label: z.string().min(1).max(120),
  unit: z.string().max(120),
  /** Dimensions of the model, in the order of its values. */
  dims: z.array(z.string().min(1).max(64)).max(8),
  formula,
  docs: z.string().max(2000).optional(),
});

/** Another formula for a variable of the model, which keeps its id, unit and dimensions. */
export const formulaOverride = z.strictObject({
  variable: figureId,
  formula,
  /** Why: shown beside every result that rests on it. */
  reason: z.string().min(1).max(2000),
});

export type ScenarioVariable = z.infer<typeof scenarioVariable>;
export type FormulaOverride = z.infer<typeof formulaOverride>;
