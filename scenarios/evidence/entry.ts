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
  /**
   * Prevention only: emergency admissions a year of a person served, were she not served. The model's cohort is
   * admissions, so people x this is what a place reaches.
   */
  readonly admissionsPerPerson?: EvidenceParameter;
  readonly rampMonths: EvidenceParameter;
  readonly maxReach: EvidenceParameter;
  readonly eligibleShare: EvidenceParameter;
  readonly eligibleShareOfBedDays?: EvidenceParameter;
  readonly eligibleShareOfDelay?: EvidenceParameter;
  readonly effectOnAdmissions: EvidenceParameter;
  readonly effectOnStay: EvidenceParameter;
  readonly effectOnDelay: EvidenceParameter;
  readonly lineSavings: readonly LineSaving[];
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

/** "benchmark": a level to compare with. "context": worth knowing. Neither can be made into a programme. */
export interface ComparisonEntry extends EntryBase {
  readonly kind: "benchmark" | "context";
}

export type EvidenceEntry = EffectEntry | ComparisonEntry;

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
