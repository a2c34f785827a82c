/** Population by single year of age, rebased to the mid-2022 estimates, and the age bands of the examples. */
import { OLDEST, SEXES } from "./sources.ts";
import type { Partnership, PeopleBySex, Sources } from "./sources.ts";

/** First ages of the bands of the mid-2022 estimates. */
const ESTIMATE_BANDS = [0, 18, 65, 75, 85];

export interface Band {
  readonly id: string;
  readonly label: string;
  readonly lower: number;
  /** Oldest age; `OLDEST` stands for everybody of that age and over. */
  readonly upper: number;
  readonly middle: number;
}

/** 0-17, 18-24, then five years at a time to 85-89, and 90 and over, whose middle is taken as 93. */
export const BANDS: readonly Band[] = [
  band(0, 17),
  band(18, 24),
  ...Array.from({ length: 13 }, (_, i) => band(25 + 5 * i, 29 + 5 * i)),
  { id: "90+", label: "90 and over", lower: OLDEST, upper: OLDEST, middle: 93 },
];

function band(lower: number, upper: number): Band {
  return { id: `${lower}-${upper}`, label: `${lower} to ${upper}`, lower, upper, middle: (lower + upper + 1) / 2 };
}

export type People = (year: number, partnership: Partnership) => PeopleBySex;

/**
 * Projected people of a partnership, each age multiplied by estimate / projection of its age band at mid-2022
 * (0-17, 18-64, 65-74, 75-84, 85 and over; both sexes alike). The factors of 2022 hold in every year.
 */
export function rebasedPopulation(sources: Sources): People {
  const factors = new Map<string, readonly number[]>();
  return (year, partnership) => {
    let own = factors.get(partnership.code);
    if (own === undefined) factors.set(partnership.code, (own = rebasingFactors(sources, partnership)));
    const projected = sources.projection(year, partnership.code);
    const rebase = (people: readonly number[]): number[] =>
      people.map((count, age) => count * ((own as readonly number[])[estimateBand(age)] as number));
    return { Female: rebase(projected.Female), Male: rebase(projected.Male) };
  };
}

function rebasingFactors(sources: Sources, partnership: Partnership): number[] {
  const projected = sources.projection(2022, partnership.code);
  return ESTIMATE_BANDS.map((_, index) => {
    const estimate = partnership.councils.reduce(
      (sum, council) => sum + (sources.estimate2022(council)[index] as number),
      0,
    );
    let projection = 0;
    for (const sex of SEXES) {
      projected[sex].forEach((count, age) => {
        if (estimateBand(age) === index) projection += count;
      });
    }
    return estimate / projection;
  });
}

function estimateBand(age: number): number {
  return ESTIMATE_BANDS.findLastIndex((lower) => age >= lower);
}

/** People of both sexes in a band. */
export function peopleInBand(people: PeopleBySex, { lower, upper }: Band): number {
  let sum = 0;
  for (const sex of SEXES) for (let age = lower; age <= upper; age++) sum += people[sex][age] as number;
  return sum;
}
