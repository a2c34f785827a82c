/** One small chart an area, side by side, on one shared axis. */
import { type CSSProperties, useMemo, useRef } from "react";
import { useColours } from "./colours.ts";
import { lineTrace } from "./line-chart.tsx";
import { MarkLayer, type Marks, type PlotBox } from "./mark-layer.tsx";
import { rangeAround, scaleOf } from "./scale.ts";
import { useSteadyRange } from "./use-steady-range.ts";
import { useSize } from "./use-size.ts";
import { shortYear } from "./year-axis.ts";
import { YearReader } from "./year-reader.tsx";

export interface SmallChart {
  readonly id: string;
  readonly label: string;
  /** "−14.0 %" */
  readonly change: string;
  readonly base: readonly number[];
  readonly scenario: readonly number[];
}

interface SmallMultiplesProps {
  readonly years: readonly string[];
  readonly charts: readonly SmallChart[];
  /** Pixels: the drawing takes all the height there is, and no less than this. */
  readonly least: number;
  readonly tickText: (value: number) => string;
  readonly valueText: (value: number) => string;
  readonly description: string;
}

/** Room left of the first chart for the axis, and right of each for its last figures. */
const AXIS_ROOM = 34;
const END_ROOM = 40;
const GAP = 18;

/** Lists joined with a gap between each two. */
function oneAfterTheOther(lists: readonly (readonly number[])[]): number[] {
  return lists.flatMap((list) => [...list, Number.NaN]);
}

export function SmallMultiples({ years, charts, least, tickText, valueText, description }: SmallMultiplesProps) {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host, { width: 580, height: least });
  const colours = useColours();
  const range = useSteadyRange(
    rangeAround(
      charts.flatMap((chart) => [...chart.base, ...chart.scenario]),
      3,
    ),
  );
  const { low, high } = range;
  const top = 24;
  const bottom = height - 20;
  const y = scaleOf(range, bottom, top);
  const pitch = (width - AXIS_ROOM + GAP) / charts.length;
  const plotWidth = pitch - GAP - END_ROOM;
  const last = Math.max(1, years.length - 1);
  const left = (chart: number): number => AXIS_ROOM + chart * pitch;
  const xAt = (chart: number, index: number): number => left(chart) + (plotWidth * index) / last;

  const box: PlotBox = useMemo(() => ({ width, height, left: 0, right: width, top, bottom }), [width, height, bottom]);
  // All charts' lines of one kind are one trace with gaps: drawing costs by the trace.
  const across = useMemo(
    () =>
      oneAfterTheOther(
        charts.map((_, position) =>
          years.map((__, index) => AXIS_ROOM + position * pitch + (plotWidth * index) / last),
        ),
      ),
    [charts, years, pitch, plotWidth, last],
  );
  const marks: Marks = useMemo(
    () => ({
      box,
      // The charts share one drawing: across it is measured in pixels, up in the measure's own unit.
      x: [0, width],
      y: [low, high],
      traces: [
        lineTrace(
          colours,
          { role: "c-base", dashed: true },
          across,
          oneAfterTheOther(charts.map((chart) => chart.base)),
        ),
        lineTrace(colours, { role: "c-scn" }, across, oneAfterTheOther(charts.map((chart) => chart.scenario))),
      ],
    }),
    [box, width, low, high, charts, across, colours],
  );

  const middle = Math.floor(last / 2);
  return (
    <div className="plot fills" ref={host} style={{ "--least": `${least}px` } as CSSProperties}>
      <svg width={width} height={height} role="img" aria-label={description}>
        {charts.map((chart, position) => {
          const from = left(position);
          const base = y.at(chart.base.at(-1) ?? 0);
          const scenario = y.at(chart.scenario.at(-1) ?? 0);
          const apart = Math.max(0, 13 - Math.abs(scenario - base)) / 2;
          const direction = scenario >= base ? 1 : -1;
          return (
            <g key={chart.id}>
              <text className="ink strong" x={from} y={12}>
                {chart.label}
              </text>
              <text className="ink end" x={from + plotWidth + END_ROOM - 4} y={12}>
                {chart.change}
              </text>
              {y.ticks.map((tick) => (
                <g key={tick}>
                  <line className="grid" x1={from} x2={from + plotWidth} y1={y.at(tick)} y2={y.at(tick)} />
                  {position === 0 && (
                    <text className="end" x={from - 6} y={y.at(tick) + 4}>
                      {tickText(tick)}
                    </text>
                  )}
                </g>
              ))}
              <text className="fill-c-base" x={from + plotWidth + 4} y={base + 4 - direction * apart}>
                {tickText(chart.base.at(-1) ?? 0)}
              </text>
              <text className="fill-c-scn strong" x={from + plotWidth + 4} y={scenario + 4 + direction * apart}>
                {tickText(chart.scenario.at(-1) ?? 0)}
              </text>
              {(plotWidth > 110 ? [0, middle, last] : [0, last]).map((index) => (
                <text key={index} className="middle" x={xAt(position, index)} y={height - 4}>
                  {shortYear(years[index] ?? "")}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
      <MarkLayer marks={marks} />
      {charts.map((chart, position) => (
        <YearReader
          key={chart.id}
          box={{ ...box, left: left(position), right: left(position) + plotWidth }}
          label={`${chart.label}, by year`}
          count={years.length}
          xAt={(index) => xAt(position, index)}
          read={(index) => ({
            title: `${chart.label}, ${years[index] ?? ""}`,
            rows: [
              { label: "Doing nothing", value: valueText(chart.base[index] ?? 0) },
              { label: "This scenario", value: valueText(chart.scenario[index] ?? 0) },
            ],
          })}
        />
      ))}
    </div>
  );
}
