/** Targets of a run with draws, as figures of the model: how likely is it that a formula's value is met? */
import type { MetBy } from "../language/draws/results.ts";
import { FormulaError, within } from "../language/formula-error.ts";
import type { Model } from "../language/model.ts";
import { cellCount } from "../language/named-array.ts";
import type { Members } from "../language/named-array.ts";
import { variableOf } from "../language/try-formula.ts";
import type { Activity } from "./case.ts";
import type { Extensions } from "./extensions.ts";
import { commissioningModel } from "./model.ts";

/** A figure of which the chance is asked that it is at most, or at least, a value in its own unit. */
export interface DrawTarget {
  /** `fundingGap[world = "scenario", year = "2030/31"]`. */
  readonly formula: string;
  readonly direction: "at-most" | "at-least";
  readonly value: number;
}

/** Values that the formula of a target may have: each has a chance of its own. */
const MOST_TARGET_CELLS = 10_000;

/** Ids that no scenario will have for a figure of its own; one that does is refused. */
const targetId = (i: number): string => `target_${i + 1}_of_this_run`;

/** The place in the request of the target that an error is of, by the error's variable; null when it is of none. */
export function targetOf(variable: string): number | null {
  const found = /^target_(\d+)_of_this_run$/.exec(variable);
  return found === null ? null : Number(found[1]) - 1;
}

/** Takes targets through every pass that can refuse their formulas; nothing is worked out. Throws FormulaError. */
export function checkTargets(kind: Activity["kind"], extensions: Extensions, targets: readonly DrawTarget[]): void {
  if (targets.length > 0) withTargets(commissioningModel(kind, extensions), targets);
}

export interface PlannedTarget extends MetBy {
  /** Of the formula, and so of the value: "bed days a year". */
  readonly unit: string;
}

/** What a model made by `withTargets` meets them by. Throws FormulaError for one with more values than can be shown to anyone. */
export function metBy(model: Model, targets: readonly DrawTarget[], members: Members): readonly PlannedTarget[] {
  const variables = new Map(model.variables.map((variable) => [variable.id, variable]));
  return targets.map(({ direction, value }, i) => {
    const id = targetId(i);
    const { dims = [], unit = "" } = variables.get(id) ?? {};
    const cells = cellCount(members, dims);
    if (cells <= MOST_TARGET_CELLS) return { id, direction, value, unit };
    const most = `at most ${MOST_TARGET_CELLS} have a chance each: name a member, [year = "…"], or add up with sum(…)`;
    throw new FormulaError("formula.dimensions", `It has ${cells} values; ${most}.`, id);
  });
}

/** The model with a figure for the formula of each target. Throws FormulaError. */
export function withTargets(model: Model, targets: readonly DrawTarget[]): Model {
  const variables = targets.map(({ formula }, i) => within(targetId(i), () => variableOf(model, targetId(i), formula)));
  return { ...model, variables: [...model.variables, ...variables] };
}
