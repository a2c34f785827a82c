/** A formula tried on the commissioning model of a case, or on no model where it is of numbers alone. */
import type { RunLimits } from "../language/limits.ts";
import { isOfNumbersAlone, tryFormula, TRYING_LIMITS } from "../language/try-formula.ts";
import type { TriedFormula } from "../language/try-formula.ts";
import type { CommissioningCase } from "./case.ts";
import { checkCase } from "./check-case.ts";
import { commissioningInputs } from "./inputs.ts";
import { commissioningMembers } from "./members.ts";
import { commissioningModel } from "./model.ts";

/** True when the time allowed is up. */
export type Deadline = () => boolean;

/** Throws FormulaError when the formula, or what it comes to, is refused; ModelInputError when the case is. */
export function tryOnCase(given: CommissioningCase, formula: string, deadline: Deadline): TriedFormula {
  checkCase(given);
  const members = commissioningMembers(given);
  const model = commissioningModel(given.activity.kind);
  return tryFormula(model, formula, commissioningInputs(given, members), members, limitsUntil(deadline));
}

/** The formula's value where it needs no figures of a case; null where it does. Throws FormulaError. */
export function tryOnNumbers(formula: string, deadline: Deadline): TriedFormula | null {
  if (!isOfNumbersAlone(formula)) return null;
  const model = { dimensions: [{ id: "year", label: "Year" }], inputs: [], variables: [] };
  return tryFormula(model, formula, new Map(), { year: [] }, limitsUntil(deadline));
}

/** The formula over named numbers without a unit, in place of a case's figures. Throws FormulaError, for a name too. */
export function tryOnValues(
  values: Readonly<Record<string, number>>,
  formula: string,
  deadline: Deadline,
): TriedFormula {
  const named = Object.entries(values);
  const inputs = named.map(([id]) => ({ id, label: id, unit: "", dims: [], docs: "" }));
  const model = { dimensions: [{ id: "year", label: "Year" }], inputs, variables: [] };
  const blocks = new Map(named.map(([id, value]) => [id, { dims: [], values: Float64Array.of(value) }]));
  return tryFormula(model, formula, blocks, { year: [] }, limitsUntil(deadline));
}

function limitsUntil(deadline: Deadline): RunLimits {
  return { ...TRYING_LIMITS, deadline };
}
