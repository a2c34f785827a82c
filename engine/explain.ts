/** The plan of a scenario's run, for the command line. Nothing is computed: only the case is put together. */
import type { Dataset } from "../datasets/index.ts";
import { explainCommissioning } from "../models/index.ts";
import type { CommissioningPlan } from "../models/index.ts";
import { formulaProblem, resolveExtensions, resolveUncertain } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { describeProblem, problemOf } from "./problem.ts";

/** `variable`: the id of the one asked about; null for the usual results. Throws what a run would, and for an unknown id. */
export function explainScenario(dataset: Dataset, scenario: Scenario, variable: string | null): CommissioningPlan {
  try {
    return explainCommissioning(resolveUncertain(dataset, scenario), variable, resolveExtensions(scenario));
  } catch (error) {
    throw problemOf(describeProblem(formulaProblem(error, scenario)));
  }
}
