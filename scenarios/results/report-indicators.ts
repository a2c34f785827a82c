/** National indicators of the report: trajectory of each, its targets, or why it is not modelled. */
import type { Dataset } from "../../datasets/index.ts";
import type { CommissioningResults } from "../../models/index.ts";
import { INDICATORS, type Indicator, type IndicatorSet, type ProjectedIndicator } from "../indicators/list.ts";
import { whyNotModelled } from "../indicators/support.ts";
import type { Scenario } from "../schema.ts";
import { membersOf, SCENARIO, total } from "./read.ts";
import { pair, type Pair } from "./report-measures.ts";

interface IndicatorName {
  readonly id: string;
  readonly set: IndicatorSet;
  readonly number: string;
  readonly label: string;
}

export interface IndicatorTargetReport {
  readonly year: string;
  /** Absent: all areas together. */
  readonly area?: string;
  readonly atMost: number;
  /** The scenario's, at central values. */
  readonly reached: number;
  readonly met: boolean;
}

export interface ProjectedIndicatorReport extends IndicatorName, Pair {
  readonly modelled: true;
  readonly unit: string;
  readonly denominator: string;
  readonly desired: "lower";
  /** What the dataset counted, in its own words: it may not be what the indicator's publisher counts. */
  readonly counted: string;
  readonly byArea: Readonly<Record<string, Pair>>;
  readonly targets: readonly IndicatorTargetReport[];
}

/** Never a 0 in place of a figure. */
export interface NotModelledReport extends IndicatorName {
  readonly modelled: false;
  readonly reason: string;
}

export type IndicatorReport = ProjectedIndicatorReport | NotModelledReport;

/** Every indicator of the list, in its order. */
export function indicatorsReport(
  dataset: Pick<Dataset, "bands" | "delayedBedDays0" | "definitions">,
  scenario: Scenario,
  results: CommissioningResults,
): IndicatorReport[] {
  return INDICATORS.map((indicator) => {
    const name = nameOf(indicator);
    const reason = whyNotModelled(indicator, dataset);
    if (reason !== null || indicator.kind === "not modelled") {
      return { ...name, modelled: false, reason: reason ?? "" };
    }
    const { unit, denominator, desired, counted } = indicator;
    return {
      ...name,
      modelled: true,
      unit,
      denominator,
      desired,
      counted: dataset.definitions[counted],
      ...pair(results, indicator.variable),
      byArea: Object.fromEntries(
        membersOf(results, "area").map((area) => [area, pair(results, indicator.variableByArea, { area })]),
      ),
      targets: targetsOf(scenario, results, indicator),
    };
  });
}

function nameOf({ id, set, number, label }: Indicator): IndicatorName {
  return { id, set, number, label };
}

function targetsOf(
  { indicatorTargets = [] }: Scenario,
  results: CommissioningResults,
  { id, variable, variableByArea }: ProjectedIndicator,
): IndicatorTargetReport[] {
  return indicatorTargets
    .filter(({ indicator }) => indicator === id)
    .map(({ year, area, value }) => {
      const at = { world: SCENARIO, year };
      const reached =
        area === undefined ? total(results, variable, at) : total(results, variableByArea, { ...at, area });
      return { year, ...(area === undefined ? {} : { area }), atMost: value, reached, met: reached <= value };
    });
}
