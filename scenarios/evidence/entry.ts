/** What an entry of the evidence library holds. The method page is docs/method/evidence.md. */
import type { Payer } from "../../models/index.ts";

export type Grade =
  | "trials"
  | "matched comparison"
  | "before and after"
  | "comparison"
  | "economic study"
  | "review"
  | "service claim"
  | "none";

/** "sourced": as a study found it. "service-claim": what a service says of itself. "placeholder": nobody measured it; replace it. */
export type ParameterStanding = "sourced" | "service-claim" | "placeholder";

/** A number with its range. Shares are 0..1, money £ in base-year prices. */
export interface EvidenceParameter {
  readonly low: number;
  /** What a new programme starts with. */
  readonly central: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  readonly grade: Grade;
  readonly standing: ParameterStanding;
  /** The whole of what a service claims, where that is all there is: `central` is at most half of it. */
  readonly claim?: number | undefined;
}

/** Something a source found that no formula uses: shown beside the entry, never computed with. */
export interface EvidenceFinding {
  readonly finding: string;
  readonly source: string;
  readonly grade: Grade;
}

/** £ saved on another budget line for each person served; negative is a cost. */
export interface LineSaving {
  readonly line: string;
  readonly saving: EvidenceParameter;
}

export interface EffectParameters {
  /** £ a place a year. */
  readonly unitCost: EvidenceParameter;
  /** People a place serves in a year. */
  readonly peoplePerPlace: EvidenceParameter;
  /** Prevention only, and needed there: share of the people of targeted ages who are in the cohort. */
  readonly prevalence?: EvidenceParameter | undefined;
  readonly rampMonths: EvidenceParameter;
  readonly maxReach: EvidenceParameter;
  readonly eligibleShare: EvidenceParameter;
  readonly eligibleShareOfBedDays?: EvidenceParameter | undefined;
  readonly eligibleShareOfDelay?: EvidenceParameter | undefined;
  readonly effectOnAdmissions: EvidenceParameter;
  readonly effectOnStay: EvidenceParameter;
  readonly effectOnDelay: EvidenceParameter;
  /** Absent: none. Share of A&E attendances avoided for each eligible person reached. */
  readonly effectOnAttendances?: EvidenceParameter | undefined;
  readonly eligibleShareOfAttendances?: EvidenceParameter | undefined;
  /** Absent: none, the effect on admissions being net of people who would not have been admitted anyway. */
  readonly deadweight?: EvidenceParameter | undefined;
  /** Absent: 1, avoided cases are like the average case. */
  readonly stayRatio?: EvidenceParameter | undefined;
  readonly delayRatio?: EvidenceParameter | undefined;
  /** Absent: none. Share of the cases whose admission is avoided that would have been admitted again. */
  readonly readmittedShare?: EvidenceParameter | undefined;
  /** Absent: 1. Relative risk of an admission afterwards, served over cared for in hospital. */
  readonly readmissionRatio?: EvidenceParameter | undefined;
  readonly lineSavings: readonly LineSaving[];
}

/** Every value of an effect by its name, those on budget lines last. */
export function namedParameters({ parameters }: EffectEntry): [name: string, EvidenceParameter][] {
  const { lineSavings, ...named } = parameters;
  return [
    ...Object.entries(named).filter((each): each is [string, EvidenceParameter] => each[1] !== undefined),
    ...lineSavings.map(({ line, saving }): [string, EvidenceParameter] => [`saving on ${line}`, saving]),
  ];
}

interface EntryBase {
  readonly id: string;
  readonly title: string;
  /** What the service does, in a sentence. */
  readonly summary: string;
  readonly findings: readonly EvidenceFinding[];
  /** Why it may not be so here. */
  readonly transferability: string;
}

/** May drive a programme. */
export interface EffectEntry extends EntryBase {
  readonly kind: "effect";
  /** "substitution": effect for each referral. "prevention": effect for each person served. */
  readonly mechanism: "substitution" | "prevention";
  readonly parameters: EffectParameters;
  readonly rampShape: "straight" | "s-curve";
  readonly targets: {
    /** Bands that start at this age or above. */
    readonly minimumAge: number;
    /** Those of these that the dataset has; "all in scope" where it has none of them. */
    readonly specialties: "all in scope" | readonly string[];
  };
  /** Budget line that receives the money: the first of these that the dataset has, else the first line of the payers. */
  readonly lines: readonly string[];
  readonly payers: readonly Payer[];
  /** The first of these that the dataset has, else the line's own cost type. */
  readonly costTypes: readonly string[];
}

/** What a level is a level of: a measure of the report, or something that the model has no figure of. */
export type ComparedMeasure = "admissions" | "bedDays" | "attendances" | "spend" | "not modelled";

/** How much lower (below 0) or higher others' level is than the one it was compared with: -0.2 is 20 % lower. */
export interface ComparisonLevel {
  readonly measure: ComparedMeasure;
  /** What was compared with what, in the source's own words: "emergency department visits". */
  readonly label: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly source: string;
  readonly grade: Grade;
}

/** A level to compare with. It drives a programme only for a reason that the scenario gives. */
export interface BenchmarkEntry extends EntryBase {
  readonly kind: "benchmark";
  readonly mechanism: "substitution" | "prevention";
  readonly levels: readonly ComparisonLevel[];
}

/** Worth knowing, and never computed with. */
export interface ContextEntry extends EntryBase {
  readonly kind: "context";
}

export type EvidenceEntry = EffectEntry | BenchmarkEntry | ContextEntry;

/** A value that nobody measured. */
export function placeholder(low: number, central: number, high: number, unit: string, why: string): EvidenceParameter {
  return { low, central, high, unit, source: why, grade: "none", standing: "placeholder" };
}

/** A service's own claim: starts at half of it, from a quarter to the whole. */
export function claimed(claim: number, unit: string, source: string): EvidenceParameter {
  return {
    low: claim / 4,
    central: claim / 2,
    high: claim,
    unit,
    source: `${source}; starts at half of what is claimed`,
    grade: "service claim",
    standing: "service-claim",
    claim,
  };
}

/** Nothing is claimed and nothing is assumed. */
export function noEffect(source: string, grade: Grade): EvidenceParameter {
  return {
    low: 0,
    central: 0,
    high: 0,
    unit: "share",
    source,
    grade,
    standing: grade === "none" ? "placeholder" : "sourced",
  };
}
