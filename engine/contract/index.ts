/**
 * The engine contract: all that a window may ask. The same over a MessagePort (Electron), a WebSocket (`careshift serve`)
 * and in-process (command line, tests). Files are named by handles that the host granted, never by paths.
 */
import { eventIterator, oc } from "@orpc/contract";
import * as z from "zod";
import { scenarioSchema } from "../../scenarios/schema.ts";
import { bytes } from "./bytes.ts";
import { fileReference, openedDocument, recentFile } from "./documents.ts";
import { rangesOutcome, rangesRequest } from "./ranges.ts";
import { engineEvent, runOutcome, runRequest } from "./runs.ts";

const handle = z.string().min(1).max(200);
export const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;

export const contract = {
  documents: {
    examples: oc.output(z.array(z.object({ id: z.string(), title: z.string(), detail: z.string() }))),
    openExample: oc.input(z.object({ id: z.string().max(80) })).output(openedDocument),
    /** A dataset (.zip, .arrow, folder's datapackage.json), a scenario file or a pack, by what is in it. */
    open: oc.input(z.object({ handle })).output(openedDocument),
    recent: oc.output(z.array(recentFile)),
    forgetRecent: oc.input(z.object({ handle })).output(z.array(recentFile)),
  },
  runs: {
    run: oc.input(runRequest).output(runOutcome),
    /** A coarse answer, then the whole one; ending the iteration cancels the run. */
    ranges: oc.input(rangesRequest).output(eventIterator(rangesOutcome)),
    cancel: oc.input(z.object({ runId: z.string().max(80) })).output(z.object({ cancelled: z.boolean() })),
    events: oc.output(eventIterator(engineEvent)),
  },
  files: {
    saveScenario: oc
      .input(z.object({ handle, scenario: scenarioSchema }))
      .output(z.object({ file: fileReference, bytes: z.number() })),
    exportPack: oc
      .input(z.object({ handle, datasetId: z.string().max(80), scenarios: z.array(scenarioSchema).min(1).max(12) }))
      .output(z.object({ file: fileReference, bytes: z.number(), entries: z.number() })),
    /** Browser door only: the bytes of a file the person picked or dropped. */
    receive: oc.input(z.object({ name: z.string().min(1).max(255), content: bytes })).output(fileReference),
    /** Browser door only: a file name in the program's own documents folder. `exists` asks before replacing. */
    nameInFolder: oc
      .input(z.object({ name: z.string().min(1).max(200), kind: z.enum(["scenario", "pack"]), replace: z.boolean() }))
      .output(
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("granted"), file: fileReference, folder: z.string() }),
          z.object({ kind: z.literal("exists"), name: z.string(), folder: z.string() }),
        ]),
      ),
  },
};
export type Contract = typeof contract;
export { decodeOutcome, type DecodedResults, type DoneOutcome } from "./decode-outcome.ts";
export * from "./decode-ranges.ts";
export * from "./documents.ts";
export * from "./marks.ts";
export * from "./ranges.ts";
export * from "./read-error.ts";
export * from "./runs.ts";
