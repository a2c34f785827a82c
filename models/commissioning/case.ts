/**
 * Everything one run of the commissioning model needs, as plain numbers: the dataset, the assumptions and the shifts
 * already joined (see `scenarios/resolve.ts`). Sections refer to docs/method/model.md.
 *
 * Money is £; rates are fractions (0.03 is 3 %); base-year amounts are in base-year prices. Lists "by year" have one
 * entry for each year, the first (base year) entry of a rate list being 0.
 */
import type { NamedArray } from "../language/named-array.ts";
import type { ProgrammeRefinements } from "./programme-refinements.ts";

export interface AgeBand {
  readonly id: string;
  /** First age in the band. */
  readonly lower: number;
  /** Middle age of the band; an input for the open last band. */
  readonly middle: number;
}

export type Payer = "set-aside" | "nhs-delegated" | "council-delegated";

export interface Specialty {
  readonly id: string;
  /** The set-aside budget line that pays for it; null for a specialty outside the set-aside (its `inScope` is 0). */
  readonly line: string | null;
  /** Share (0..1) of the specialty's emergency activity that is in the set-aside. */
  readonly inScope: number;
  /** £ per occupied bed day, base-year prices. */
  readonly directCost: number;
  /** Cost shares; the three sum to 1. */
  readonly variableShare: number;
  readonly semiFixedShare: number;
  readonly fixedShare: number;
  /** Target occupancy, 0..1. */
  readonly occupancy: number;
  /** Beds closed at a time (a ward). */
  readonly closureStep: number;
  /** Months between beds being empty and being closed. */
  readonly releaseLagMonths: number;
  /** Cost of an escalation bed as a multiple of an ordinary one. */
  readonly escalationPremium: number;
  /** Share (0..1) of closed beds that someone has agreed not to refill; absent means 1, all of them. */
  readonly heldClosed?: number | undefined;
  /** Share (0..1) of the variable cost of bed days saved that is taken out; absent means 1, all of it. */
  readonly realised?: number | undefined;
}

export interface Programme extends ProgrammeRefinements {
  readonly id: string;
  /** The budget line that receives the money. */
  readonly line: string;
  readonly costType: string;
  /** £ per place per year, base-year prices. */
  readonly unitCost: number;
  /** People per place per year. */
  readonly throughput: number;
  readonly rampMonths: number;
  readonly rampShape: "straight" | "s-curve";
  /** Largest share of the eligible that can be reached, 0..1. */
  readonly maxReach: number;
  /** Share of the targeted admissions that are eligible, 0..1; of bed days likewise where known, else the same. */
  readonly eligibleShare: number;
  readonly eligibleShareOfBedDays?: number | undefined;
  readonly eligibleShareOfDelay?: number | undefined;
  /** Targeted cells, dims [age, sex, specialty], 0 or 1. */
  readonly targets: NamedArray;
  /** Effects per eligible person reached; negative makes it worse; above 1 is refused. */
  readonly effectOnAdmissions: number;
  readonly effectOnStay: number;
  readonly effectOnDelay: number;
  /** £ saved on other lines per person served, base-year prices; negative is a cost. */
  readonly lineSaving: Readonly<Record<string, number>>;
  /** Places already there in each area, paid for by the line's present budget (0 where absent). */
  readonly presentCapacity?: readonly number[] | undefined;
}

export interface Shift {
  readonly id: string;
  /** A specialty id, "all" (pro rata to directCost x in-scope base-year bed days), or null for new money. */
  readonly from: string | null;
  readonly to: string;
  /** £ a year; negative runs back. */
  readonly amount: number;
  /** Index of the year whose prices the amount is in, or "cash" (never repriced). */
  readonly priceBase: number | "cash";
  /** Months from April of the first year to the start: 12 is April of the second year. Never below 12. */
  readonly startMonth: number;
  /** Share of the annual amount in each twelve months from the start; the last one holds. */
  readonly phase: readonly number[];
  /** Over areas: by weighted population, by eligible admissions, or by hand (one share an area, summing to 1). */
  readonly split: "population" | "need" | readonly number[];
}

export interface BudgetLine {
  readonly id: string;
  readonly payer: Payer;
  readonly costType: string;
  /** £ a year in the base year. */
  readonly budget0: number;
  /** By year. */
  readonly uplift: readonly number[];
  /** Non-demographic demand growth a year. */
  readonly demandGrowth: number;
  /** Relative use per head by age band; absent means no demographic growth. */
  readonly needWeight?: readonly number[] | undefined;
  /** For a set-aside line that pays for A&E attendances. Absent: none. */
  readonly attendances?: LineAttendances | undefined;
}

