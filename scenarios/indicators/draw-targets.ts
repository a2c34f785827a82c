/** Indicator targets as targets of a run with draws: how likely is each to be met? */
import type { Scenario } from "../schema.ts";
import type { ScenarioTarget } from "../uncertainty-schema.ts";
import { indicatorOf } from "./list.ts";

/** In the scenario's order; one whose indicator is not modelled has no formula, and is refused where the case is joined. */
export function indicatorDrawTargets({ indicatorTargets = [] }: Scenario): ScenarioTarget[] {
  return indicatorTargets.flatMap(({ indicator: id, year, area, value }) => {
    const indicator = indicatorOf(id);
    if (indicator?.kind !== "projected") return [];
    const at = `world = "scenario", year = "${year}"`;
    const formula =
      area === undefined ? `${indicator.variable}[${at}]` : `${indicator.variableByArea}[${at}, area = "${area}"]`;
    const where = area === undefined ? "" : `, ${area}`;
    const label = `${indicator.label} (${indicator.id}) in ${year}${where}`;
    return [{ label, formula, direction: "at-most" as const, value }];
  });
}
