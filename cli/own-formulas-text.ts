/** Figures that a scenario adds and formulas that it replaces, as text for a terminal. */
import { addedRows, formatFigure } from "../scenarios/index.ts";
import type { JsonReport, Told } from "../scenarios/index.ts";
import { textTable, wrapped } from "./text-table.ts";

/** Further rows are in the JSON document. */
const MOST_ROWS = 24;

/** Nothing where every formula is the model's. */
export function ownFormulasText(told: Told, { years, ownFormulas }: JsonReport): string[] {
  if (ownFormulas === undefined) return [];
  const { rows, further } = addedRows(told, MOST_ROWS);
  const heads = ["Figures added by this scenario", ...years];
  const names = rows.map(({ label, unit, where }) =>
    [`${label}, ${unit}`, where].filter((part) => part !== "").join(": "),
  );
  const byYear = years.map((_, t) => rows.map(({ values }) => formatFigure(values[t] ?? 0)));
  return [
    ...(rows.length === 0 ? [] : [textTable(heads, [names, ...byYear])]),
    ...(further === 0 ? [] : [`${further} more rows: see --json.\n`]),
    ...ownFormulas.overridden.map(({ variable, label, formula, inPlaceOf, reason }) =>
      wrapped(`Replaced: ${label} (${variable}) is ${formula}, in place of ${inPlaceOf}. ${reason}`),
    ),
  ];
}
