/** The words over the charts: what each of them found, for the scenario that the shown result answers. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import {
  areasFinding,
  bedsFinding,
  causesFinding,
  formatCount,
  formatMoney,
  moneyFinding,
  type Scenario,
  type Told,
  trajectoryFinding,
  type TrajectoryMeasure,
} from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import type { Measure } from "../../store/state.ts";
import type { Books, TwoWorlds, Wards } from "./figures.ts";

export function toldOf(result: RunResult, scenario: Scenario, dataset: DatasetSummary): Told {
  return { results: result, scenario, labels: dataset };
}

const MEASURES: Readonly<Record<Exclude<Measure, "beds">, TrajectoryMeasure>> = {
  "bed-days": "bedDays",
  admissions: "admissions",
  delayed: "delayedBedDays",
  cost: "hospitalCost",
};

export function trajectoryTitle(told: Told, measure: Measure, years: readonly string[], worlds: TwoWorlds): string {
  return measure === "beds" ? bedsNeededTitle(years, worlds) : trajectoryFinding(told, MEASURES[measure]).title;
}

/** Beds are rounded up: a part of a bed is a bed. */
export function wholeBeds(value: number): string {
  return formatCount(Math.ceil(value - 1e-9));
}

export function bedsNeededTitle(years: readonly string[], { base, scenario }: TwoWorlds): string {
  const last = years.at(-1) ?? "";
  const [first, end, without] = [scenario[0] ?? 0, scenario.at(-1) ?? 0, base.at(-1) ?? 0].map(wholeBeds);
  const change = first === end ? `stay at ${end} to ${last}` : `go from ${first} to ${end} by ${last}`;
  return end === without ? `Beds needed ${change}, as doing nothing` : `Beds needed ${change}, not ${without}`;
}

export const moneyTitle = (told: Told): string => moneyFinding(told).title;
export const bedsTitle = (told: Told, { hospital, specialty }: Wards): string =>
  bedsFinding(told, hospital, specialty).title;
export const areasTitle = (told: Told): string => areasFinding(told).title;
export const causesTitle = (told: Told): string => causesFinding(told).title;

/** Differences of less than a thousand pounds are not spoken of. */
const A_DIFFERENCE = 1000;

/** What is short in the last year once reserves are used, against doing nothing. */
export function booksTitle(year: string, { fundingGap }: Books): string {
  const gap = fundingGap.scenario.at(-1) ?? 0;
  const without = fundingGap.base.at(-1) ?? 0;
  if (gap < A_DIFFERENCE && without < A_DIFFERENCE) return `No funding gap in ${year}, with or without the move`;
  if (gap < A_DIFFERENCE) return `No funding gap in ${year}; doing nothing, ${formatMoney(without)}`;
  const change = gap - without;
  const against =
    Math.abs(change) < A_DIFFERENCE
      ? "as doing nothing"
      : `${formatMoney(Math.abs(change))} ${change > 0 ? "more" : "less"} than doing nothing`;
  return `${formatMoney(gap)} unfunded, ${against}`;
}
