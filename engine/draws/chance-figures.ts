/** Figures with chance variation in an answer: what they are beside, what is expected of them, and which is which in words. */
import { CHANCE_FIGURES } from "../../models/index.ts";
import type { ChanceFigures, CommissioningResults } from "../../models/index.ts";
import type { ChanceReport } from "../contract/index.ts";

/** What has to be worked out for the central values of all of them. */
export const EXPECTED_FIGURES: readonly string[] = CHANCE_FIGURES.map(({ of }) => of);

/** Results at central values in which a figure with chance variation is its expected number. */
export function withExpected(central: CommissioningResults): CommissioningResults {
  const { values, marks } = central;
  const beside = <Value>(known: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => {
    const own = CHANCE_FIGURES.flatMap(({ id, of }) => {
      const value = known.get(of);
      return value === undefined ? [] : [[id, value] as const];
    });
    return new Map([...known, ...own]);
  };
  return { ...central, values: beside(values), ...(marks === undefined ? {} : { marks: beside(marks) }) };
}

const NOT_BY_CHANCE = "All other figures vary only by what is not known of the assumptions.";
const BOTH =
  "Figures with chance variation also vary by chance: how many people happen to fall ill in a year, and how long they happen to stay.";
const ADMISSIONS_ALONE =
  "Figures with chance variation also vary by chance: how many people happen to fall ill in a year.";
const NO_BED_DAYS =
  "Bed days with chance variation are not modelled: nothing is known of how much stays differ. " +
  "Give uncertainty.chance.squaredStayRatio in the scenario, the mean squared stay over the square of the mean stay.";

export function reportChance(figures: ChanceFigures | null): ChanceReport | null {
  if (figures === null) return null;
  const { modelled, notModelled } = figures;
  const sentences = notModelled.length === 0 ? [BOTH, NOT_BY_CHANCE] : [ADMISSIONS_ALONE, NOT_BY_CHANCE, NO_BED_DAYS];
  return { modelled: [...modelled], notModelled: [...notModelled], note: sentences.join(" ") };
}
