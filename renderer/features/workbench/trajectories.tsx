/** Doing nothing and this scenario, year by year, in one of five measures. */
import { type KeyboardEvent, memo, useMemo } from "react";
import { type ChartLine, LineChart } from "../../charts/line-chart.tsx";
import {
  formatCount,
  formatMillions,
  formatMoney,
  formatPercent,
  formatShort,
  signed,
  type Told,
} from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import type { Measure } from "../../store/state.ts";
import { useActions, useApp, useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { trajectory, type TwoWorlds } from "./figures.ts";
import { trajectoryTitle, wholeBeds } from "./findings.ts";

interface MeasureInfo {
  readonly id: Measure;
  readonly tab: string;
  /** Measure and unit, for the line under the title; `base` is the year whose prices money is in. */
  readonly what: (base: string) => string;
  readonly short: (value: number) => string;
  /** On the axis, where `short` is longer than there is room for. */
  readonly tick?: (value: number) => string;
  readonly full: (value: number) => string;
}

const round = (value: number): string => formatCount(value);

const MEASURES: readonly MeasureInfo[] = [
  {
    id: "bed-days",
    tab: "Bed days",
    what: () => "Emergency bed days a year, all areas together",
    short: formatShort,
    full: round,
  },
  {
    id: "admissions",
    tab: "Admissions",
    what: () => "Emergency admissions a year, all areas together",
    short: formatShort,
    full: round,
  },
  {
    id: "delayed",
    tab: "Delayed",
    what: () => "Bed days of delayed discharge a year, all areas together",
    short: formatShort,
    full: round,
  },
  {
    id: "beds",
    tab: "Beds",
    what: () => "Set-aside beds needed at the target occupancy, all hospitals",
    short: formatShort,
    full: wholeBeds,
  },
  {
    id: "cost",
    tab: "Cost",
    what: (base) => `Hospital cost of the set-aside, £ a year, ${base} prices`,
    short: formatMoney,
    tick: (value) => `£${Number((value / 1e6).toFixed(2))}m`,
    full: (value) => `£${formatMillions(value)}m`,
  },
];

interface PanelProps {
  readonly told: Told;
  readonly result: RunResult;
}

export const Trajectories = memo(function Trajectories({ told, result }: PanelProps) {
  const { dataset } = useOpenDocument();
  const measure = useApp((state) => state.measure);
  const info = MEASURES.find(({ id }) => id === measure) ?? (MEASURES[0] as MeasureInfo);
  const worlds = useMemo(() => trajectory(result, measure), [result, measure]);
  const { years } = dataset;
  const last = { base: worlds.base.at(-1) ?? 0, scenario: worlds.scenario.at(-1) ?? 0 };
  const lines: readonly ChartLine[] = useMemo(
    () => [
      {
        label: "Doing nothing",
        values: worlds.base,
        role: "c-base",
        dashed: true,
        end: ["Doing nothing", info.short(worlds.base.at(-1) ?? 0)],
      },
      {
        label: "This scenario",
        values: worlds.scenario,
        role: "c-scn",
        end: ["This scenario", info.short(worlds.scenario.at(-1) ?? 0)],
      },
    ],
    [worlds, info],
  );
  const what = info.what(years[0] ?? "");
  const title = trajectoryTitle(told, measure, years, worlds);
  return (
    <ChartShell
      id="trajectories"
      title={title}
      subtitle={what}
      tools={<MeasureTabs measure={measure} />}
      table={() => ({
        caption: `${what}. Central values, no range yet.`,
        head: ["Year", "Doing nothing", "This scenario", "Change", "Change, %"],
        rows: years.map((year, t) => ({ label: year, cells: changeCells(worlds, t, info.full) })),
      })}
    >
      <LineChart
        key={measure}
        years={years}
        lines={lines}
        least={120}
        endRoom={98}
        tickText={info.tick ?? info.short}
        valueText={info.full}
        readerLabel={`${info.tab}, by year`}
        description={`${title}. ${what}. From ${info.full(worlds.base[0] ?? 0)} in ${years[0] ?? ""}, doing nothing ends at ${info.full(last.base)} and this scenario at ${info.full(last.scenario)} in ${years.at(-1) ?? ""}.`}
      />
    </ChartShell>
  );
});

export function changeCells(worlds: TwoWorlds, t: number, text: (value: number) => string): string[] {
  const base = worlds.base[t] ?? 0;
  const scenario = worlds.scenario[t] ?? 0;
  const change = scenario - base;
  return [
    text(base),
    text(scenario),
    signed(text(change), change),
    base === 0 ? "" : signed(formatPercent(change / base, 1), change),
  ];
}

function MeasureTabs({ measure }: { readonly measure: Measure }) {
  const { setMeasure } = useActions();
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const now = MEASURES.findIndex(({ id }) => id === measure);
    const next = MEASURES[(now + by + MEASURES.length) % MEASURES.length];
    if (next === undefined) return;
    setMeasure(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-measure="${next.id}"]`)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs in it take the focus
    <div className="tabs" role="tablist" aria-label="Measure" onKeyDown={step}>
      {MEASURES.map(({ id, tab }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-measure={id}
          aria-selected={id === measure}
          tabIndex={id === measure ? 0 : -1}
          onClick={() => setMeasure(id)}
        >
          {tab}
        </button>
      ))}
    </div>
  );
}
