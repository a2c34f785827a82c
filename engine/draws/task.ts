/** What the threads of a run with draws are given, and what they answer. All of it can be sent between threads. */
import type {
  CollectingTask,
  Collected,
  CountingTask,
  Counts,
  DistributionRecord,
  DrawProgram,
  DrawsPlan,
  ResultStore,
  SummaryRequest,
} from "../../models/index.ts";
import type { Signs } from "./signs.ts";

/** Draws that a thread takes at a time; also how many the first, coarse answer is from. */
export const CHUNK = 500;

/** Places in the numbers that all threads of a run share. */
export const NEXT = 0;
/** Not 0: the run is not wanted any more. */
export const STOP = 1;

export interface DrawTask {
  readonly program: DrawProgram;
  readonly plan: Omit<DrawsPlan, "assumptions"> & { readonly assumptions: readonly DistributionRecord[] };
  /** 1 for each series of which the draws above and below 0 are counted; null where there are none. */
  readonly signed: Uint8Array | null;
  /** Draws of a tile. */
  readonly tile: number;
  /** The share of work that is next (`NEXT`), and whether to stop (`STOP`). */
  readonly shared: Int32Array;
}

/**
 * One thing that all threads do together, each taking the next share until none is left. `keep` works draws `from` to
 * `to` - 1 out into the store, `share` draws at a time; `summarise` summarises the store's series; `count` and `collect` are the two passes over
 * draws that are not kept.
 */
export type Phase =
  | {
      readonly kind: "keep";
      readonly store: ResultStore;
      readonly from: number;
      readonly to: number;
      readonly share: number;
    }
  | {
      readonly kind: "summarise";
      readonly store: ResultStore;
      readonly request: SummaryRequest;
      /** Summaries of all series, one after the other, written by every thread. */
      readonly into: Float64Array;
      /** The same of signs, where any are counted. */
      readonly signs: Signs | null;
    }
  | { readonly kind: "count"; readonly task: CountingTask }
  | { readonly kind: "collect"; readonly task: CollectingTask };

export type PhaseAnswer =
  | { readonly kind: "done" }
  | { readonly kind: "counted"; readonly counts: Counts | null; readonly signs: Signs | null }
  | { readonly kind: "collected"; readonly collected: Collected | null }
  | { readonly kind: "stopped" }
  | {
      readonly kind: "failed";
      /** The share of the phase in which it failed: of several, the lowest is there whatever the threads. */
      readonly share: number;
      readonly series: number;
      /** The first draw that is not finite; -1 where it is not one draw that is wrong. */
      readonly draw: number;
      readonly message: string;
    };

export type CountedAnswer = Extract<PhaseAnswer, { kind: "counted" }>;
export type CollectedAnswer = Extract<PhaseAnswer, { kind: "collected" }>;
