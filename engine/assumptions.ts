/** The assumption register of a scenario, for the command line. Nothing is computed: only the case is put together. */
import type { Dataset } from "../datasets/index.ts";
import { assumptionRegister, formulaProblem } from "../scenarios/index.ts";
import type { AssumptionRegister, Scenario } from "../scenarios/index.ts";
import { describeProblem, problemOf } from "./problem.ts";

/** Throws what a run would, where the scenario does not fit the dataset. */
export function registerOfScenario(dataset: Dataset, scenario: Scenario): AssumptionRegister {
  try {
    return assumptionRegister(dataset, scenario);
  } catch (error) {
    throw problemOf(describeProblem(formulaProblem(error, scenario)));
  }
}
