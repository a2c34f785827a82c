/** What the person chose and which result is shown. Nothing derived is kept here; results live on the shelf, by id. */
import type { DatasetSummary, FileReference, RecentFile, Verification } from "../../engine/contract/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { RunResult } from "../client/results.ts";
import type { ConnectionState } from "../client/connection.ts";
import type { History } from "./history.ts";

export type Screen = "home" | "workbench" | "data";
export type Measure = "bed-days" | "admissions" | "delayed" | "beds" | "cost";

export interface OpenDocument {
  readonly dataset: DatasetSummary;
  /** Null until it has been saved: the examples, and a dataset opened alone. */
  readonly file: FileReference | null;
  /** Which of the scenarios a scenario file holds: it holds one, a pack holds all. */
  readonly fileHolds: number;
  readonly verification: Verification | null;
}

/** What undo and redo step through. */
export interface Draft {
  readonly scenarios: readonly Scenario[];
  readonly current: number;
}

/** Something that went wrong, or that the person must know. It stays until dismissed. */
export interface Message {
  readonly id: string;
  readonly kind: "problem" | "notice";
  readonly title: string;
  /** What happened and where. */
  readonly text: string;
  /** What to do about it; empty when nothing is asked. */
  readonly remedy: string;
}

export interface RunState {
  /** Id of the result on the screen. */
  readonly shown: string | null;
  /** The scenario that it answers. */
  readonly shownFor: Scenario | null;
  /** Id of the newest result that also explains the change by cause: while a slider is dragged, an older one. */
  readonly explained: string | null;
  /** A newer answer has been awaited for longer than is comfortable. */
  readonly slow: boolean;
  /** The newest scenario could not be run: the shown result is an older one. */
  readonly failed: boolean;
}

export type Dialog =
  | { readonly kind: "keys" }
  | { readonly kind: "phasing" }
  | { readonly kind: "areas" }
  | { readonly kind: "name"; readonly file: "scenario" | "pack"; readonly suggestedName: string }
  | { readonly kind: "replace"; readonly name: string; readonly folder: string }
  | { readonly kind: "unsaved"; readonly title: string };

/** The worked example as it was run for the first screen. */
export interface Preview {
  readonly dataset: DatasetSummary;
  readonly scenario: Scenario;
  readonly result: RunResult;
}

export interface AppState {
  readonly screen: Screen;
  readonly connection: ConnectionState;
  readonly examples: readonly { readonly id: string; readonly title: string; readonly detail: string }[];
  readonly recent: readonly RecentFile[];
  /** Null until it has been run. */
  readonly preview: Preview | null;
  readonly document: OpenDocument | null;
  readonly history: History<Draft> | null;
  /** The scenarios as last saved or opened: work is unsaved when one of the present ones is another. */
  readonly saved: Draft | null;
  /** Controls whose money stays: "from:general-medicine", "to:reablement". */
  readonly locks: ReadonlySet<string>;
  readonly measure: Measure;
  /** Specialty whose beds are drawn; null until the person chooses, and then the one with the largest change. */
  readonly bedsOf: string | null;
  /** Charts that show their table. */
  readonly tables: ReadonlySet<string>;
  readonly run: RunState;
  readonly messages: readonly Message[];
  readonly dialog: Dialog | null;
  /** What is going on, in words: "Opening Grampian"; null when nothing is. */
  readonly busy: string | null;
}

export const NO_RUN: RunState = { shown: null, shownFor: null, explained: null, slow: false, failed: false };

export const INITIAL_STATE: AppState = {
  screen: "home",
  connection: { kind: "connecting" },
  examples: [],
  recent: [],
  preview: null,
  document: null,
  history: null,
  saved: null,
  locks: new Set(),
  measure: "bed-days",
  bedsOf: null,
  tables: new Set(),
  run: NO_RUN,
  messages: [],
  dialog: null,
  busy: null,
};

/** The scenario being worked on, or null when nothing is open. */
export function currentScenario(state: AppState): Scenario | null {
  const draft = state.history?.present;
  return draft?.scenarios[draft.current] ?? null;
}

/** Places of the scenarios with changes that are in no file. */
export function unsaved({ history, saved }: AppState): readonly number[] {
  const scenarios = history?.present.scenarios ?? [];
  return scenarios.flatMap((scenario, index) => (scenario === saved?.scenarios[index] ? [] : [index]));
}

export function isDirty(state: AppState): boolean {
  return unsaved(state).length > 0;
}
