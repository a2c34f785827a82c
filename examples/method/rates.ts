/** Scotland's inpatient rates of 2019 by sex and ten-year band, and what a population would use at them. */
import { OLDEST, SCOTLAND, SEXES } from "./sources.ts";
import type { PeopleBySex, SexName, Sources } from "./sources.ts";

export type Measure = "stays" | "bedDays";

/** Stays or bed days a person, by sex and ten-year band. */
export type Rates = Readonly<Record<SexName, readonly number[]>>;

/** Published stays or bed days of 2019 over Scotland's projected population of mid-2019. */
export function nationalRates(sources: Sources, measure: Measure): Rates {
  const people = sources.projection(2019, SCOTLAND);
  const rates = (sex: SexName): number[] => {
    const population = Array.from({ length: 10 }, () => 0);
    people[sex].forEach(
      (count, age) => (population[tenYearBand(age)] = (population[tenYearBand(age)] as number) + count),
    );
    return sources.inpatients2019[sex][measure].map((total, band) => total / (population[band] as number));
  };
  return { Female: rates("Female"), Male: rates("Male") };
}

/** Expected use of the people aged from `lower` to `upper` at the rates: each single year at its ten-year band's rate. */
export function expectedUse(people: PeopleBySex, rates: Rates, lower = 0, upper = OLDEST): number {
  let sum = 0;
  for (const sex of SEXES) {
    for (let age = lower; age <= upper; age++) {
      sum += (people[sex][age] as number) * (rates[sex][tenYearBand(age)] as number);
    }
  }
  return sum;
}

function tenYearBand(age: number): number {
  return Math.floor(age / 10);
}
