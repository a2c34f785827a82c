/** A run with draws, planned: the program and the plan of its draws, and what its series are. */
import { createDrawJobs, extensionsText, ModelInputError, RANGE_IDS } from "../../models/index.ts";
import type {
  ChanceFigures,
  CommissioningResults,
  CommissioningRunner,
  DrawnResults,
  DrawnTarget,
  DrawProgram,
  DrawsPlan,
  Extensions,
  Members,
  UncertainCase,
} from "../../models/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import {
  formulaProblem,
  resolveExtensions,
  resolveTargets,
  resolveUncertain,
  targetProblem,
} from "../../scenarios/index.ts";
import type { Scenario, Targets } from "../../scenarios/index.ts";
import type { DrawOptions } from "../contract/index.ts";
import { describeProblem } from "../problem.ts";
import { EXPECTED_FIGURES, withExpected } from "./chance-figures.ts";
import type { Compared } from "./differences.ts";

export interface PlannedRun {
  readonly program: DrawProgram;
  readonly plan: DrawsPlan;
  readonly members: Members;
  readonly extensions: Extensions;
  readonly central: CommissioningResults;
  readonly results: DrawnResults;
  readonly targets: Targets["targets"];
  /** Where each target is met, in the order of `targets`. */
  readonly met: readonly DrawnTarget[];
  readonly chance: ChanceFigures | null;
  readonly compared: Compared | null;
}

export interface RunAsked {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly against: Scenario | undefined;
  readonly options: DrawOptions;
}

/** Throws what a run without draws throws, and ScenarioError for a target that is refused. */
export type PlanRun = (asked: RunAsked) => PlannedRun;

/** Plans for one stream of runs that resemble each other. */
export function createRunPlanner(runner: CommissioningRunner): PlanRun {
  const jobs = createDrawJobs();

  return ({ dataset, scenario, against, options }) => {
    const { outputs = RANGE_IDS, targets: askedTargets, ...chosen } = options;
    const uncertain = resolveUncertain(dataset, scenario, chosen);
    const extensions = resolveExtensions(scenario);
    const asked = resolveTargets(scenario, askedTargets);
    const other = against === undefined ? null : comparedCase(dataset, against, uncertain);
    if (against !== undefined) sameFigures(extensions, resolveExtensions(against));
    const atCentral = (given: UncertainCase): CommissioningResults =>
      given.chance === undefined
        ? runner.run(given.case, outputs, extensions)
        : withExpected(runner.run(given.case, [...new Set([...outputs, ...EXPECTED_FIGURES])], extensions));
    const centralOfFirst = other === null || against === undefined ? null : ofOther(against, () => atCentral(other));
    // A scenario that is refused at central values is refused here, in the same words.
    const central = atCentral(uncertain);
    const request = { outputs, extensions, targets: asked.targets };
    const common = { extensions, central, targets: asked.targets };
    try {
      if (other === null || centralOfFirst === null) {
        const { targets: met, ...job } = jobs.plan(uncertain, request);
        return { ...common, ...job, met, compared: null };
      }
      const { targets: met, difference, ...job } = jobs.planPair(other, uncertain, request);
      return { ...common, ...job, met, compared: { difference, central, centralOfFirst } };
    } catch (error) {
      throw targetProblem(error, asked);
    }
  };
}

/** The other scenario in the draws of this one, whatever it says of its own. */
function comparedCase(
  dataset: Dataset,
  against: Scenario,
  { seed, draws, points, chance }: UncertainCase,
): UncertainCase {
  return ofOther(against, () => ({ ...resolveUncertain(dataset, against, { seed, draws, points }), chance }));
}

/** What goes wrong with the other scenario is told as of that one. */
function ofOther<T>(against: Scenario, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { message, path, ...rest } = describeProblem(formulaProblem(error, against));
    throw new ModelInputError({
      ...rest,
      message: `The scenario that this one is compared with, "${against.title}", cannot be run. ${message}`,
      path: path === "" ? "against" : `against.${path}`,
    });
  }
}

function sameFigures(own: Extensions, other: Extensions): void {
  if (extensionsText(own) === extensionsText(other)) return;
  throw new ModelInputError({
    code: "pair.differs",
    message:
      "Two scenarios are compared draw by draw, and their own formulas (figures that they add, formulas that they replace) " +
      "are not the same. Give both the same formulas, or run each without the other.",
    path: "against",
    value: "other formulas",
    expected: "the same variables and overrides",
  });
}
