/** Figures that a scenario adds and formulas that it replaces, as the model takes them, and what is wrong with them. */
import type { Dataset } from "../../datasets/index.ts";
import { checkExtensions, FormulaError, ModelInputError, type Extensions } from "../../models/index.ts";
import { ScenarioError } from "../scenario-error.ts";
import type { Scenario } from "../schema.ts";

export function resolveExtensions({ variables = [], overrides = [] }: Scenario): Extensions {
  return { added: variables.map((each) => ({ ...each, docs: each.docs ?? "" })), overrides };
}

/**
 * Reads every formula of the scenario against the model that this dataset is run with; none is worked out. Throws
 * ScenarioError with the formula's place in the file when the language refuses it.
 */
export function checkFormulas({ activity }: Pick<Dataset, "activity">, scenario: Scenario): void {
  try {
    checkExtensions(activity.kind, resolveExtensions(scenario));
  } catch (error) {
    throw formulaProblem(error, scenario);
  }
}

/**
 * The same error as one of the scenario's, where it is of a formula of the scenario: `path` is the formula's place
 * ("variables[2].formula"). Any other error is given back as it is.
 */
export function formulaProblem(error: unknown, scenario: Scenario): unknown {
  const refused = refusal(error);
  if (refused === null || !hasFormulas(scenario)) return error;
  const { message } = refused;
  // A circle is told by the names on it, a member that there is not without any.
  const id = refused.id === "" ? firstNamed(message, scenario) : refused.id;
  const place = placeOf(id, scenario);
  if (place === null && id !== "") return error;
  const whose = place?.startsWith("variables") === true ? "a figure that it adds" : "a formula that it replaces";
  return new ScenarioError("scenario.formula", `"${scenario.title}" has ${whose} that cannot be used. ${message}`, {
    path: place ?? ((scenario.overrides ?? []).length > 0 ? "overrides" : "variables"),
    value: formulaOf(id, scenario),
    expected: "a formula as in docs/method/language.md",
  });
}

/** The figure whose formula, or whose value, is refused; null for any other error. */
function refusal(error: unknown): { readonly id: string; readonly message: string } | null {
  if (error instanceof FormulaError) return { id: error.variable, message: error.message };
  if (!(error instanceof ModelInputError) || error.code !== "case.result-not-finite") return null;
  return { id: error.path, message: error.message };
}

/** The first figure of the scenario that the words name; "" where they name none. */
function firstNamed(message: string, { variables = [], overrides = [] }: Scenario): string {
  const own = new Set([...variables.map(({ id }) => id), ...overrides.map(({ variable }) => variable)]);
  return message.split(/[^A-Za-z0-9_]+/).find((word) => own.has(word)) ?? "";
}

function hasFormulas({ variables = [], overrides = [] }: Scenario): boolean {
  return variables.length > 0 || overrides.length > 0;
}

/** Where the formula of that id stands; an override before an added figure, as one of an added figure is refused. */
function placeOf(id: string, { variables = [], overrides = [] }: Scenario): string | null {
  const override = overrides.findLastIndex((each) => each.variable === id);
  if (override >= 0) return `overrides[${override}].formula`;
  const added = variables.findLastIndex((each) => each.id === id);
  return added >= 0 ? `variables[${added}].formula` : null;
}

function formulaOf(id: string, { variables = [], overrides = [] }: Scenario): string | undefined {
  return (
    overrides.findLast((each) => each.variable === id)?.formula ?? variables.findLast((each) => each.id === id)?.formula
  );
}
