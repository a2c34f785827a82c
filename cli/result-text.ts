/** A run's results as text for a terminal. */
import type { DatasetSummary, Reported } from "../engine/index.ts";
import { formatCount, resultSentence, textOf } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { concernsText } from "./concerns-text.ts";
import { indicatorsText } from "./indicators-text.ts";
import { ownFormulasText } from "./own-formulas-text.ts";
import { textTable, wrapped } from "./text-table.ts";

/** The result in a sentence; activity and money by year; the caveats that the data carry. */
export function resultText({ report, results }: Reported, scenario: Scenario, labels: DatasetSummary): string {
  const { segments, caveat, furtherCaveats } = resultSentence({ results, scenario, labels });
  const caveats = [caveat, ...furtherCaveats];
  const { years, measures, money, illustrative, warnings, title, dataset } = report;
  const pair = (name: string): string[][] => {
    const measure = measures[name];
    return [measure?.baseline ?? [], measure?.scenario ?? []].map((list) => list.map((value) => formatCount(value)));
  };
  const { released, avoided, stranded, investment, bridging } = money.nominal;
  const activity = textTable(
    ["Year", "admissions", "scenario", "bed days", "scenario", "delayed", "scenario"],
    [[...years], ...pair("admissions"), ...pair("bedDays"), ...pair("delayedBedDays")],
  );
  const parts = textTable(
    ["Year", "released", "avoided", "stranded", "invested", "bridging"],
    [[...years], ...[released, avoided, stranded, investment, bridging].map((list) => list.map(millions))],
  );
  return [
    `${title}: ${dataset.title}\n`,
    wrapped(textOf(segments)),
    wrapped(`Main caveat: ${caveats.join(" ")}`),
    "Emergency admissions, bed days and delayed bed days: doing nothing, then the scenario",
    activity,
    "Money, £ million of each year, nominal",
    parts,
    ...indicatorsText(report),
    ...concernsText(report.concerns),
    ...ownFormulasText({ results, scenario, labels }, report),
    ...(illustrative.statement === "" ? [] : [wrapped(`Note: ${illustrative.statement}`)]),
    ...warnings.filter((warning) => !caveats.includes(warning)).map((warning) => wrapped(`Note: ${warning}`)),
  ].join("\n");
}

function millions(pounds: number): string {
  return formatCount(pounds / 1e6, 2);
}
