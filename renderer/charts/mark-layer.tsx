/** The marks of a chart: lines and bars drawn by the chart library, under the frame that names them. */
import type { Layout, Trace } from "plotly.js-strict-dist-min";
import { memo, useEffect, useLayoutEffect, useRef } from "react";
import { clear, draw } from "./chart-library.ts";
import { formOf, moveMarks } from "./move-marks.ts";

/** Where the marks lie within the chart, in pixels. */
export interface PlotBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Marks {
  readonly box: PlotBox;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly traces: readonly Trace[];
}

function layoutOf({ box, x, y }: Marks): Layout {
  return {
    width: box.width,
    height: box.height,
    margin: { l: box.left, r: box.width - box.right, t: box.top, b: box.height - box.bottom, pad: 0 },
    showlegend: false,
    hovermode: false,
    barmode: "overlay",
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    xaxis: { visible: false, fixedrange: true, range: x },
    yaxis: { visible: false, fixedrange: true, range: y },
  };
}

/** Milliseconds without a change after which marks that were moved are drawn anew. */
const REST_MS = 250;

/** Draws again only when the marks differ: most edits leave some charts as they are. */
export const MarkLayer = memo(function MarkLayer({ marks }: { readonly marks: Marks }) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef({ signature: "", form: "" });
  const resting = useRef(0);
  useLayoutEffect(() => {
    const element = host.current;
    const signature = JSON.stringify(marks);
    if (element === null || signature === drawn.current.signature) return;
    const form = formOf(marks);
    const moved = form === drawn.current.form && moveMarks(element, marks);
    drawn.current = { signature, form };
    clearTimeout(resting.current);
    if (moved) resting.current = window.setTimeout(() => draw(element, marks.traces, layoutOf(marks)), REST_MS);
    else draw(element, marks.traces, layoutOf(marks));
  }, [marks]);
  useEffect(() => {
    const element = host.current;
    return () => {
      clearTimeout(resting.current);
      drawn.current = { signature: "", form: "" };
      if (element !== null) clear(element);
    };
  }, []);
  return <div className="marks" ref={host} aria-hidden="true" />;
});
