/** One formula tried on a dataset with nothing moved, or on no dataset where it is of numbers alone. */
import type { Dataset } from "../datasets/index.ts";
import { tryOnCase, tryOnNumbers, tryOnValues } from "../models/index.ts";
import type { Deadline, TriedFormula } from "../models/index.ts";
import { emptyScenario, resolveCase } from "../scenarios/index.ts";
import type { EngineError } from "./contract/index.ts";
import { describeProblem } from "./problem.ts";

/** The value of a formula, or why there is none. */
export type FormulaOutcome =
  { readonly kind: "done"; readonly tried: TriedFormula } | { readonly kind: "failed"; readonly error: EngineError };

/** Milliseconds from the beginning of the work, opening the dataset not counted, to the last look at the clock. */
const TIME_ALLOWED = 1200;

/** `dataset` is asked only when the formula reads a figure; what it throws is thrown. */
export async function tryFormula(formula: string, dataset: () => Promise<Dataset>): Promise<FormulaOutcome> {
  try {
    const tried = tryOnNumbers(formula, until(TIME_ALLOWED));
    if (tried !== null) return { kind: "done", tried };
  } catch (error) {
    return { kind: "failed", error: describeProblem(error) };
  }
  const opened = await dataset();
  try {
    const given = resolveCase(opened, emptyScenario(opened));
    return { kind: "done", tried: tryOnCase(given, formula, until(TIME_ALLOWED)) };
  } catch (error) {
    return { kind: "failed", error: describeProblem(error) };
  }
}

/** The same over named numbers in place of a dataset. */
export function tryFormulaOnValues(formula: string, values: Readonly<Record<string, number>>): FormulaOutcome {
  try {
    return { kind: "done", tried: tryOnValues(values, formula, until(TIME_ALLOWED)) };
  } catch (error) {
    return { kind: "failed", error: describeProblem(error) };
  }
}

function until(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return () => performance.now() > end;
}
