/** One formula worked out over a model that is there, without adding to it: for trying what a formula gives. */
import { DAYS_OF_YEAR } from "./calendar.ts";
import { dimensionsOf } from "./dimensions.ts";
import { FormulaError, within } from "./formula-error.ts";
import type { RunLimits } from "./limits.ts";
import type { Model, ModelVariable } from "./model.ts";
import { cellCount } from "./named-array.ts";
import type { Members } from "./named-array.ts";
import { resolveNames } from "./names.ts";
import { parseFormula } from "./parse.ts";
import { partsOfParsed } from "./parsed.ts";
import type { Parsed } from "./parsed.ts";
import { readingOf } from "./reading.ts";
import { createModelRunner } from "./runner.ts";
import type { ModelInputs } from "./runner.ts";
import { parseUnit, unitOfFormula } from "./units/index.ts";
import type { NumberWithUnit } from "./units/index.ts";

export interface TriedFormula {
  /** The formula with every bracket, as it was understood. */
  readonly reading: string;
  /** Dimensions of the result, in the model's order; values row-major by them. */
  readonly dims: readonly string[];
  /** Members of those dimensions, and no others. */
  readonly members: Members;
  readonly values: Float64Array;
  /** In words: "bed days a year". */
  readonly unit: string;
  /** Numbers of the formula that were taken to have the unit of the figures beside them. */
  readonly numbers: readonly NumberWithUnit[];
}

/** For trying: an answer comes at once or not at all, within a second or two on a slow machine. */
export const TRYING_LIMITS: Omit<RunLimits, "deadline"> = {
  mostCells: 2_000_000,
  mostCellsInAll: 50_000_000,
  mostSteps: 200_000_000,
};

/** Most values of the result itself: it is printed whole. */
const MOST_VALUES = 200_000;

/** What messages and the result call the formula. */
const FORMULA = "formula";

/** Works out a formula over the model's figures. Throws FormulaError when it, or what it comes to, is refused. */
export function tryFormula(
  model: Model,
  formula: string,
  inputs: ModelInputs,
  members: Members,
  limits: RunLimits,
): TriedFormula {
  const { variable, numbers } = within(FORMULA, () => typedVariable(model, FORMULA, formula));
  checkResultSize(variable.dims, members);
  const tried: Model = { ...model, variables: [...model.variables, variable] };
  const values = createModelRunner(tried).run(inputs, members, [variable.id], limits).get(variable.id)?.values;
  if (values === undefined) throw new Error("A run gives every variable that it is asked for.");
  return {
    reading: readingOf(parseFormula(formula)),
    dims: variable.dims,
    members: Object.fromEntries(variable.dims.map((dim) => [dim, members[dim] ?? []])),
    values,
    unit: variable.unit,
    numbers,
  };
}

/** True where the formula reads nothing of a model: numbers, signs and functions of the language alone. */
export function isOfNumbersAlone(formula: string): boolean {
  return readsNothing(parseFormula(formula));
}

function readsNothing(node: Parsed): boolean {
  if (node.kind === "name" || node.kind === "look-up") return false;
  return partsOfParsed(node).every(readsNothing);
}

function checkResultSize(dims: readonly string[], members: Members): void {
  const cells = cellCount(members, dims);
  if (cells <= MOST_VALUES) return;
  const sizes = dims.map((dim) => `${dim} (${members[dim]?.length ?? 0})`);
  throw new FormulaError(
    "model.too-large",
    `it has ${cells} values, by ${sizes.join(", ")}; the most is ${MOST_VALUES}. Add up with sum(…, ${dims.slice(-2).join(", ")}) or the like.`,
    FORMULA,
  );
}

/**
 * The formula as a variable of the model, with the unit and all the dimensions that it comes to. Throws FormulaError where
 * the formula is refused.
 */
export function variableOf(model: Model, id: string, formula: string): ModelVariable {
  return typedVariable(model, id, formula).variable;
}

interface TypedVariable {
  readonly variable: ModelVariable;
  readonly numbers: readonly NumberWithUnit[];
}

function typedVariable(model: Model, id: string, formula: string): TypedVariable {
  const figures = [...model.inputs, ...model.variables];
  const dimensions = model.dimensions.map(({ id }) => id);
  const names = { dimensions: new Set(dimensions), blocks: new Set(figures.map(({ id }) => id)) };
  const dims = new Map([...figures, DAYS_OF_YEAR].map((figure) => [figure.id, figure.dims]));
  const found = dimensionsOf(resolveNames(parseFormula(formula), names), (name) => dims.get(name) ?? []);
  const { unit, numbers } = unitOfFormula(model, formula);
  const variable = {
    id,
    label: "Formula",
    unit: writtenUnit(unit),
    dims: dimensions.filter((dim) => found.includes(dim)),
    formula,
    docs: "",
    numbersTakeUnits: true,
  };
  return { variable, numbers };
}

/** The root of bed days has a unit that no figure can be given. */
function writtenUnit(unit: string): string {
  try {
    parseUnit(unit);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FormulaError(
      "formula.units",
      `the unit would be ${unit}, which no figure has. Divide by a figure in the same unit first.`,
    );
  }
  return unit;
}
