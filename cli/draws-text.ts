/** The plan of a run's draws as text for a terminal. */
import type { ExplainedDraws } from "../models/index.ts";
import { formatCount } from "../scenarios/index.ts";
import { textTable, wrapped } from "./text-table.ts";

/** What is worked out once, what in every draw, how sums were made smaller, and the totals. */
export function drawsText({ assumptions, hoisted, statements, sums, totals }: ExplainedDraws): string {
  const { touchedWritten, instructions, terms, rows, series } = totals;
  const drawn = statements.filter(({ newRows }) => newRows > 0);
  const smaller = sums.filter(({ termsLeft, termsWritten }) => termsLeft < termsWritten);
  return [
    wrapped(`With draws: ${formatCount(assumptions)} assumptions are uncertain. What follows is beyond the run above.`),
    wrapped(
      `Hoisted, since no draw changes it: ${hoisted.length === 0 ? "nothing" : hoisted.join(", ")}. It is worked out once.`,
    ),
    drawn.length === 0
      ? wrapped("Nothing that was asked differs from draw to draw.")
      : textTable(
          ["In every draw", "by", "touched", "rows"],
          [
            drawn.map(({ id, owner }) => (id === owner ? id : `${id} of ${owner}`)),
            drawn.map(({ dims }) => dims.join(", ") || "-"),
            drawn.map(({ touched }) => formatCount(touched)),
            drawn.map(({ newRows }) => formatCount(newRows)),
          ],
          [0, 1],
        ),
    ...(smaller.length === 0
      ? []
      : [
          `Sums made smaller: numbers are added up before any draw, equal rows are one term, and what does not run along\nthe dimension stays outside\n${textTable(
            ["In", "sum over", "terms written", "terms left", "outside"],
            [
              smaller.map(({ owner }) => owner),
              smaller.map(({ over, once }) => `${over.join(", ")}${once ? " (once)" : ""}`),
              smaller.map(({ termsWritten }) => formatCount(termsWritten)),
              smaller.map(({ termsLeft }) => formatCount(termsLeft)),
              smaller.map(({ outside }) => outside.map((dims) => `[${dims.join(", ")}]`).join(" ") || "-"),
            ],
            [0, 1, 4],
          )}`,
        ]),
    wrapped(
      `In every draw: ${formatCount(instructions)} instructions on rows and ${formatCount(terms)} terms and factors, where the ` +
        `formulas as written touch ${formatCount(touchedWritten)} cells; ${formatCount(series)} results that differ; ` +
        `a tile takes ${formatCount(rows)} rows.`,
    ),
  ].join("\n");
}
