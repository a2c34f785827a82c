/**
 * Reads a chart year by year: under the pointer, or with the arrow keys once it has the focus (it is a slider to a
 * screen reader, whose value is spoken in words).
 */
import { type PointerEvent, useId, useState } from "react";
import type { PlotBox } from "./mark-layer.tsx";

export interface Reading {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

interface YearReaderProps {
  readonly box: PlotBox;
  readonly label: string;
  readonly count: number;
  readonly xAt: (index: number) => number;
  readonly read: (index: number) => Reading;
}

export function YearReader({ box, label, count, xAt, read }: YearReaderProps) {
  const [index, setIndex] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const name = useId();
  const at = index ?? count - 1;
  const reading = read(at);
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left + box.left;
    let nearest = 0;
    for (let i = 1; i < count; i++) if (Math.abs(xAt(i) - x) < Math.abs(xAt(nearest) - x)) nearest = i;
    setIndex(nearest);
  };
  const shown = index !== null || focused;
  const x = xAt(at);
  return (
    <>
      <input
        className="vh reader-input"
        type="range"
        min={0}
        max={count - 1}
        value={at}
        aria-label={label}
        aria-valuetext={`${reading.title}: ${reading.rows.map((row) => `${row.label} ${row.value}`).join("; ")}`}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setIndex(null);
        }}
      />
      <div
        className="reader"
        style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
        onPointerMove={follow}
        onPointerLeave={() => focused || setIndex(null)}
      />
      {shown && (
        <div
          className="reading-line"
          style={{ left: x, top: box.top, height: box.bottom - box.top }}
          aria-hidden="true"
        />
      )}
      {shown && (
        <div
          className="reading"
          style={
            x > (box.left + box.right) / 2 ? { right: box.width - x + 8, top: box.top } : { left: x + 8, top: box.top }
          }
          aria-hidden="true"
        >
          <b>{reading.title}</b>
          <dl>
            {reading.rows.map((row) => (
              <div key={`${name}${row.label}`}>
                <dt>{row.label}</dt>
                <dd>{row.value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}
