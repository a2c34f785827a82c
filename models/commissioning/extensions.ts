/**
 * What a scenario puts beside or in place of the model's own formulas: figures that it adds, and variables that it works
 * out otherwise. They go through the same passes as the model itself and are refused by them in the same words.
 */
import { planModel } from "../language/compile.ts";
import { FormulaError } from "../language/formula-error.ts";
import type { Model, ModelVariable } from "../language/model.ts";
import { cellCount, type Members } from "../language/named-array.ts";
import { orderStatements } from "../language/order.ts";
import { readsOf } from "../language/plan.ts";

/** Another formula for a variable of the model, which keeps its id, unit and dimensions. */
export interface FormulaOverride {
  readonly variable: string;
  readonly formula: string;
}

export interface Extensions {
  readonly added: readonly ModelVariable[];
  readonly overrides: readonly FormulaOverride[];
}

export const NO_EXTENSIONS: Extensions = { added: [], overrides: [] };

/** Why a figure is not the model's own. An added one is "added" whatever it reads. */
export type Mark = "added" | "overridden" | "rests on an override";

/** Values that an added figure may have: results go to the reader whole. */
export const MOST_ADDED_CELLS = 100_000;

/** Results that are made from variables, outside the model. */
const MADE_ELSEWHERE: ReadonlySet<string> = new Set(["bridgeAdmissions", "bridgeBedDays"]);

/** What of the extensions decides figures, as one text: the same text, the same figures. */
export function extensionsText({ added, overrides }: Extensions): string {
  if (added.length === 0 && overrides.length === 0) return "";
  return JSON.stringify([
    added.map(({ id, unit, dims, formula }) => [id, unit, dims, formula]),
    overrides.map(({ variable, formula }) => [variable, formula]),
  ]);
}

/**
 * The model with its extensions, in whose formulas a number beside figures has their unit, as where a formula is tried.
 * Throws FormulaError when an id is taken, or an override is of nothing or of one thing twice.
 */
export function extendModel(model: Model, { added, overrides }: Extensions): Model {
  const taken = new Set([...model.inputs, ...model.variables].map(({ id }) => id));
  for (const { id } of added) {
    if (!taken.has(id) && !MADE_ELSEWHERE.has(id)) continue;
    const remedy = "Choose another id; to work it out otherwise, override its formula.";
    throw new FormulaError("formula.name", `The model has a figure of that id already. ${remedy}`, id);
  }
  const formulas = new Map<string, string>();
  for (const { variable, formula } of overrides) {
    if (formulas.has(variable)) {
      throw new FormulaError("formula.name", "Its formula is overridden twice. Keep one of the two.", variable);
    }
    if (!model.variables.some(({ id }) => id === variable)) throw notAVariable(model, added, variable);
    formulas.set(variable, formula);
  }
  const variables = model.variables.map((each) => {
    const formula = formulas.get(each.id);
    return formula === undefined ? each : { ...each, formula, numbersTakeUnits: true };
  });
  return { ...model, variables: [...variables, ...added.map((each) => ({ ...each, numbersTakeUnits: true }))] };
}

function notAVariable(model: Model, added: readonly ModelVariable[], id: string): FormulaError {
  const why = model.inputs.some((input) => input.id === id)
    ? "It is an input, which has no formula: change the assumption or the dataset instead."
    : added.some((each) => each.id === id)
      ? "This scenario adds it: change its formula there."
      : "The model has no variable of that id, so there is no formula to override.";
  return new FormulaError("formula.name", why, id);
}

/**
 * The figures that are not the model's own: those added, those overridden, and those that rest on an overridden one,
 * through however many formulas. `extended` is the model with these extensions. Throws FormulaError for a formula that
 * the language refuses, or one that closes a circle.
 */
export function marksOf(extended: Model, { added, overrides }: Extensions): ReadonlyMap<string, Mark> {
  const { statements } = planModel(extended);
  orderStatements(statements);
  const reached = new Set(overrides.map(({ variable }) => variable));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const statement of statements) {
      if (readsOf(statement).some(({ name }) => reached.has(name))) reached.add(statement.id);
    }
  }
  const marks = new Map<string, Mark>();
  for (const { id } of extended.variables) if (reached.has(id)) marks.set(id, "rests on an override");
  for (const { variable } of overrides) marks.set(variable, "overridden");
  for (const { id } of added) marks.set(id, "added");
  return marks;
}

/** Throws FormulaError for an added figure with more values than can be shown to anyone. */
export function checkAddedSizes({ added }: Extensions, members: Members): void {
  for (const { id, dims } of added) {
    const cells = cellCount(members, dims);
    if (cells <= MOST_ADDED_CELLS) continue;
    const most = `at most ${MOST_ADDED_CELLS} are shown: leave a dimension out and write sum(…, age, sex) or the like`;
    throw new FormulaError("formula.dimensions", `With ${dims.join(", ")} it has ${cells} values; ${most}.`, id);
  }
}
