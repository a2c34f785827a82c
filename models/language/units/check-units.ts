/** The pass that checks units: every formula must give the unit that its variable declares. */
import { partsOf } from "../expression.ts";
import type { Expression } from "../expression.ts";
import { FormulaError, within } from "../formula-error.ts";
import type { Model } from "../model.ts";
import type { CheckedVariable } from "../plan.ts";
import type { Part } from "./clash.ts";
import { notDeclared } from "./clash.ts";
import { noUnit, sameUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { unitInWords } from "./unit-in-words.ts";
import { unitOfExpression } from "./units-of.ts";
import type { UnitOf } from "./units-of.ts";
import { parseUnit } from "./written-unit.ts";

/** Most figures named in one refusal. */
const MOST_NAMED = 6;

/** Checks every formula of a model. Throws FormulaError with the variable, both units and the part where they clash. */
export function checkUnits(model: Model, variables: readonly CheckedVariable[]): void {
  const of = unitsOf(model);
  const declared = new Map(model.variables.map((variable) => [variable.id, variable.unit.trim() || "number"]));
  for (const { id, expression } of variables) {
    within(id, () => checkUnit(declared.get(id) ?? "number", of(id), expression, of));
  }
}

/** The unit of a checked formula over the figures of a model, in words. Throws FormulaError as `checkUnits` does. */
export function unitOfFormula(model: Model, expression: Expression): string {
  return unitInWords(unitOfExpression(expression, unitsOf(model)) ?? noUnit());
}

/** The declared units of a model's figures. Throws FormulaError, naming the figure, for a unit that cannot be read. */
function unitsOf(model: Model): UnitOf {
  const units = new Map<string, Unit>();
  for (const { id, unit } of [...model.inputs, ...model.variables]) within(id, () => units.set(id, parseUnit(unit)));
  return (name) => units.get(name) ?? noUnit();
}

function checkUnit(declared: string, wanted: Unit, expression: Expression, of: UnitOf): void {
  const parts = namesIn(expression).map((name): Part => ({ node: { kind: "name", name }, unit: of(name) }));
  const found = inContext(declared, () => unitOfExpression(expression, of));
  // Numbers alone say how much, and the declared unit says of what: that is how a quantity is given a name.
  if (parts.length === 0 || found === null || sameUnit(found, wanted)) return;
  throw notDeclared(declared, wanted, found, parts.slice(0, MOST_NAMED));
}

/** A clash inside the formula is told with the unit that the whole should have had. */
function inContext<T>(declared: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError) || error.code !== "formula.units") throw error;
    throw new FormulaError(error.code, `the unit is ${declared}, and in the formula ${error.message}`);
  }
}

function namesIn(node: Expression): readonly string[] {
  const names = node.kind === "name" ? [node.name] : partsOf(node).flatMap(namesIn);
  return [...new Set(names)];
}
