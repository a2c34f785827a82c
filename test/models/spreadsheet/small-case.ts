/** The case of the workbook, as its sheets name it: one sex and one hospital, so cells go by area, band and specialty. */
import { readFileSync } from "node:fs";

interface GivenSpecialty {
  readonly id: string;
  readonly line: string;
  readonly inScope: number;
  readonly directCost: number;
  readonly v: number;
  readonly m: number;
  readonly f: number;
  readonly occupancy: number;
  readonly closureStep: number;
  readonly lagMonths: number;
  readonly premium: number;
}

interface GivenProgramme {
  readonly id: string;
  readonly line: string;
  readonly costType: string;
  readonly unitCost: number;
  readonly throughput: number;
  readonly rampMonths: number;
  readonly rampShape: string;
  readonly maxReach: number;
  readonly eligibleShare: number;
  readonly eligibleShareOfBedDays?: number;
  readonly eligibleShareOfDelay?: number;
  /** By band, sex and specialty. */
  readonly targets: readonly (readonly (readonly number[])[])[];
  readonly effectOnAdmissions: number;
  readonly effectOnStay: number;
  readonly effectOnDelay: number;
  readonly lineSaving: Readonly<Record<string, number>>;
  readonly presentCapacity: readonly number[];
}

interface GivenShift {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly amount: number;
  readonly priceBase: number | "cash";
  readonly start: string;
  readonly phase: readonly number[];
  readonly split: "need" | "population" | readonly number[];
}

interface GivenLine {
  readonly id: string;
  readonly payer: string;
  readonly budget0: number;
  readonly uplift: readonly number[];
  readonly costType: string;
  readonly demandGrowth: number;
  readonly needWeight?: readonly number[];
}

type ByAreaBandSex<T> = readonly (readonly (readonly T[])[])[];

export interface SmallCase {
  readonly firstYear: number;
  readonly areas: readonly string[];
  readonly bands: readonly string[];
  readonly bandLower: readonly number[];
  readonly bandMiddle: readonly number[];
  readonly population: readonly ByAreaBandSex<number>[];
  readonly admissions0: ByAreaBandSex<readonly number[]>;
  readonly bedDays0: ByAreaBandSex<readonly number[]>;
  readonly delayedBedDays0: readonly (readonly number[])[];
  readonly growth: readonly number[];
  readonly stayDrift: readonly number[];
  readonly healthAgeShift: readonly number[];
  readonly inflation: Readonly<Record<string, readonly number[]>>;
  readonly hospitalCostType: string;
  readonly deflator: readonly number[];
  readonly specialties: readonly GivenSpecialty[];
  readonly programmes: readonly GivenProgramme[];
  readonly shifts: readonly GivenShift[];
  readonly lines: readonly GivenLine[];
  readonly openingReserves: number;
  readonly reservesFloor: number;
}

const CASE_FILE = new URL("two-areas.case.json", import.meta.url);

export function readSmallCase(): SmallCase {
  return JSON.parse(readFileSync(CASE_FILE, "utf8")) as SmallCase;
}

/** Names of members, and of every area × specialty and area × band × specialty as row names write them. */
export interface Names {
  readonly years: readonly string[];
  readonly areas: readonly string[];
  readonly bands: readonly string[];
  readonly specialties: readonly string[];
  readonly programmes: readonly string[];
  readonly shifts: readonly string[];
  readonly lines: readonly string[];
  readonly costTypes: readonly string[];
  readonly worlds: readonly string[];
  readonly cells: readonly CellName[];
  readonly parts: readonly PartName[];
}

export interface CellName {
  readonly area: string;
  readonly band: string;
  readonly specialty: string;
  /** "North, 75+, general" */
  readonly name: string;
}

export interface PartName {
  readonly area: string;
  readonly specialty: string;
  /** "North, general" */
  readonly name: string;
}

export const DOING_NOTHING = "doing nothing";
export const PLAN = "with the plan";

export function namesOf(given: SmallCase): Names {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const specialties = ids(given.specialties);
  const { areas, bands } = given;
  return {
    years: given.population.map((_, t) => `${given.firstYear + t}/${String(given.firstYear + t + 1).slice(2)}`),
    areas,
    bands,
    specialties,
    programmes: ids(given.programmes),
    shifts: ids(given.shifts),
    lines: ids(given.lines),
    costTypes: Object.keys(given.inflation),
    worlds: [DOING_NOTHING, PLAN],
    cells: areas.flatMap((area) =>
      bands.flatMap((band) =>
        specialties.map((specialty) => ({ area, band, specialty, name: `${area}, ${band}, ${specialty}` })),
      ),
    ),
    parts: areas.flatMap((area) =>
      specialties.map((specialty) => ({ area, specialty, name: `${area}, ${specialty}` })),
    ),
  };
}