export interface LineAttendances {
  /** £ an attendance, base-year prices. */
  readonly cost: number;
  /** Share (0..1) that goes with attendances; the rest, semi-fixed and fixed, stays as in the base year. */
  readonly variableShare: number;
}

export type Activity =
  | {
      /** Base-year activity, grown by section 4. Dims [area, age, sex, specialty]. */
      readonly kind: "projected";
      readonly admissions0: NamedArray;
      readonly bedDays0: NamedArray;
    }
  | {
      /** Activity for every year. Dims [year, area, age, sex, specialty]. Growth is not applied. */
      readonly kind: "given";
      readonly admissions: NamedArray;
      readonly bedDays: NamedArray;
    };

export interface CommissioningCase {
  /** The base year starts in April of this calendar year. */
  readonly firstYear: number;
  readonly yearCount: number;
  readonly areas: readonly string[];
  readonly bands: readonly AgeBand[];
  readonly sexes: readonly string[];
  readonly hospitals: readonly string[];
  /** Share of an area's bed days in each hospital, dims [area, hospital, specialty]; sums to 1 over hospital. */
  readonly useOf: NamedArray;
  /** People, dims [year, area, age, sex]. */
  readonly population: NamedArray;
  readonly activity: Activity;
  /** Occupied bed days a year that are delay, part of the bed days. Dims [area, specialty] or [area, age, specialty]. */
  readonly delayedBedDays0: NamedArray;
  /** Bed days a year of those that are code 9, the same dims: no effect on delay reaches them. Neutral: none. */
  readonly code9BedDays0?: NamedArray | undefined;
  /** Share (0..1) of both that is in the hospitals of the bed days, by area. Neutral: 1, all of it. */
  readonly delayInScope?: readonly number[] | undefined;
  /** A&E attendances of the base year, dims [area, age, sex]; they grow as admissions do. Absent: none are known. */
  readonly attendances0?: NamedArray | undefined;
  /** Non-demographic growth of admissions a year, by specialty. */
  readonly growth: readonly number[];
  /** Drift of the mean stay a year, by specialty. */
  readonly stayDrift: readonly number[];
  /** Years of age by which people are "younger", by year; 0 in the base year. */
  readonly healthAgeShift: readonly number[];
  /** Inflation by cost type, by year. */
  readonly inflation: Readonly<Record<string, readonly number[]>>;
  readonly hospitalCostType: string;
  readonly deflator: readonly number[];
  readonly specialties: readonly Specialty[];
  readonly programmes: readonly Programme[];
  readonly shifts: readonly Shift[];
  readonly lines: readonly BudgetLine[];
  /** £ at the end of the base year, general and earmarked together. */
  readonly openingReserves: number;
  readonly reservesFloor: number;
  /** Average available staffed beds, dims [hospital, specialty]; 0, or absent, where they were not counted. */
  readonly staffedBeds?: NamedArray | undefined;
  /** Bed days a year of everyone else in the same wards, dims [hospital, specialty]; absent means 0. */
  readonly otherBedDays?: NamedArray | undefined;
  /** Parts of the opening reserves that are held for a purpose, £: no deficit draws on them. Absent: all general. */
  readonly earmarkedReserves?: readonly EarmarkedReserve[] | undefined;
  /** Share (0..1) of an overspend of the set-aside that falls on the integration authority. Absent: 1. */
  readonly riskShareOver?: number | undefined;
  /** Share (0..1) of an underspend of the set-aside that comes to the integration authority. Absent: 1. */
  readonly riskShareUnder?: number | undefined;
  /** Real, a year, for discounted paybacks. Absent: 0.035. */
  readonly discountRate?: number | undefined;
}

export interface EarmarkedReserve {
  readonly purpose: string;
  /** £ at the end of the base year, not below 0; it stays as it is in every year. */
  readonly amount: number;
}

/** Financial years by label: `financialYears(2024, 3)` is `["2024/25", "2025/26", "2026/27"]`. */
export function financialYears(firstYear: number, count: number): string[] {
  return Array.from({ length: count }, (_, t) => financialYear(firstYear + t));
}

/** `financialYear(1999)` is `"1999/00"`. */
export function financialYear(startsIn: number): string {
  return `${startsIn}/${String((startsIn + 1) % 100).padStart(2, "0")}`;
}
