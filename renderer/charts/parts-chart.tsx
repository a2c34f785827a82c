/** The parts of the money by year: stacked bars over their own table's columns, with the sum moved and what must bridge. */
import type { Trace } from "plotly.js-strict-dist-min";
import { type CSSProperties, useMemo, useRef } from "react";
import { tint, useColours } from "./colours.ts";
import { MarkLayer, type Marks, type PlotBox } from "./mark-layer.tsx";
import { closeRange, scaleOf } from "./scale.ts";
import { useSteadyRange } from "./use-steady-range.ts";
import { useSize } from "./use-size.ts";
import { YearReader } from "./year-reader.tsx";

export interface MoneyParts {
  readonly released: readonly number[];
  readonly avoided: readonly number[];
  readonly stranded: readonly number[];
  readonly moved: readonly number[];
  readonly bridging: readonly number[];
}

interface PartsChartProps {
  readonly years: readonly string[];
  readonly parts: MoneyParts;
  /** Width of the table's first column, where the axis stands. */
  readonly firstColumn: number;
  /** Right padding of the table's cells, so that bars stand over their figures. */
  readonly tickText: (value: number) => string;
  readonly valueText: (value: number) => string;
  readonly description: string;
}

const LEAST = 74;
/** £: how far the axis goes while nothing is moved. */
const EMPTY = [0, 1_000_000];

/**
 * Where each part of a year's bar starts: parts above zero stand on each other, those below hang from each other.
 * `stackFrom([2, -1, 3])` is [0, 0, 2].
 */
export function stackFrom(values: readonly number[]): number[] {
  let above = 0;
  let below = 0;
  return values.map((value) => {
    const from = value >= 0 ? above : below;
    if (value >= 0) above += value;
    else below += value;
    return from;
  });
}

export function PartsChart({ years, parts, firstColumn, tickText, valueText, description }: PartsChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host, { width: 580, height: LEAST });
  const colours = useColours();
  const pitch = (width - firstColumn) / years.length;
  const box: PlotBox = useMemo(
    () => ({ width, height, left: firstColumn, right: width, top: 4, bottom: height - 4 }),
    [width, height, firstColumn],
  );

  const stacks = useMemo(
    () =>
      years.map((_, index) => {
        const values = [parts.released[index] ?? 0, parts.avoided[index] ?? 0, parts.stranded[index] ?? 0];
        return { values, from: stackFrom(values) };
      }),
    [years, parts],
  );
  const extremes = [
    ...stacks.flatMap(({ values, from }) => values.map((value, part) => value + (from[part] ?? 0))),
    ...parts.moved,
  ];
  const range = useSteadyRange(
    closeRange(extremes.some((value) => Math.abs(value) >= 1) ? extremes : EMPTY, height > 110 ? 4 : 3),
  );
  const { low, high } = range;
  const y = scaleOf(range, box.bottom, box.top);

  const marks: Marks = useMemo(() => {
    // Across, the chart is measured in pixels of its columns.
    const centre = years.map((_, index) => firstColumn + (index + 0.5) * pitch + 3);
    const wide = Math.min(34, pitch * 0.62);
    // Few traces, since drawing costs by the trace: the plain bars one after the other, then the hatched ones.
    const three = <T,>(one: T, two: T, bridging: T): T[] =>
      [one, two, bridging].flatMap((part) => years.map(() => part));
    const part = (index: number): number[] => stacks.map(({ values }) => values[index] ?? 0);
    const from = (index: number): number[] => stacks.map((stack) => stack.from[index] ?? 0);
    const beside = centre.map((x) => x + wide / 2 + 4);
    const strand = colours["c-strand"];
    const edge = { color: colours.paper, width: 0.5 };
    const traces: Trace[] = [
      {
        type: "bar",
        x: [...centre, ...centre, ...beside],
        y: [...part(0), ...part(1), ...parts.bridging],
        base: [...from(0), ...from(1), ...parts.moved.map((moved, index) => moved - (parts.bridging[index] ?? 0))],
        width: three(wide, wide, 4),
        marker: { color: three(colours["c-release"], colours["c-avoid"], colours["c-bridge"]), line: edge },
        hoverinfo: "skip",
      },
      {
        type: "bar",
        x: centre,
        y: part(2),
        base: from(2),
        width: wide,
        marker: {
          color: strand,
          line: edge,
          pattern: { shape: "/", fgcolor: strand, bgcolor: tint(strand, 0.28), size: 5, solidity: 0.32 },
        },
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "lines",
        x: centre.flatMap((x) => [x - wide / 2 - 4, x + wide / 2 + 6, Number.NaN]),
        y: parts.moved.flatMap((moved) => [moved, moved, Number.NaN]),
        line: { color: colours.ink, width: 2 },
        hoverinfo: "skip",
      },
    ];
    return { box, x: [firstColumn, width], y: [low, high], traces };
  }, [years, parts, stacks, box, firstColumn, width, pitch, low, high, colours]);

  return (
    <div className="plot fills" ref={host} style={{ "--least": `${LEAST}px` } as CSSProperties}>
      <svg width={width} height={height} role="img" aria-label={description}>
        <text x={0} y={12}>
          Bars: notional
        </text>
        <text x={0} y={26}>
          value saved
        </text>
        <line x1={0} x2={16} y1={40} y2={40} className="moved-key" />
        <text x={21} y={44}>
          £ moved
        </text>
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? "zero" : "grid"}
              x1={firstColumn}
              x2={width}
              y1={y.at(tick)}
              y2={y.at(tick)}
            />
            <text className="end" x={firstColumn - 6} y={y.at(tick) + 4}>
              {tickText(tick)}
            </text>
          </g>
        ))}
      </svg>
      <MarkLayer marks={marks} />
      <YearReader
        box={box}
        label="Parts of the money, by year"
        count={years.length}
        xAt={(index) => firstColumn + (index + 0.5) * pitch}
        read={(index) => ({
          title: years[index] ?? "",
          rows: [
            { label: "Stranded", value: valueText(parts.stranded[index] ?? 0) },
            { label: "Avoided growth", value: valueText(parts.avoided[index] ?? 0) },
            { label: "Released", value: valueText(parts.released[index] ?? 0) },
            { label: "Moved", value: valueText(parts.moved[index] ?? 0) },
            { label: "Bridging", value: valueText(parts.bridging[index] ?? 0) },
          ],
        })}
      />
    </div>
  );
}
