/** Runs the commissioning model on a case, and keeps what has not changed since the last run. */
import { FormulaError } from "../language/formula-error.ts";
import { createModelRunner } from "../language/runner.ts";
import type { Model } from "../language/model.ts";
import type { ModelInputs, ModelRunner } from "../language/runner.ts";
import type { Members, NamedArray } from "../language/named-array.ts";
import type { Activity, CommissioningCase } from "./case.ts";
import { checkCase } from "./check-case.ts";
import { checkPlaces, checkTaking, PLACES_BLOCKS, TAKING_BLOCKS } from "./check-results.ts";
import { checkAddedSizes, extensionsText, marksOf, NO_EXTENSIONS } from "./extensions.ts";
import type { Extensions, Mark } from "./extensions.ts";
import { ModelInputError } from "./input-error.ts";
import { commissioningInputs } from "./inputs.ts";
import { commissioningMembers } from "./members.ts";
import { commissioningModel } from "./model.ts";
import type { CommissioningResults } from "./results.ts";
import { RESULT_IDS } from "./result-ids.ts";

export interface CommissioningRunner {
  /**
   * The asked variables (ids of `commissioningVariables`; by default `RESULT_IDS`, which leaves out the large blocks by
   * age and sex) and all that the extensions add, for doing nothing and the scenario. A pure function of the case and
   * the extensions: what is kept from earlier runs changes only the time it takes. Throws ModelInputError when the case
   * is refused, FormulaError when a formula of the extensions is.
   */
  run(given: CommissioningCase, outputs?: readonly string[], extensions?: Extensions): CommissioningResults;
}

interface Kept {
  readonly extended: boolean;
  readonly runner: ModelRunner;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Models with extensions that are kept ready beside the model itself: going back and forth between two is quick. */
const KEPT_EXTENDED = 2;

/** A runner for one stream of cases that resemble each other: dragging one amount works out only what follows from it. */
export function createCommissioningRunner(): CommissioningRunner {
  const kept = new Map<string, Kept>();
  return {
    run(given, outputs = RESULT_IDS, extensions = NO_EXTENSIONS) {
      checkCase(given);
      const { runner, marks } = runnerOf(kept, given.activity.kind, extensions);
      const members = commissioningMembers(given);
      checkAddedSizes(extensions, members);
      const inputs = commissioningInputs(given, members);
      const shown = [...new Set([...outputs, ...extensions.added.map(({ id }) => id)])];
      const values = workOut(runner, inputs, members, blocksOfRun(shown), () =>
        checkPlaces(given, members, runner.run(inputs, members, PLACES_BLOCKS)),
      );
      checkPlaces(given, members, values);
      checkTaking(given, members, values);
      const results = { members, values: new Map(shown.map((id) => [id, values.get(id) as NamedArray])) };
      if (marks.size === 0) return results;
      return { ...results, marks: new Map([...marks].filter(([id]) => results.values.has(id))) };
    },
  };
}

/** All that a run works out: what is shown, and what the checks of the results read. */
export function blocksOfRun(shown: readonly string[]): readonly string[] {
  return [...new Set([...shown, ...PLACES_BLOCKS, ...TAKING_BLOCKS])];
}

/** The runner of the model with these extensions; those used longest ago make room, the model's own never does. */
function runnerOf(kept: Map<string, Kept>, kind: Activity["kind"], extensions: Extensions): Kept {
  const key = `${kind} ${extensionsText(extensions)}`;
  const found = kept.get(key) ?? keep(commissioningModel(kind, extensions), extensions);
  kept.delete(key);
  kept.set(key, found);
  const extended = [...kept].filter(([, each]) => each.extended);
  for (const [oldest] of extended.slice(0, -KEPT_EXTENDED)) kept.delete(oldest);
  return found;
}

function keep(model: Model, extensions: Extensions): Kept {
  const extended = extensionsText(extensions) !== "";
  const marks = extended ? marksOf(model, extensions) : new Map<string, Mark>();
  return { extended, runner: createModelRunner(model), marks };
}

/** Runs the model. Where a figure is not finite, `explain` may throw the reason; else the figure is named. */
function workOut(
  runner: ModelRunner,
  inputs: ModelInputs,
  members: Members,
  outputs: readonly string[],
  explain: () => void,
): ReadonlyMap<string, NamedArray> {
  try {
    return runner.run(inputs, members, outputs);
  } catch (error) {
    if (!(error instanceof FormulaError) || error.code !== "model.not-finite") throw error;
    explain();
    throw new ModelInputError({
      code: "case.result-not-finite",
      message: `With these inputs, ${error.message}`,
      path: error.variable,
      value: "not finite",
      expected: "inputs that give a finite figure",
    });
  }
}
