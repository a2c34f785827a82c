/** Areas side by side, per 100,000 adults, on one axis. */
import { memo, useMemo } from "react";
import { AreaRows } from "../../charts/area-rows.tsx";
import { type SmallChart, SmallMultiples } from "../../charts/small-multiples.tsx";
import { formatCount, formatPercent, formatShort, signed, type Told } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { areaRates } from "./figures.ts";
import { areasTitle } from "./findings.ts";

/** More areas than this are rows of one list. */
const MOST_SMALL_CHARTS = 4;

interface PanelProps {
  readonly told: Told;
  readonly result: RunResult;
}

export const AreasPanel = memo(function AreasPanel({ told, result }: PanelProps) {
  const { dataset } = useOpenDocument();
  const { years } = dataset;
  const areas = useMemo(() => areaRates(result, dataset), [result, dataset]);
  const charts: readonly SmallChart[] = useMemo(
    () =>
      areas.map(({ id, label, worlds, change }) => ({
        id,
        label,
        change: signed(formatPercent(change, 1), change),
        base: worlds.base,
        scenario: worlds.scenario,
      })),
    [areas],
  );
  const title = areasTitle(told);
  const last = years.at(-1) ?? "";
  const caption = `Emergency bed days a year per 100,000 adults (those of ${years[0] ?? ""})`;
  return (
    <ChartShell
      id="areas"
      title={title}
      subtitle={`${caption}, and ${last} against doing nothing`}
      table={() => ({
        caption: `${caption}, in ${last}`,
        head: ["Area", `Now, ${years[0] ?? ""}`, "Doing nothing", "This scenario", "Change"],
        rows: charts.map((chart) => ({
          label: chart.label,
          cells: [
            formatCount(chart.base[0] ?? 0),
            formatCount(chart.base.at(-1) ?? 0),
            formatCount(chart.scenario.at(-1) ?? 0),
            chart.change,
          ],
        })),
      })}
    >
      {charts.length <= MOST_SMALL_CHARTS ? (
        <SmallMultiples
          years={years}
          charts={charts}
          least={116}
          tickText={formatShort}
          valueText={(value) => formatCount(value)}
          description={`${title}. ${caption}. ${charts.map((chart) => `${chart.label}: ${formatCount(chart.scenario.at(-1) ?? 0)} in ${last}, ${chart.change} against doing nothing`).join("; ")}.`}
        />
      ) : (
        <AreaRows areas={charts} valueText={(value) => formatCount(value)} caption={`${caption}, in ${last}`} />
      )}
    </ChartShell>
  );
});
