/** A waterfall lying down: from the base year, by cause, to doing nothing, and from there, by programme, to the scenario. */
import type { Trace } from "plotly.js-strict-dist-min";
import { type CSSProperties, useMemo, useRef } from "react";
import { type ColourRole, useColours } from "./colours.ts";
import { MarkLayer, type Marks, type PlotBox } from "./mark-layer.tsx";
import { rangeAround, scaleOf } from "./scale.ts";
import { useSteadyRange } from "./use-steady-range.ts";
import { useSize } from "./use-size.ts";

export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  /** "total": stands on zero (or on the break); "part": hangs between the totals. */
  readonly kind: "total" | "part";
  readonly value: number;
  readonly role: ColourRole;
}

interface BridgeChartProps {
  readonly steps: readonly BridgeStep[];
  readonly tickText: (value: number) => string;
  readonly totalText: (value: number) => string;
  readonly partText: (value: number) => string;
  readonly description: string;
}

const LABEL_ROOM = 142;
const VALUE_ROOM = 60;
/** The least and the most height of a row of text. */
const LEAST_ROW = 12.2;
const MOST_ROW = 22;
const AXIS = 18;

/** Where each step's bar begins and ends. A total begins at zero. */
export function bridgeSpans(steps: readonly BridgeStep[]): { readonly from: number; readonly to: number }[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === "total" ? 0 : level;
    level = step.kind === "total" ? step.value : level + step.value;
    return { from, to: level };
  });
}

export function BridgeChart({ steps, tickText, totalText, partText, description }: BridgeChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const least = Math.round(steps.length * LEAST_ROW + AXIS);
  const { width, height: room } = useSize(host, { width: 400, height: least });
  const colours = useColours();
  const row = Math.min(MOST_ROW, Math.max(LEAST_ROW, (room - AXIS) / Math.max(1, steps.length)));
  const height = Math.floor(steps.length * row + AXIS);
  const spans = useMemo(() => bridgeSpans(steps), [steps]);
  const levels = spans.map((span) => span.to);
  const wanted = rangeAround(levels, 3);
  // Below the lowest level there is room for the break that says the bars do not start at zero.
  const whole = useSteadyRange({ ...wanted, low: Math.max(0, wanted.low - wanted.step) });
  const { low, high } = whole;
  const broken = low > 0;
  const box: PlotBox = useMemo(
    () => ({ width, height, left: LABEL_ROOM, right: width - VALUE_ROOM, top: 0, bottom: height - AXIS }),
    [width, height],
  );
  const x = scaleOf(whole, box.left, box.right);

  const marks: Marks = useMemo(() => {
    const trace: Trace = {
      type: "bar",
      orientation: "h",
      y: steps.map((_, index) => index),
      x: spans.map(({ from, to }) => to - Math.max(low, from)),
      base: spans.map(({ from }) => Math.max(low, from)),
      width: 0.76,
      marker: { color: steps.map(({ role }) => colours[role]) },
      hoverinfo: "skip",
    };
    return { box, x: [low, high], y: [steps.length - 0.5, -0.5], traces: [trace] };
  }, [steps, spans, box, low, high, colours]);

  return (
    <div className="plot fills" ref={host} style={{ "--least": `${least}px` } as CSSProperties}>
      <svg width={width} height={height} role="img" aria-label={description}>
        {x.ticks.map((tick, index) => (
          <g key={tick}>
            {tick > low && <line className="grid" x1={x.at(tick)} x2={x.at(tick)} y1={0} y2={box.bottom} />}
            {(index % 2 === 0 || x.ticks.length < 5) && (
              <text className="middle" x={x.at(tick)} y={height - 3}>
                {tickText(tick)}
              </text>
            )}
          </g>
        ))}
        {steps.map((step, index) => {
          const text = (index + 0.5) * row + 4;
          const strong = step.kind === "total" ? "ink strong" : "";
          return (
            <g key={step.id}>
              <text x={0} y={text} className={strong}>
                {step.label}
              </text>
              <text x={width} y={text} className={`end ${strong}`}>
                {step.kind === "total" ? totalText(step.value) : partText(step.value)}
              </text>
            </g>
          );
        })}
      </svg>
      <MarkLayer marks={marks} />
      {broken && (
        <svg className="over" width={width} height={height} aria-hidden="true">
          {steps.map(
            (step, index) =>
              step.kind === "total" && (
                <path
                  key={step.id}
                  className="break"
                  d={`M${box.left + 9} ${(index + 1) * row}l5 ${-row}M${box.left + 14} ${(index + 1) * row}l5 ${-row}`}
                />
              ),
          )}
        </svg>
      )}
    </div>
  );
}
