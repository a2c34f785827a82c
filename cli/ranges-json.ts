/** The document that --json prints of a run with draws, beside the report. */
import type { DecodedRanges } from "../engine/index.ts";
import type { NamedArray } from "../models/index.ts";
import { targetConcerns } from "../scenarios/index.ts";
import type { DrawnRanges } from "./commands/draw-ranges.ts";

const STATISTIC = "statistic";
const DIFFERENCE_STATISTIC = "difference statistic";

/** Values row-major by `dims`, the statistics last. Nothing in it depends on the time or on the threads. */
export function rangesAsJson({ answer, decoded }: DrawnRanges): object {
  const { draws, seed, points, assumptions, chances, chance, correlations } = answer;
  const { [STATISTIC]: statistics, [DIFFERENCE_STATISTIC]: differenceStatistics, ...members } = decoded.members;
  const compared = differenceStatistics !== undefined;
  return {
    draws,
    seed,
    points,
    assumptions,
    statistics,
    ...(compared ? { differenceStatistics } : {}),
    members,
    results: asObject(decoded.results, decoded.blocks),
    chances,
    concerns: targetConcerns(chances, draws),
    ...(compared ? { differences: asObject(decoded.differences, decoded.blocks) } : {}),
    correlations,
    ...(chance === null ? {} : { chance }),
  };
}

function asObject(arrays: ReadonlyMap<string, NamedArray>, blocks: DecodedRanges["blocks"]): object {
  return Object.fromEntries(
    [...arrays].map(([id, { dims, values }]) => {
      const { label = id, unit = "", mark } = blocks.get(id) ?? {};
      return [id, { label, unit, ...(mark === undefined ? {} : { mark }), dims, values: [...values] }];
    }),
  );
}
