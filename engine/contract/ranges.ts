/** A run with draws, asked and answered. */
import * as z from "zod";
import { scenarioSchema } from "../../scenarios/schema.ts";
import { drawPoints, drawTarget, MOST_DRAWS, MOST_TARGETS } from "../../scenarios/uncertainty-schema.ts";
import { engineError, resultBlock, runHashes } from "./runs.ts";

/** What is asked of a run with draws, in place of what the scenario says. */
export const drawOptions = z.object({
  draws: z.number().int().min(1).max(MOST_DRAWS).optional(),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  points: drawPoints.optional(),
  /** Ids of the results; absent means those that readers rely on. */
  outputs: z.array(z.string().max(80)).min(1).max(400).optional(),
  targets: z.array(drawTarget).max(MOST_TARGETS).optional(),
  /** Whether admissions and bed days come with chance variation too. */
  chance: z.boolean().optional(),
});
export type DrawOptions = z.infer<typeof drawOptions>;

export const rangesRequest = z.object({
  runId: z.string().min(1).max(80),
  lane: z.string().min(1).max(80),
  datasetId: z.string().min(1).max(80),
  scenario: scenarioSchema,
  /** Compared with the scenario draw by draw, in the scenario's own draws; it must be on the same dataset. */
  against: scenarioSchema.optional(),
  options: drawOptions.default({}),
});
export type RangesRequest = z.infer<typeof rangesRequest>;

/** How often a target is met: one chance for each cell of its formula, row-major by `dims`. */
export const chanceBlock = drawTarget.extend({
  /** Of the formula, and so of `value`. */
  unit: z.string(),
  dims: z.array(z.string()),
  members: z.record(z.string(), z.array(z.string())),
  chance: z.array(z.number()),
  /** Monte Carlo standard errors √(p(1 - p)/n); null for Sobol points, which have none. */
  standardErrors: z.array(z.number()).nullable(),
});
export type ChanceBlock = z.infer<typeof chanceBlock>;

/** Rank correlation of two assumptions: asked for, used after repair, and achieved by the draws. */
export const correlationReport = z.object({
  first: z.string(),
  second: z.string(),
  /** 0 for a pair that nobody asked for; it is here because repair moved it. */
  requested: z.number(),
  used: z.number(),
  /** Of this answer's draws, the first 5,000 at most; null where there are too few to tell. */
  achieved: z.number().nullable(),
});

const chanceFigure = z.object({
  id: z.string(),
  /** The figure that is expected: without chance variation. */
  of: z.string(),
});

/** Which results have chance variation, and which cannot have it here; `note` says it to a reader. */
export const chanceReport = z.object({
  modelled: z.array(chanceFigure),
  notModelled: z.array(chanceFigure),
  note: z.string(),
});
export type ChanceReport = z.infer<typeof chanceReport>;

/** All that an answer with draws holds but its numbers. */
export const rangesDescription = z.object({
  /** How many draws these are from. */
  draws: z.number().int(),
  seed: z.number(),
  points: drawPoints,
  /** How many assumptions are uncertain. */
  assumptions: z.number().int(),
  hashes: runHashes.extend({ against: z.string().optional() }),
  members: z.record(z.string(), z.array(z.string())),
  /** Results, their last dimension "statistic". */
  blocks: z.array(resultBlock),
  /** The scenario less the one it is compared with, last dimension "difference statistic"; none without one. */
  differences: z.array(resultBlock),
  chances: z.array(chanceBlock),
  correlations: z.array(correlationReport),
  /** Null in a run without chance variation. */
  chance: chanceReport.nullable(),
  computeMs: z.number(),
});

/**
 * Ranges of results: as a run's values, each block with a last dimension of statistics (central value, mean, percentiles
 * and, where they have one, the Monte Carlo standard error of each; of differences also the chances of being above and
 * below). First from a few hundred draws, then from all.
 */
export const rangesOutcome = z.discriminatedUnion("kind", [
  rangesDescription.extend({
    kind: z.literal("ranges"),
    runId: z.string(),
    /** Whether these are from all draws. */
    final: z.boolean(),
    /** Little-endian float64 in base64: results, then differences. */
    values: z.string(),
  }),
  z.object({ kind: z.literal("superseded"), runId: z.string() }),
  z.object({ kind: z.literal("cancelled"), runId: z.string() }),
  z.object({ kind: z.literal("failed"), runId: z.string(), error: engineError }),
  z.object({ kind: z.literal("crashed"), runId: z.string(), error: engineError }),
]);
export type RangesOutcome = z.infer<typeof rangesOutcome>;
