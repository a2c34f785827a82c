/** Rank correlations of a run with draws: asked for, used after repair, and achieved by its draws. */
import { createDraws } from "../draws.ts";
import type { DrawsPlan } from "../draws.ts";
import { centredRanks, correlationOfRanks } from "./rank-correlation.ts";

export interface ReportedCorrelation {
  readonly first: string;
  readonly second: string;
  /** 0 for a pair that nobody asked for. */
  readonly requested: number;
  /** That of the copula, which differs from what was asked for where pairs contradicted each other. */
  readonly used: number;
  /** Of the draws looked at; null where they are too few to tell. */
  readonly achieved: number | null;
}

/** Draws that are ranked at most: with as many, chance moves a correlation by about 0.014. */
export const MOST_RANKED = 5000;

/** A pair that nobody asked for is told when repair has moved it by more than this, so that two decimals show it. */
const MOVED = 0.005;

/**
 * The pairs asked for, in the order of asking, then those that repair has moved. Achieved correlations are those of the
 * first `draws` draws, at most `MOST_RANKED`. Throws ModelInputError for a plan that cannot be drawn.
 */
export function reportCorrelations(plan: DrawsPlan, draws: number): readonly ReportedCorrelation[] {
  if (plan.correlations.length === 0) return [];
  const { groups, ranks } = rankedDraws(plan, Math.min(draws, MOST_RANKED));
  const pairs = groups.flatMap((group) => group.pairs);
  const byNames = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const asked = plan.correlations.map(({ first, second, rank }) => ({
    first,
    second,
    requested: rank,
    used: byNames.get(keyOf({ first, second }))?.used ?? rank,
  }));
  const known = new Set(asked.map(keyOf));
  const moved = pairs
    .filter((pair) => !known.has(keyOf(pair)) && Math.abs(pair.used) > MOVED)
    .map(({ first, second, used }) => ({ first, second, requested: 0, used }));
  return [...asked, ...moved].map((pair) => {
    const achieved = correlationOfRanks(ranks.get(pair.first) as Float64Array, ranks.get(pair.second) as Float64Array);
    return { ...pair, achieved: Number.isNaN(achieved) ? null : achieved };
  });
}

/** Centred ranks of the correlated assumptions. The others are drawn only where draws hang on the whole list. */
function rankedDraws(plan: DrawsPlan, count: number) {
  const correlated = new Set(plan.correlations.flatMap(({ first, second }) => [first, second]));
  const assumptions =
    plan.points === "sobol" ? plan.assumptions : plan.assumptions.filter(({ parameter }) => correlated.has(parameter));
  const { groups, fill } = createDraws({ ...plan, assumptions, chance: [] });
  const columns = assumptions.map(() => new Float64Array(count));
  fill(columns, 0, 0, count);
  const ranks = new Map(
    assumptions.flatMap(({ parameter }, i) =>
      correlated.has(parameter) ? [[parameter, centredRanks(columns[i] as Float64Array)] as const] : [],
    ),
  );
  return { groups, ranks };
}

function keyOf({ first, second }: { readonly first: string; readonly second: string }): string {
  return JSON.stringify(first < second ? [first, second] : [second, first]);
}
