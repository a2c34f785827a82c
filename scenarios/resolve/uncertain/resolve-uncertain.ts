/** A dataset and a scenario joined into what a run with draws needs. */
import type { Dataset } from "../../../datasets/index.ts";
import type { PointsKind, UncertainCase } from "../../../models/index.ts";
import type { Scenario } from "../../schema.ts";
import { DEFAULT_DRAWS } from "../../uncertainty-schema.ts";
import { joinCase, type ResolveOptions } from "../resolve-case.ts";
import { resolveUncertainty } from "./assumptions.ts";

/** What is asked of one run in place of what the scenario says. */
export interface DrawOptions extends ResolveOptions {
  readonly seed?: number | undefined;
  readonly draws?: number | undefined;
  readonly points?: PointsKind | undefined;
  /** Whether chance varies admissions and bed days too. */
  readonly chance?: boolean | undefined;
}

/**
 * The case with its uncertain assumptions: each named by its key, so that adding one changes no draw of another.
 * Assumptions of the dataset are certain unless the scenario gives them a range; so are programme parameters that the
 * scenario sets. Others have the evidence library's range.
 * @throws ScenarioError as `resolveCase` does, and for a range or a correlation that cannot be
 */
export function resolveUncertain(dataset: Dataset, scenario: Scenario, options: DrawOptions = {}): UncertainCase {
  const resolved = joinCase(dataset, scenario, options);
  const { seed, draws, points, chance } = scenario.uncertainty ?? {};
  return {
    case: resolved,
    ...resolveUncertainty(resolved, scenario),
    seed: options.seed ?? seed ?? DEFAULT_DRAWS.seed,
    draws: options.draws ?? draws ?? DEFAULT_DRAWS.draws,
    points: options.points ?? points ?? DEFAULT_DRAWS.points,
    chance: (options.chance ?? chance !== undefined) ? (chance ?? {}) : undefined,
  };
}
