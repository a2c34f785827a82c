/** Beds needed against beds open for one specialty at one hospital; whole wards close. */
import { memo, useMemo } from "react";
import { type ChartLine, LineChart } from "../../charts/line-chart.tsx";
import { formatCount, type Told } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { byYear } from "../../client/sums.ts";
import { useActions, useApp, useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { bothWorlds, mostChangedWards, SCENARIO, wardGroups } from "./figures.ts";
import { bedsTitle, wholeBeds as beds } from "./findings.ts";

interface PanelProps {
  readonly told: Told;
  readonly result: RunResult;
}

export const BedsPanel = memo(function BedsPanel({ told, result }: PanelProps) {
  const { dataset } = useOpenDocument();
  const { setBedsOf } = useActions();
  const chosen = useApp((state) => state.bedsOf);
  const groups = useMemo(() => wardGroups(result, dataset), [result, dataset]);
  const wards = groups.find(({ key }) => key === chosen) ?? mostChangedWards(result, groups);
  const where = useMemo(
    () => ({ hospital: wards?.hospital ?? "", specialty: wards?.specialty ?? "" }),
    [wards?.hospital, wards?.specialty],
  );
  const figures = useMemo(() => {
    if (where.hospital === "") return null;
    const needed = bothWorlds(result, "bedsNeeded", where);
    return {
      needed,
      open: byYear(result, "bedsOpen", { ...where, world: SCENARIO }),
      closed: byYear(result, "bedsClosed", { ...where, world: SCENARIO }),
    };
  }, [result, where]);
  const lines: readonly ChartLine[] = useMemo(() => {
    if (figures === null) return [];
    const { needed, open } = figures;
    const end = (name: string, values: readonly number[]): string => `${name}: ${beds(values.at(-1) ?? 0)}`;
    return [
      {
        label: "Needed, doing nothing",
        values: needed.base,
        role: "c-base",
        dashed: true,
        end: ["Needed, doing", `nothing: ${beds(needed.base.at(-1) ?? 0)}`],
      },
      { label: "Open", values: open, role: "ink", steps: true, end: [end("Open", open)] },
      { label: "Needed, this scenario", values: needed.scenario, role: "c-scn", end: [end("Needed", needed.scenario)] },
    ];
  }, [figures]);
  if (wards === null || figures === null) return null;

  const { years } = dataset;
  const specialty = dataset.specialties.find(({ id }) => id === wards.specialty);
  const hospital = dataset.hospitals.find(({ id }) => id === wards.hospital);
  const name = specialty?.label ?? wards.specialty;
  const title = bedsTitle(told, wards);
  const step = specialty?.closureStep ?? 0;
  const firstClosed = figures.closed.findIndex((closed) => closed > 0.5);
  const staffed = specialty?.staffedBeds ?? null;
  // Of all hospitals together, so never beside the figures of this one without saying so.
  const staffedToday =
    staffed === null
      ? ""
      : ` Average staffed beds of ${name} today, all hospitals of the dataset together: ${formatCount(staffed)}.`;
  return (
    <ChartShell
      id="beds"
      title={title}
      subtitle={`Beds needed and open at ${hospital?.label ?? wards.hospital}; wards of ${formatCount(step)}`}
      tools={
        <select
          className="select wards"
          aria-label="Specialty and hospital"
          value={wards.key}
          onChange={(event) => setBedsOf(event.currentTarget.value)}
        >
          {dataset.hospitals.map(({ id, label }) => (
            <optgroup key={id} label={label}>
              {groups
                .filter((group) => group.hospital === id)
                .map((group) => (
                  <option key={group.key} value={group.key}>
                    {dataset.specialties.find((each) => each.id === group.specialty)?.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      }
      table={() => ({
        caption: `${name}, ${hospital?.label ?? ""}: beds, rounded up. Needed at the target occupancy; open on average over the year.${staffedToday}`,
        head: ["Year", "Needed, doing nothing", "Needed, this scenario", "Open", "Closed"],
        rows: years.map((year, t) => ({
          label: year,
          cells: [
            beds(figures.needed.base[t] ?? 0),
            beds(figures.needed.scenario[t] ?? 0),
            formatCount(figures.open[t] ?? 0, 1),
            formatCount(figures.closed[t] ?? 0, 1),
          ],
        })),
      })}
    >
      <LineChart
        key={wards.key}
        years={years}
        lines={lines}
        least={118}
        endRoom={92}
        tickText={(value) => formatCount(value)}
        valueText={beds}
        readerLabel={`Beds of ${name}, by year`}
        description={`${title}. ${name} at ${hospital?.label ?? ""}: beds open go from ${beds(figures.open[0] ?? 0)} to ${beds(figures.open.at(-1) ?? 0)}; needed in ${years.at(-1) ?? ""} are ${beds(figures.needed.scenario.at(-1) ?? 0)}, and ${beds(figures.needed.base.at(-1) ?? 0)} doing nothing.`}
        notes={(x, y) =>
          firstClosed >= 1 && (
            <text
              className="ink end"
              x={(x(firstClosed) + x(firstClosed - 1)) / 2 - 5}
              y={y.at(figures.open[firstClosed - 1] ?? 0) + 13}
            >
              First ward closes
            </text>
          )
        }
      />
    </ChartShell>
  );
});
