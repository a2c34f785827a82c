/** The books of the last year: budgets and costs by payer, and what is left over or short. A table from the start. */
import { memo } from "react";
import { formatMillions, SECTION_28, type Told, varianceRule } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { type Books, books, type TwoWorlds } from "./figures.ts";
import { booksTitle } from "./findings.ts";
import { roundingNote } from "./rounding-note.ts";

interface BookRow {
  readonly label: string;
  readonly values: readonly number[];
  readonly total?: boolean;
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0;

/** Budget and cost of each payer in the last year, doing nothing and in the scenario, and their sums. */
function bookRows({ payers }: Books): readonly BookRow[] {
  const rows = payers.map(({ label, budget, cost }) => ({
    label,
    values: [last(budget.base), last(cost.base), last(budget.scenario), last(cost.scenario)],
  }));
  const sums = [0, 1, 2, 3].map((column) => rows.reduce((total, { values }) => total + (values[column] ?? 0), 0));
  return [...rows, { label: "All lines", values: sums, total: true }];
}

interface Outcome {
  readonly label: string;
  readonly worlds: TwoWorlds;
}

interface BooksPanelProps {
  readonly told: Told;
  readonly result: RunResult;
}

export const BooksPanel = memo(function BooksPanel({ told, result }: BooksPanelProps) {
  const { dataset } = useOpenDocument();
  const year = dataset.years.at(-1) ?? "";
  const base = dataset.years[0] ?? "";
  const figures = books(result, dataset);
  const rows = bookRows(figures);
  const note = roundingNote([0, 1, 2, 3].map((column) => rows.slice(0, -1).map(({ values }) => values[column] ?? 0)));
  const rule = varianceRule(dataset, told.scenario);
  // What the panel has no room for is in its table.
  const shown: readonly Outcome[] = [
    { label: "Integrated position", worlds: figures.integrated },
    { label: "Set-aside position", worlds: figures.trueUp },
    {
      label: rule.entered ? "Funding gap after reserves" : "Gap, scheme’s rule missing",
      worlds: figures.fundingGap,
    },
  ];
  const results: readonly Outcome[] = [
    ...shown,
    { label: "Both, health and care as a whole", worlds: figures.position },
    { label: "Falls on us", worlds: figures.onUs },
    { label: "Section 28, against the base year", worlds: figures.section28 },
  ];
  return (
    <ChartShell
      id="books"
      title={booksTitle(year, figures)}
      subtitle={`By payer in ${year}, £m, ${base} prices${note === null ? "" : "; rounded, may not sum"}`}
      table={() => ({
        caption: `All years, £m, ${base} prices: doing nothing, then this scenario. ${rule.words} ${SECTION_28}`,
        head: ["Year", ...results.flatMap(({ label }) => [`${label}, doing nothing`, `${label}, scenario`])],
        rows: dataset.years.map((label, t) => ({
          label,
          cells: results.flatMap(({ worlds }) => [
            formatMillions(worlds.base[t] ?? 0),
            formatMillions(worlds.scenario[t] ?? 0),
          ]),
        })),
      })}
    >
      <table className="books">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Payer</span>
            </th>
            <th scope="colgroup" colSpan={2} className="num">
              Doing nothing
            </th>
            <th scope="colgroup" colSpan={2} className="num">
              This scenario
            </th>
          </tr>
          <tr>
            <th scope="col">Payer</th>
            <th scope="col" className="num">
              Budget
            </th>
            <th scope="col" className="num">
              Cost
            </th>
            <th scope="col" className="num">
              Budget
            </th>
            <th scope="col" className="num">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values, total }) => (
            <tr key={label} className={total === true ? "total" : ""}>
              <th scope="row">{label}</th>
              {values.map((value, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- the column is what tells the cells apart
                <td key={column} className="num">
                  {formatMillions(value)}
                </td>
              ))}
            </tr>
          ))}
          {shown.map(({ label, worlds }) => (
            <tr key={label} className="outcome">
              <th scope="row">{label}</th>
              <td className="num" colSpan={2}>
                {formatMillions(last(worlds.base))}
              </td>
              <td className="num" colSpan={2}>
                {formatMillions(last(worlds.scenario))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartShell>
  );
});
