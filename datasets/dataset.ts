/** A checked dataset: typed arrays by named dimension, with where every part came from. */
import type { Activity, AgeBand, Payer } from "../models/index.ts";
import type { NamedArray } from "../models/index.ts";

/** "real" published figures; "derived" from them by a stated rule; "illustrative" invented for the example; "assumed" by the program because the dataset is silent. */
export type Standing = "real" | "derived" | "illustrative" | "assumed";

export interface Provenance {
  /** Table or field it speaks of, in the user's words: "Population", "Cost per bed day". */
  readonly what: string;
  readonly standing: Standing;
  /** How it was made, in a sentence. */
  readonly how: string;
  /** Publisher and title; empty for what the program assumed. */
  readonly source: string;
}

export interface Labelled {
  readonly id: string;
  readonly label: string;
}

export interface SpecialtyRecord extends Labelled {
  /** Set-aside budget line; null when no part of it is in the set-aside. */
  readonly line: string | null;
  readonly inScope: number;
  readonly directCost: number;
}

export interface LineRecord extends Labelled {
  readonly payer: Payer;
  readonly budget0: number;
  readonly costType: string;
  readonly needWeight: readonly number[] | null;
}

/** One default of the assumption register. */
export interface Assumption {
  /** "occupancy:general-medicine", "inflation:hospital:2026/27", "opening-reserves". */
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly standing: Standing;
  readonly source: string;
}

export interface Definitions {
  readonly bedDay: "nights" | "discharge day counted, admission day not" | "stay + 1" | string;
  readonly admission: string;
  readonly yearKind: "financial" | "calendar";
  /** Financial year whose prices the money is in. */
  readonly priceBase: string;
  /** Basis of the cost per bed day: average, direct or delayed-day. */
  readonly costBasis: string;
}

export interface Dataset {
  readonly name: string;
  readonly title: string;
  /** "sha256-" and the hash of the descriptor and every table, independent of folder or zip. */
  readonly hash: string;
  readonly firstYear: number;
  readonly yearCount: number;
  readonly definitions: Definitions;
  readonly areas: readonly Labelled[];
  readonly bands: readonly (AgeBand & Labelled)[];
  readonly sexes: readonly Labelled[];
  readonly hospitals: readonly Labelled[];
  readonly specialties: readonly SpecialtyRecord[];
  readonly lines: readonly LineRecord[];
  readonly costTypes: readonly Labelled[];
  readonly hospitalCostType: string;
  /** Dims [area, hospital, specialty]. */
  readonly useOf: NamedArray;
  /** Dims [year, area, age, sex]. */
  readonly population: NamedArray;
  readonly activity: Activity;
  /** Dims [area, specialty] or [area, age, specialty]. */
  readonly delayedBedDays0: NamedArray;
  /** A&E attendances of the first year, dims [area, age, sex]; absent when the dataset has none. */
  readonly attendances0?: NamedArray | undefined;
  /** Average available staffed beds, dims [specialty]; null when the dataset has none. */
  readonly staffedBeds: NamedArray | null;
  readonly assumptions: readonly Assumption[];
  readonly provenance: readonly Provenance[];
  /** Stamps that go on every result: superseded inputs, activity dropped, definitions mixed. */
  readonly warnings: readonly string[];
}
