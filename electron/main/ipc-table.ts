/** Every channel a page may call: what goes in, what comes out, how large it may be. No other channel exists. */
import * as z from "zod";
import { fileReference } from "../../engine/contract/index.ts";
import { LONGEST_TITLE, PICK_OPEN, PICK_SAVE, SAVED_TO_CLOSE, SET_DIRTY } from "../channels.ts";

export interface Channel {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Of the serialised input. */
  readonly maxBytes: number;
}

export const ipcTable = {
  [PICK_OPEN]: { input: z.undefined(), output: fileReference.nullable(), maxBytes: 64 },
  [PICK_SAVE]: {
    input: z.strictObject({ kind: z.enum(["scenario", "pack"]), suggestedName: z.string().max(200) }),
    output: fileReference.nullable(),
    maxBytes: 2000,
  },
  [SET_DIRTY]: {
    input: z.strictObject({ title: z.string().max(LONGEST_TITLE), dirty: z.boolean() }),
    output: z.null(),
    maxBytes: 2000,
  },
  [SAVED_TO_CLOSE]: { input: z.strictObject({ saved: z.boolean() }), output: z.null(), maxBytes: 64 },
} as const satisfies Readonly<Record<string, Channel>>;

export type ChannelName = keyof typeof ipcTable;

export type IpcHandlers = {
  readonly [Name in ChannelName]: (
    input: z.output<(typeof ipcTable)[Name]["input"]>,
  ) => Promise<z.input<(typeof ipcTable)[Name]["output"]>>;
};
