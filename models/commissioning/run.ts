/** Runs the commissioning model on a case, and keeps what has not changed since the last run. */
import { FormulaError } from "../language/formula-error.ts";
import { createModelRunner } from "../language/runner.ts";
import type { ModelInputs, ModelRunner } from "../language/runner.ts";
import type { Members, NamedArray } from "../language/named-array.ts";
import type { Activity, CommissioningCase } from "./case.ts";
import { checkCase } from "./check-case.ts";
import { checkPlaces, checkTaking, PLACES_BLOCKS, TAKING_BLOCKS } from "./check-results.ts";
import { ModelInputError } from "./input-error.ts";
import { commissioningInputs } from "./inputs.ts";
import { commissioningMembers } from "./members.ts";
import { commissioningModel } from "./model.ts";
import type { CommissioningResults } from "./results.ts";
import { RESULT_IDS } from "./result-ids.ts";

export interface CommissioningRunner {
  /**
   * The asked variables (ids of `commissioningVariables`; by default `RESULT_IDS`, which leaves out the large blocks by
   * age and sex) for doing nothing and the scenario. A pure function of the case: what is kept from earlier runs changes
   * only the time it takes. Throws ModelInputError when the case is refused.
   */
  run(given: CommissioningCase, outputs?: readonly string[]): CommissioningResults;
}

/** A runner for one stream of cases that resemble each other: dragging one amount works out only what follows from it. */
export function createCommissioningRunner(): CommissioningRunner {
  const runners = new Map<Activity["kind"], ModelRunner>();
  return {
    run(given, outputs = RESULT_IDS) {
      checkCase(given);
      const kind = given.activity.kind;
      const runner = runners.get(kind) ?? createModelRunner(commissioningModel(kind));
      runners.set(kind, runner);
      const members = commissioningMembers(given);
      const inputs = commissioningInputs(given, members);
      const asked = new Set([...outputs, ...PLACES_BLOCKS, ...TAKING_BLOCKS]);
      const values = workOut(runner, inputs, members, [...asked], () =>
        checkPlaces(given, members, runner.run(inputs, members, PLACES_BLOCKS)),
      );
      checkPlaces(given, members, values);
      checkTaking(given, members, values);
      return { members, values: new Map(outputs.map((id) => [id, values.get(id) as NamedArray])) };
    },
  };
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
