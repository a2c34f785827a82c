/** All that the host and its worker say to each other. Each side checks what it receives. */
import { z } from "zod";
import type { Dataset } from "../datasets/index.ts";
import { scenarioSchema } from "../scenarios/index.ts";
import { drawOptions, engineError, rangesDescription, resultBlock, runHashes } from "./contract/index.ts";

/** A dataset was checked when it was loaded, by the process that posts it: here only that it is one. */
const postedDataset = z.custom<Dataset>(
  (value) => typeof value === "object" && value !== null && "hash" in value && "population" in value,
  "a checked dataset",
);

export const toWorker = z.discriminatedUnion("kind", [
  /** Keep a dataset for the runs to come: it is sent once, not with every run. */
  z.object({ kind: z.literal("keep-dataset"), datasetId: z.string(), dataset: postedDataset }),
  z.object({ kind: z.literal("drop-dataset"), datasetId: z.string() }),
  z.object({
    kind: z.literal("run"),
    /** Number of this run on this host; the answer carries it. */
    ticket: z.number().int(),
    datasetId: z.string(),
    scenario: scenarioSchema,
    bridge: z.boolean(),
  }),
  /** The same with draws: a first, coarse answer, then the whole one. */
  z.object({
    kind: z.literal("draw"),
    ticket: z.number().int(),
    datasetId: z.string(),
    scenario: scenarioSchema,
    against: scenarioSchema.optional(),
    options: drawOptions,
    /** Shared with whoever asks: see draws/task.ts. */
    shared: z.custom<Int32Array>((value) => value instanceof Int32Array, "shared numbers"),
  }),
]);
export type ToWorker = z.infer<typeof toWorker>;

export const runFrame = z.object({
  members: z.record(z.string(), z.array(z.string())),
  blocks: z.array(resultBlock),
  values: z.instanceof(ArrayBuffer),
  hashes: runHashes,
  computeMs: z.number(),
});
export type RunFrame = z.infer<typeof runFrame>;

export const rangesFrame = rangesDescription.extend({
  values: z.custom<Float64Array>((value) => value instanceof Float64Array, "numbers"),
});
export type RangesFrame = z.infer<typeof rangesFrame>;

export const fromWorker = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("progress"), ticket: z.number().int(), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal("done"), ticket: z.number().int(), frame: runFrame }),
  z.object({ kind: z.literal("coarse"), ticket: z.number().int(), ranges: rangesFrame }),
  z.object({ kind: z.literal("ranges"), ticket: z.number().int(), ranges: rangesFrame }),
  /** The run was stopped before its end. */
  z.object({ kind: z.literal("stopped"), ticket: z.number().int() }),
  z.object({ kind: z.literal("failed"), ticket: z.number().int(), error: engineError }),
]);
export type FromWorker = z.infer<typeof fromWorker>;

/** Posts an answer; the buffers named are handed over, not copied. */
export type PostAnswer = (answer: FromWorker, transfer?: readonly ArrayBuffer[]) => void;
export type HandleRequest = (request: ToWorker, post: PostAnswer) => void;
