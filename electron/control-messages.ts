/** What main and the engine's process say to each other. Both check what they hear: either may be of another version. */
import * as z from "zod";
import { fileReference } from "../engine/contract/index.ts";

const requestId = z.number().int().min(1);
const path = z.string().min(1).max(32_768);
const mode = z.enum(["read", "read-write"]);

/** A handle that an engine's process gave before it died: the next one takes it over, so that the window's go on working. */
export const standingGrant = z.strictObject({ handle: z.string().min(1).max(200), path, mode });
export type StandingGrant = z.infer<typeof standingGrant>;

export const toEngine = z.discriminatedUnion("kind", [
  /** The first message: where the program keeps its own state, where a person's documents are, and handles to take over. */
  z.strictObject({
    kind: z.literal("start"),
    stateFolder: path,
    documentsFolder: path,
    standing: z.array(standingGrant).max(10_000),
  }),
  /** The person chose this file in a dialog, or opened it from the file manager. */
  z.strictObject({ kind: z.literal("grant"), id: requestId, path, mode }),
  /** Comes with a MessagePort whose other end is a window's. */
  z.strictObject({ kind: z.literal("attach") }),
]);
export type ToEngine = z.infer<typeof toEngine>;

export const fromEngine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("granted"), id: requestId, file: fileReference }),
  z.strictObject({ kind: z.literal("refused"), id: requestId, message: z.string() }),
  /** The engine could not start, or was sent something it does not understand. */
  z.strictObject({ kind: z.literal("broken"), message: z.string() }),
]);
export type FromEngine = z.infer<typeof fromEngine>;
