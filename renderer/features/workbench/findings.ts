/** The words over the charts: what each of them found. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import { formatCount, formatMoney, formatPercent, type Scenario } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import type { Measure } from "../../store/state.ts";
import {
  type AreaSeries,
  type Books,
  type Bridge,
  bothWorlds,
  type Parts,
  type TwoWorlds,
  type Wards,
} from "./figures.ts";

export function resultWords(
  dataset: DatasetSummary,
  scenario: Scenario,
  result: RunResult,
): { sentence: string; caveat: string } {
  return { sentence: `${dataset.title} ${scenario.title} ${result.runId}`, caveat: "" };
}
export function trajectoryTitle(measure: Measure, years: readonly string[], worlds: TwoWorlds): string {
  return `${measure} ${years.at(-1)} ${formatCount(worlds.scenario.at(-1) ?? 0)}`;
}
export function moneyTitle(_d: DatasetSummary, _r: RunResult, parts: Parts): string {
  return `Released ${formatMoney(parts.released.at(-1) ?? 0)}`;
}
export function bedsTitle(dataset: DatasetSummary, result: RunResult, wards: Wards): string {
  return `${dataset.title} ${wards.specialty} ${bothWorlds(result, "bedsNeeded").base.at(-1)}`;
}
export function areasTitle(_d: DatasetSummary, _r: RunResult, areas: readonly AreaSeries[]): string {
  return areas.map(({ change }) => formatPercent(change, 1)).join(" ");
}
export function bridgeTitle(bridge: Bridge): string {
  const most = [...bridge.programmes].sort((a, b) => a.value - b.value);
  return most.length === 0
    ? "No programme changes bed days"
    : `${most[0]?.label} saves most, ${most[1]?.label ?? "nothing"} next`;
}
export function booksTitle(_d: DatasetSummary, figures: Books): string {
  return `Gap ${formatMoney(figures.fundingGap.scenario.at(-1) ?? 0)}`;
}
