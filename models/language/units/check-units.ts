/** The pass that checks units: every formula must give the unit that its variable declares. */
import { partsOf } from "../expression.ts";
import type { Expression } from "../expression.ts";
import { FormulaError, within } from "../formula-error.ts";
import type { ModelInput, ModelVariable } from "../model.ts";
import type { CheckedVariable } from "../plan.ts";
import type { Part } from "./clash.ts";
import { notDeclared } from "./clash.ts";
import { sameUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { unitOfExpression } from "./units-of.ts";
import type { Figures, UnitOf } from "./figures.ts";
import { parseUnit } from "./written-unit.ts";

/** Most figures named in one refusal. */
const MOST_NAMED = 6;

/** An input or variable with its unit as written. */
export type Figure = Pick<ModelInput, "id" | "unit"> & Pick<ModelVariable, "numbersTakeUnits">;

/**
 * Checks the formulas of `variables` over all figures of their model, the variables themselves among them. Throws
 * FormulaError with the variable, both units and the part where they clash.
 */
export function checkUnits(figures: readonly Figure[], variables: readonly CheckedVariable[]): void {
  const unitOf = unitsOf(figures);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  for (const { id, expression } of variables) {
    const { unit = "", numbersTakeUnits = false } = byId.get(id) ?? {};
    const take = numbersTakeUnits ? () => undefined : null;
    within(id, () => checkUnit(unit.trim() || "number", unitOf(id), expression, { unitOf, take }));
  }
}

/** The declared units of figures. Throws FormulaError, naming the figure, for a unit that cannot be read. */
export function unitsOf(figures: readonly Figure[]): UnitOf {
  const units = new Map<string, Unit>();
  const parsed = new Map<string, Unit>();
  for (const { id, unit } of figures) {
    const known = parsed.get(unit) ?? within(id, () => parseUnit(unit));
    parsed.set(unit, known);
    units.set(id, known);
  }
  return (name) => {
    const unit = units.get(name);
    if (unit === undefined) throw new Error(`There is no figure called "${name}".`);
    return unit;
  };
}

function checkUnit(declared: string, wanted: Unit, expression: Expression, figures: Figures): void {
  const parts = namesIn(expression).map((name): Part => ({ node: { kind: "name", name }, unit: figures.unitOf(name) }));
  const found = inContext(declared, () => unitOfExpression(expression, figures));
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
