/** National indicators of a run, as text for a terminal. */
import type { JsonReport } from "../scenarios/index.ts";
import { formatFigure } from "../scenarios/index.ts";
import { textTable, wrapped } from "./text-table.ts";

type Indicator = JsonReport["indicators"][number];

/** The base year and the last, doing nothing and in the scenario; targets; what is not modelled, and why. */
export function indicatorsText({ indicators, years }: Pick<JsonReport, "indicators" | "years">): string[] {
  const modelled = indicators.flatMap((each) => (each.modelled ? [each] : []));
  const others = indicators.flatMap((each) => (each.modelled ? [] : [each]));
  const end = years.length - 1;
  const column = (of: (each: (typeof modelled)[number]) => number | undefined): string[] =>
    modelled.map((each) => formatFigure(of(each) ?? 0));
  const table = textTable(
    ["Indicator", "", "unit", years[0] ?? "", `${years[end]}, nothing`, `${years[end]}, scenario`],
    [
      modelled.map(numbered),
      modelled.map(({ label }) => label),
      modelled.map(({ unit }) => unit),
      column(({ baseline }) => baseline[0]),
      column(({ baseline }) => baseline[end]),
      column(({ scenario }) => scenario[end]),
    ],
    [0, 1, 2],
  );
  const targets = modelled.flatMap((each) =>
    each.targets.map(({ year, area, atMost, reached, met }) =>
      wrapped(
        `Target: ${numbered(each)} at most ${formatFigure(atMost)} in ${year}${area === undefined ? "" : `, ${area}`}: ${formatFigure(reached)}, ${met ? "met" : "missed"}.`,
      ),
    ),
  );
  const missing = others.map((each) => `${numbered(each)} ${each.label} (${each.reason})`).join("; ");
  return [
    "National indicators, each better the lower it is; figures of the two sets are not comparable",
    table,
    ...(targets.length === 0 ? [] : [targets.join("")]),
    ...(missing === "" ? [] : [wrapped(`Not modelled: ${missing}.`)]),
  ];
}

function numbered({ set, number }: Pick<Indicator, "set" | "number">): string {
  return `${set === "Core Suite" ? "Core" : "MSG"} ${number}`;
}
