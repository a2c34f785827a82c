/** Activity and hospital cost of the report: baseline against scenario, by year, whole and by area. */
import type { CommissioningResults } from "../../models/index.ts";
import { byYear, DOING_NOTHING, membersOf, SCENARIO, yearsOf, type World } from "./read.ts";

export interface Pair {
  readonly baseline: readonly number[];
  readonly scenario: readonly number[];
}

export interface MeasureReport extends Pair {
  readonly label: string;
  readonly unit: string;
  /** Sums to the whole, in the order given. */
  readonly byArea: Readonly<Record<string, Pair>>;
}

/** [name in the report, variable, label, unit]. All have dims [world, year, area, specialty]. */
const MEASURES: readonly (readonly [string, string, string, string])[] = [
  ["admissions", "emergencyAdmissions", "Emergency admissions, all specialties", "emergency admissions a year"],
  ["bedDays", "emergencyBedDays", "Emergency bed days, all specialties", "occupied bed days a year"],
  ["delayedBedDays", "delayedBedDays", "Delayed bed days, all specialties", "occupied bed days a year"],
  ["hospitalCost", "hospitalCostByArea", "Hospital cost of the set-aside", "£ a year, nominal"],
];

export function measures(results: CommissioningResults): Record<string, MeasureReport> {
  return Object.fromEntries(
    MEASURES.map(([name, id, label, unit]) => {
      const areas = membersOf(results, "area");
      const pairs = areas.map((area): Pair => ({
        baseline: byYear(results, id, { world: DOING_NOTHING, area }),
        scenario: byYear(results, id, { world: SCENARIO, area }),
      }));
      const whole = (world: keyof Pair) =>
        yearsOf(results).map((_, t) => pairs.reduce((sum, pair) => sum + (pair[world][t] as number), 0));
      const byArea = Object.fromEntries(areas.map((area, l) => [area, pairs[l] as Pair]));
      return [name, { label, unit, baseline: whole("baseline"), scenario: whole("scenario"), byArea }];
    }),
  );
}

/** One variable in both worlds, summed over every dimension that `at` does not name. */
export function pair(results: CommissioningResults, id: string, at: Readonly<Record<string, string>> = {}): Pair {
  const of = (world: World) => byYear(results, id, { ...at, world });
  return { baseline: of(DOING_NOTHING), scenario: of(SCENARIO) };
}
