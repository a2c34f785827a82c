/** What a run's first thread and the threads that help it say to each other. Each side checks what it receives. */
import { z } from "zod";
import type { DrawTask, Phase, PhaseAnswer } from "./task.ts";

/** Made by our own thread from a checked scenario: here only that it is what it says it is. */
const kindOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
const phase = z.custom<Phase>((value) => ["keep", "summarise", "count", "collect"].includes(String(kindOf(value))));
const task = z.custom<DrawTask>((value) => typeof value === "object" && value !== null && "program" in value);
const answer = z.custom<PhaseAnswer>((value) =>
  ["done", "counted", "collected", "stopped", "failed"].includes(String(kindOf(value))),
);

export const toDrawThread = z.discriminatedUnion("kind", [
  /** The run that the phases to come are of; null ends it. */
  z.object({ kind: z.literal("task"), task: task.nullable() }),
  z.object({ kind: z.literal("phase"), number: z.number().int(), phase }),
]);
export type ToDrawThread = z.infer<typeof toDrawThread>;

export const fromDrawThread = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("answer"), number: z.number().int(), answer }),
]);
export type FromDrawThread = z.infer<typeof fromDrawThread>;
