/** Two lines over the years with their names and last figures: a first look, with no axis to read. */
import { useMemo, useRef } from "react";
import { useColours } from "./colours.ts";
import { lineTrace } from "./line-chart.tsx";
import { MarkLayer, type Marks, type PlotBox } from "./mark-layer.tsx";
import { rangeAround, scaleOf, spreadLabels } from "./scale.ts";
import { useSize } from "./use-size.ts";

interface PreviewChartProps {
  readonly years: readonly string[];
  readonly base: readonly number[];
  readonly scenario: readonly number[];
  /** What the line of the scenario is called: "£8.30m moved". */
  readonly scenarioName: string;
  readonly valueText: (value: number) => string;
  readonly description: string;
}

const HEIGHT = 220;
const END_ROOM = 106;
const LABEL_GAP = 30;

export function PreviewChart({ years, base, scenario, scenarioName, valueText, description }: PreviewChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const { width } = useSize(host, { width: 640, height: HEIGHT });
  const colours = useColours();
  const box: PlotBox = useMemo(
    () => ({ width, height: HEIGHT, left: 1, right: width - END_ROOM, top: 10, bottom: HEIGHT - 36 }),
    [width],
  );
  const { low, high } = rangeAround([...base, ...scenario], 4);
  const last = Math.max(1, years.length - 1);
  const marks: Marks = useMemo(() => {
    const x = years.map((_, index) => index);
    const traces = [
      lineTrace(colours, { role: "c-base", dashed: true }, x, base),
      lineTrace(colours, { role: "c-scn" }, x, scenario),
    ];
    return { box, x: [0, last], y: [low, high], traces };
  }, [years, base, scenario, box, last, low, high, colours]);
  const y = scaleOf({ low, high, step: high - low }, box.bottom, box.top);
  const ends = [base.at(-1) ?? 0, scenario.at(-1) ?? 0];
  const places = spreadLabels(ends.map(y.at), LABEL_GAP, box.top + 4, box.bottom - 14);
  const names = ["Doing nothing", scenarioName];
  const roles = ["fill-c-base", "fill-c-scn"];
  return (
    <div className="plot" ref={host} style={{ height: HEIGHT }}>
      <svg width={width} height={HEIGHT} role="img" aria-label={description}>
        <line className="zero" x1={0} x2={box.right} y1={HEIGHT - 24} y2={HEIGHT - 24} />
        <text x={0} y={HEIGHT - 8}>
          {years[0]}
        </text>
        <text className="end" x={box.right} y={HEIGHT - 8}>
          {years.at(-1)}
        </text>
        <text className="ink" x={0} y={y.at(base[0] ?? 0) - 8}>
          {valueText(base[0] ?? 0)}
        </text>
        {ends.map((value, line) => (
          <text key={names[line]} x={box.right + 8} y={places[line]}>
            <tspan className={`strong ${roles[line] ?? ""}`}>{names[line]}</tspan>
            <tspan className="ink" x={box.right + 8} dy={13}>
              {valueText(value)}
            </tspan>
          </text>
        ))}
      </svg>
      <MarkLayer marks={marks} />
    </div>
  );
}
