/** Lines over the years with their names and last figures at their ends. */
import type { ScatterTrace } from "plotly.js-strict-dist-min";
import { type CSSProperties, type ReactNode, useMemo, useRef } from "react";
import { type ColourRole, type Colours, useColours } from "./colours.ts";
import { MarkLayer, type Marks, type PlotBox } from "./mark-layer.tsx";
import { rangeAround, type Scale, scaleOf, spreadLabels } from "./scale.ts";
import { useSteadyRange } from "./use-steady-range.ts";
import { useSize } from "./use-size.ts";
import { namedYears, shortYear } from "./year-axis.ts";
import { YearReader } from "./year-reader.tsx";

export interface ChartLine {
  readonly label: string;
  readonly values: readonly number[];
  readonly role: ColourRole;
  readonly dashed?: boolean;
  /** Holds its value through each year and changes between years: beds that are open. */
  readonly steps?: boolean;
  /** Lines of text at the line's end; the first is strong and in the line's colour. */
  readonly end: readonly string[];
}

interface LineChartProps {
  readonly years: readonly string[];
  readonly lines: readonly ChartLine[];
  /** Pixels: the drawing takes all the height there is, and no less than this. */
  readonly least: number;
  /** Room for the names at the ends of the lines. */
  readonly endRoom: number;
  readonly tickText: (value: number) => string;
  readonly valueText: (value: number) => string;
  /** Text alternative: what the chart shows, in a sentence or two. */
  readonly description: string;
  readonly readerLabel: string;
  /** Marks of the screen over the frame, given the scales. */
  readonly notes?: (x: (index: number) => number, y: Scale, box: PlotBox) => ReactNode;
  readonly tickCount?: number;
}

export function lineTrace(
  colours: Colours,
  line: Pick<ChartLine, "role" | "dashed" | "steps">,
  x: readonly number[],
  y: readonly number[],
): ScatterTrace {
  return {
    type: "scatter",
    mode: "lines",
    x,
    y,
    cliponaxis: false,
    hoverinfo: "skip",
    line: {
      color: colours[line.role],
      width: line.dashed === true || line.steps === true ? 1.75 : 2.25,
      dash: line.dashed === true ? "5px,4px" : "solid",
      shape: line.steps === true ? "hvh" : "linear",
      simplify: false,
    },
  };
}

export function LineChart(props: LineChartProps) {
  const { years, lines, least, endRoom, tickText, valueText, tickCount = 4 } = props;
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host, { width: 580, height: least });
  const colours = useColours();

  const box: PlotBox = useMemo(
    () => ({ width, height, left: 42, right: width - endRoom, top: 8, bottom: height - 20 }),
    [width, height, endRoom],
  );
  const wanted = rangeAround(
    lines.flatMap((line) => line.values),
    tickCount,
  );
  const range = useSteadyRange(wanted);
  const y = scaleOf(range, box.bottom, box.top);
  const last = Math.max(1, years.length - 1);
  const xAt = (index: number): number => box.left + ((box.right - box.left) * index) / last;

  const { low, high } = range;
  const marks: Marks = useMemo(
    () => ({
      box,
      x: [0, last],
      y: [low, high],
      traces: lines.map((line) =>
        lineTrace(
          colours,
          line,
          line.values.map((_, index) => index),
          line.values,
        ),
      ),
    }),
    [box, last, low, high, lines, colours],
  );

  const lineHeight = 13;
  const ends = spreadLabels(
    lines.map((line) => y.at(line.values.at(-1) ?? 0)),
    Math.max(...lines.map((line) => line.end.length)) * lineHeight + 2,
    box.top + 6,
    box.bottom,
  );

  return (
    <div className="plot fills" ref={host} style={{ "--least": `${least}px` } as CSSProperties}>
      <svg width={width} height={height} role="img" aria-label={props.description}>
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={box.left - 6} x2={box.right} y1={y.at(tick)} y2={y.at(tick)} />
            <text className="end" x={box.left - 12} y={y.at(tick) + 4}>
              {tickText(tick)}
            </text>
          </g>
        ))}
        {namedYears(years.length, box.right - box.left, 40).map((index) => (
          <text key={index} className="middle" x={xAt(index)} y={height - 4}>
            {shortYear(years[index] ?? "")}
          </text>
        ))}
        {lines.map((line, index) => (
          <text key={line.label} x={box.right + 8} y={(ends[index] ?? 0) + 1}>
            {line.end.map((text, row) => (
              <tspan
                key={text}
                x={box.right + 8}
                dy={row === 0 ? 0 : lineHeight}
                className={row === 0 ? `strong fill-${line.role}` : "ink"}
              >
                {text}
              </tspan>
            ))}
          </text>
        ))}
        {props.notes?.(xAt, y, box)}
      </svg>
      <MarkLayer marks={marks} />
      <YearReader
        box={box}
        label={props.readerLabel}
        count={years.length}
        xAt={xAt}
        read={(index) => ({
          title: years[index] ?? "",
          rows: lines.map((line) => ({ label: line.label, value: valueText(line.values[index] ?? 0) })),
        })}
      />
    </div>
  );
}
