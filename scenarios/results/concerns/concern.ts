/** A sanity check that speaks: something in a plan that a reader should look at before believing the result. */
import type { CommissioningResults } from "../../../models/index.ts";
import type { Scenario } from "../../schema.ts";

export interface Concern {
  /** What kind of concern: "reach-at-cap". */
  readonly id: string;
  /** With the figure, its unit and its year. */
  readonly sentence: string;
  /** Where to go, in words: "Hospital at home, largest reach". */
  readonly place: string;
  /** The same as a path of the scenario file or a key of the assumptions; absent where it is a matter of the dataset. */
  readonly path?: string;
}

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** Names of the dataset; a dataset has them, and so has what a window is told of one. */
export interface ConcernNames {
  readonly areas: readonly Labelled[];
  readonly hospitals: readonly Labelled[];
  readonly specialties: readonly Labelled[];
  readonly lines: readonly Labelled[];
  readonly assumptions: readonly { readonly key: string; readonly value: number }[];
}

export interface Questioned {
  /** A run that was asked for `RESULT_IDS`. */
  readonly results: CommissioningResults;
  readonly scenario: Scenario;
  readonly names: ConcernNames;
}

/** The place and value of the largest entry; null where there is none. The first of equal ones. */
export function largest<Entry extends { readonly value: number }>(entries: readonly Entry[]): Entry | null {
  return entries.reduce<Entry | null>(
    (most, entry) => (most === null || entry.value > most.value ? entry : most),
    null,
  );
}
