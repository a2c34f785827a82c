/** The parts of the money by year: drawn over the columns of their own table, which adds up. */
import { memo, useMemo } from "react";
import { type MoneyParts, PartsChart } from "../../charts/parts-chart.tsx";
import { formatMillions, formatMoney, shortYear, type Told } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { moneyParts, type Parts } from "./figures.ts";
import { moneyTitle } from "./findings.ts";

const FIRST_COLUMN = 142;

const ROWS: readonly {
  readonly part: keyof Parts;
  readonly label: string;
  readonly key: string;
  readonly weight: string;
}[] = [
  { part: "stranded", label: "Stranded", key: "strand", weight: "" },
  { part: "avoided", label: "Avoided growth", key: "avoid", weight: "" },
  { part: "released", label: "Released", key: "release", weight: "" },
  { part: "notional", label: "Notional value", key: "none", weight: "total" },
  { part: "moved", label: "Moved", key: "moved", weight: "" },
  { part: "bridging", label: "Bridging to find", key: "bridge", weight: "strong" },
];

/** The parts as they are printed, so that the printed total is the sum of the printed parts. */
function printed(parts: Parts): Parts {
  const pennies = (values: readonly number[]): number[] => values.map((value) => Math.round(value / 1e4) / 100);
  const released = pennies(parts.released);
  const avoided = pennies(parts.avoided);
  const stranded = pennies(parts.stranded);
  return {
    released,
    avoided,
    stranded,
    notional: released.map((value, t) => value + (avoided[t] ?? 0) + (stranded[t] ?? 0)),
    moved: pennies(parts.moved),
    bridging: pennies(parts.bridging),
  };
}

export const MoneyPartsPanel = memo(function MoneyPartsPanel({
  told,
  result,
}: {
  readonly told: Told;
  readonly result: RunResult;
}) {
  const { dataset } = useOpenDocument();
  const parts = useMemo(() => moneyParts(result), [result]);
  const shown = useMemo(() => printed(parts), [parts]);
  const years = useMemo(() => dataset.years.slice(1), [dataset]);
  const title = moneyTitle(told);
  const base = dataset.years[0] ?? "";
  const last = years.length - 1;
  return (
    <ChartShell
      id="money"
      title={title}
      subtitle="Cost against doing nothing, by what happens to it, by year"
      table={() => ({
        caption: `£, ${base} prices. Released: cash that comes out. Avoided: growth that does not come. Stranded: stays behind. Bridging: moved less released, no less than nothing.`,
        head: ["Part", ...years],
        rows: ROWS.map(({ part, label, weight }) => ({
          label,
          cells: parts[part].map((value) => formatMillionsFull(value)),
          total: weight !== "",
        })),
      })}
    >
      <PartsChart
        years={years}
        parts={parts satisfies MoneyParts}
        firstColumn={FIRST_COLUMN}
        tickText={(value) => `£${formatMillionsShort(value)}`}
        valueText={(value) => formatMoney(value)}
        description={`${title}. In ${years[last] ?? ""}: released ${formatMoney(parts.released[last] ?? 0)}, avoided ${formatMoney(parts.avoided[last] ?? 0)}, stranded ${formatMoney(parts.stranded[last] ?? 0)}, moved ${formatMoney(parts.moved[last] ?? 0)}, bridging ${formatMoney(parts.bridging[last] ?? 0)}, in ${base} prices.`}
      />
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">£m, {base} prices</th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {shortYear(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ part, label, key, weight }) => (
            <tr key={part} className={weight}>
              <th scope="row">
                <i className={`key ${key}`} aria-hidden="true" />
                {label}
              </th>
              {shown[part].map((value, t) => (
                <td key={years[t]} className="num">
                  {formatMillions(value * 1e6)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartShell>
  );
});

function formatMillionsShort(value: number): string {
  const text = formatMillions(value).replace(/\.?0+$/, "");
  return value === 0 ? "0" : `${text === "" ? "0" : text}m`;
}

/** Whole pounds, for the table in full. */
function formatMillionsFull(value: number): string {
  return Math.round(value).toLocaleString("en-GB").replace("-", "−");
}
