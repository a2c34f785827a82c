/** Emergency admissions and occupied bed days by partnership, age band and specialty: derived from published totals. */
import { BANDS } from "./population.ts";
import type { People } from "./population.ts";
import { expectedUse, nationalRates } from "./rates.ts";
import type { Rates } from "./rates.ts";
import type { Beds, Partnership, PeopleBySex, Sources } from "./sources.ts";
import { SPECIALTIES } from "./specialties.ts";
import type { ExampleSpecialty } from "./specialties.ts";

/** The published totals are of about mid-2022; the base year's population is of mid-2024. */
const PUBLISHED_YEAR = 2022;
export const BASE_YEAR = 2024;

export interface DerivedActivity {
  /** [area][band][specialty], of the year asked for. */
  readonly admissions: readonly (readonly (readonly number[])[])[];
  readonly bedDays: readonly (readonly (readonly number[])[])[];
}

/** Bed statistics of a board for a specialty of ours; "other" is the emergency part of the rest of acute care. */
export function boardBeds(sources: Sources, board: string, specialty: ExampleSpecialty): Beds {
  if (specialty.published !== null) return sources.beds(board, specialty.published);
  const share = sources.emergencyShare(board);
  const acute = sources.beds(board, "All Acute");
  let { staffedBedDays, occupiedBedDays } = acute;
  for (const { published, acute: isAcute } of SPECIALTIES) {
    if (published === null || !isAcute) continue;
    const part = sources.beds(board, published);
    staffedBedDays -= part.staffedBedDays;
    occupiedBedDays -= part.occupiedBedDays;
  }
  return { staffedBedDays: staffedBedDays * share, occupiedBedDays: occupiedBedDays * share };
}

/**
 * Bed days: each board's published total goes to its partnerships and ages by population of 2022 x Scotland's rate of
 * bed days for the age and sex, and is carried to 2024/25 at constant rates.
 * Admissions: each partnership's published total goes to the specialties by bed days / relative stay, to the ages by
 * population of 2022 x Scotland's rate of stays, and is carried likewise.
 */
export function deriveActivity(
  sources: Sources,
  areas: readonly Partnership[],
  people: People,
  year = BASE_YEAR,
): DerivedActivity {
  const [dayRates, stayRates] = [nationalRates(sources, "bedDays"), nationalRates(sources, "stays")];
  const bedDayRate = SPECIALTIES.map((specialty) => bedDayMultiples(sources, areas, people, dayRates, specialty));
  const bedDays = areas.map((area, l) =>
    byBand(
      people(year, area),
      dayRates,
      SPECIALTIES.map((_, k) => (bedDayRate[k] as readonly number[])[l] as number),
    ),
  );
  const admissions = areas.map((area, l) => {
    const weights = SPECIALTIES.map((specialty, k) => {
      const multiple = (bedDayRate[k] as readonly number[])[l] as number;
      const days = multiple * expectedUse(people(PUBLISHED_YEAR, area), dayRates, specialty.youngest);
      return days / specialty.relativeStay;
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const multiples = SPECIALTIES.map(({ youngest }, k) => {
      const own = (sources.admissions2022(area.code) * (weights[k] as number)) / total;
      return own / expectedUse(people(PUBLISHED_YEAR, area), stayRates, youngest);
    });
    return byBand(people(year, area), stayRates, multiples);
  });
  return { admissions, bedDays };
}

/** For each area, its board's bed days of a specialty over what the board's people would use at Scotland's rates. */
function bedDayMultiples(
  sources: Sources,
  areas: readonly Partnership[],
  people: People,
  rates: Rates,
  specialty: ExampleSpecialty,
): number[] {
  const byBoard = new Map<string, number>();
  return areas.map(({ board }) => {
    let multiple = byBoard.get(board);
    if (multiple === undefined) {
      const all = sources.partnerships.filter((one) => one.board === board);
      const expected = all.reduce(
        (sum, area) => sum + expectedUse(people(PUBLISHED_YEAR, area), rates, specialty.youngest),
        0,
      );
      multiple = boardBeds(sources, board, specialty).occupiedBedDays / expected;
      byBoard.set(board, multiple);
    }
    return multiple;
  });
}

/** [band][specialty]: multiple x what the band's people of the specialty's ages use at the rates. */
function byBand(people: PeopleBySex, rates: Rates, multiples: readonly number[]): number[][] {
  return BANDS.map(({ lower, upper }) =>
    SPECIALTIES.map(({ youngest }, k) => {
      const from = Math.max(lower, youngest);
      return from > upper ? 0 : (multiples[k] as number) * expectedUse(people, rates, from, upper);
    }),
  );
}
