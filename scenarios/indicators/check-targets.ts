/** Indicator targets that a dataset cannot answer are refused before anything runs. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYears } from "../../models/index.ts";
import { listed, ScenarioError } from "../scenario-error.ts";
import type { Scenario } from "../schema.ts";
import { indicatorOf, INDICATORS } from "./list.ts";
import { whyNotModelled } from "./support.ts";

/** Throws ScenarioError naming the target whose indicator, year or area this dataset does not have. */
export function checkIndicatorTargets(dataset: Dataset, { indicatorTargets = [] }: Scenario): void {
  const years = financialYears(dataset.firstYear, dataset.yearCount);
  const areas = dataset.areas.map(({ id }) => id);
  indicatorTargets.forEach(({ indicator, year, area }, i) => {
    const path = `indicatorTargets[${i}]`;
    refuseUnmodelled(dataset, indicator, `${path}.indicator`);
    if (!years.includes(year)) refuse(year, "a year of the plan", years, `${path}.year`);
    if (area !== undefined && !areas.includes(area)) refuse(area, "an area of this dataset", areas, `${path}.area`);
  });
}

function refuseUnmodelled(dataset: Dataset, id: string, path: string): void {
  const possible = INDICATORS.filter((each) => whyNotModelled(each, dataset) === null).map((each) => each.id);
  const indicator = indicatorOf(id);
  if (indicator === undefined) return refuse(id, "an indicator", possible, path);
  const reason = whyNotModelled(indicator, dataset);
  if (reason === null) return;
  throw new ScenarioError(
    "scenario.indicator-not-modelled",
    `${path} is "${id}" (${indicator.label}), which is not modelled: ${reason}. On this dataset a target may be set for ${listed(possible)}.`,
    { path, value: id, expected: listed(possible) },
  );
}

function refuse(value: string, what: string, known: readonly string[], path: string): void {
  throw new ScenarioError(
    "scenario.indicator-target",
    `${path} is "${value}", which is not ${what}. There are ${listed(known, 20)}.`,
    { path, value, expected: listed(known, 20) },
  );
}
