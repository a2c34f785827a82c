/** Targets of a run with draws: those asked of the run, else the scenario's own, and what is wrong with one. */
import type { Dataset } from "../../../datasets/index.ts";
import { checkTargets, FormulaError, targetOf } from "../../../models/index.ts";
import { indicatorDrawTargets } from "../../indicators/draw-targets.ts";
import { ScenarioError } from "../../scenario-error.ts";
import type { Scenario } from "../../schema.ts";
import type { ScenarioTarget } from "../../uncertainty-schema.ts";
import { resolveExtensions } from "../extensions.ts";

export interface Targets {
  readonly targets: readonly ScenarioTarget[];
  /** Where they stand: "uncertainty.targets" of the scenario file, or "options.targets" of the request. */
  readonly path: string;
}

/** Targets asked of one run take the place of all of the scenario's, those for national indicators included. */
export function resolveTargets(scenario: Scenario, asked?: readonly ScenarioTarget[]): Targets {
  if (asked !== undefined) return { targets: asked, path: "options.targets" };
  // Indicator targets come last, so that the place of each of the others stays its place in the file.
  const targets = [...(scenario.uncertainty?.targets ?? []), ...indicatorDrawTargets(scenario)];
  return { targets, path: "uncertainty.targets" };
}

/**
 * Reads the formulas of the scenario's own targets against the model that this dataset is run with. Throws ScenarioError
 * with the place of one that the language refuses.
 */
export function checkOwnTargets({ activity }: Pick<Dataset, "activity">, scenario: Scenario): void {
  const own = resolveTargets(scenario);
  try {
    checkTargets(activity.kind, resolveExtensions(scenario), own.targets);
  } catch (error) {
    throw targetProblem(error, own);
  }
}

/** The same error as one of a target's formula, where it is of one; any other is given back as it is. */
export function targetProblem(error: unknown, { targets, path }: Targets): unknown {
  if (!(error instanceof FormulaError)) return error;
  // A member that there is not is told without the figure that asks for it.
  const named = targetOf(error.variable) ?? targets.findIndex(({ formula }) => quotes(error.message, formula));
  const target = targets[named];
  if (target === undefined) return error;
  const { label, formula } = target;
  const why = error.message.replace(/^target_\d+_of_this_run: /, "");
  return new ScenarioError("scenario.target", `The target "${label}" cannot be worked out. ${why}`, {
    path: `${path}[${named}].formula`,
    value: formula,
    expected: "a formula as in docs/method/language.md",
  });
}

/** Whether a text in quotes of the message stands in quotes in the formula too. */
function quotes(message: string, formula: string): boolean {
  return [...message.matchAll(/"[^"]+"/g)].some(([quoted]) => formula.includes(quoted));
}
