/** A run of the model, asked and answered. */
import * as z from "zod";
import { scenarioSchema } from "../../scenarios/schema.ts";
import { bytes } from "./bytes.ts";

export const runRequest = z.object({
  runId: z.string().min(1).max(80),
  /** Runs of one lane replace each other: the latest wins, earlier ones end as "superseded". */
  lane: z.string().min(1).max(80),
  datasetId: z.string().min(1).max(80),
  scenario: scenarioSchema,
  /** Also explain the change of bed days and admissions by cause (the bridge). */
  bridge: z.boolean().default(false),
});
export type RunRequest = z.infer<typeof runRequest>;

/** Where a result block lies in the values blob: little-endian float64, row-major in the order of `dims`. */
export const resultBlock = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  dims: z.array(z.string()),
  offset: z.number().int().min(0),
  length: z.number().int().min(0),
  /** Absent: the model's own figure. Else the scenario adds it, replaces its formula, or replaces one that it rests on. */
  mark: z.enum(["added", "overridden", "rests on an override"]).optional(),
});
export type ResultBlock = z.infer<typeof resultBlock>;

export const engineError = z.object({
  /** Stable code, "scenario.shift.takes-more-than-held". */
  code: z.string(),
  /** What is wrong, where, and what to do, for a person. */
  message: z.string(),
  /** Where: a path in the scenario, or file, row and column. */
  path: z.string().default(""),
  value: z.string().default(""),
  expected: z.string().default(""),
});
export type EngineError = z.infer<typeof engineError>;

export const runHashes = z.object({ model: z.string(), data: z.string(), scenario: z.string() });

export const runOutcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("done"),
    runId: z.string(),
    hashes: runHashes,
    members: z.record(z.string(), z.array(z.string())),
    blocks: z.array(resultBlock),
    values: bytes,
    /** Milliseconds the worker computed. */
    computeMs: z.number(),
  }),
  z.object({ kind: z.literal("superseded"), runId: z.string() }),
  z.object({ kind: z.literal("cancelled"), runId: z.string() }),
  z.object({ kind: z.literal("failed"), runId: z.string(), error: engineError }),
  z.object({ kind: z.literal("crashed"), runId: z.string(), error: engineError }),
]);
export type RunOutcome = z.infer<typeof runOutcome>;

export const engineEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), runId: z.string(), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal("worker-replaced"), message: z.string() }),
]);
export type EngineEvent = z.infer<typeof engineEvent>;
