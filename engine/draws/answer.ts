/** The answer to a run with draws, from the summaries of its series. */
import { PERCENTILES, reportCorrelations } from "../../models/index.ts";
import type { Members } from "../../models/index.ts";
import type { ChanceBlock } from "../contract/index.ts";
import { labelsWith } from "../labels.ts";
import type { RangesFrame } from "../messages.ts";
import { reportChance } from "./chance-figures.ts";
import { chanceIn, CHANCES, DIFFERENCE_STATISTIC, writeDifferences } from "./differences.ts";
import type { PlannedRun } from "./planned-run.ts";
import { joined, STATISTIC, statistics, writeRanges } from "./ranges.ts";
import type { Summaries } from "./run-draws.ts";

export type Answer = Omit<RangesFrame, "hashes" | "computeMs">;

export function answerOf(planned: PlannedRun, summaries: Summaries): Answer {
  const { plan, members, results, central, extensions, compared } = planned;
  const errors = plan.points !== "sobol" && summaries.draws > 1;
  const names = statistics(PERCENTILES, errors);
  const labels = labelsWith(extensions);
  const ranges = writeRanges(central, results, summaries, names.length, labels);
  const differences = compared === null ? NONE : writeDifferences(compared, summaries, errors, labels);
  const { values, second } = joined(ranges, differences);
  const kept = new Set([...results.values()].flatMap(({ dims }) => dims));
  return {
    draws: summaries.draws,
    seed: plan.seed,
    points: plan.points,
    assumptions: plan.assumptions.length,
    members: {
      ...some(members, kept),
      [STATISTIC]: names,
      ...(compared === null ? {} : { [DIFFERENCE_STATISTIC]: statistics(PERCENTILES, errors, CHANCES) }),
    },
    blocks: ranges.blocks,
    differences: second,
    chances: chancesOf(planned, summaries, errors),
    correlations: [...reportCorrelations(plan, summaries.draws)],
    chance: reportChance(planned.chance),
    values,
  };
}

const NONE = { blocks: [], values: new Float64Array(0) };

function chancesOf({ targets, met, members }: PlannedRun, summaries: Summaries, errors: boolean): ChanceBlock[] {
  return met.map((result, i) => {
    const target = targets[i] as PlannedRun["targets"][number];
    const estimates = Array.from(result.series, (_, cell) => chanceIn(result, cell, summaries, errors));
    return {
      ...target,
      unit: result.unit,
      dims: [...result.dims],
      members: some(members, new Set(result.dims)),
      chance: estimates.map(({ value }) => value),
      standardErrors: errors ? estimates.map(({ standardError }) => standardError ?? 0) : null,
    };
  });
}

function some(members: Members, dims: ReadonlySet<string>): Record<string, string[]> {
  const own = Object.entries(members).filter(([dim]) => dims.has(dim));
  return Object.fromEntries(own.map(([dim, list]) => [dim, [...list]]));
}
