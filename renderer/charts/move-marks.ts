/**
 * While a slider moves, only figures change: not the size of a chart, its colours or how many marks it has. The marks that
 * the chart library has drawn are then moved where they stand, which takes a fraction of drawing them anew; the library
 * draws them again once the slider rests.
 */
import type { BarTrace, ScatterTrace, Trace } from "plotly.js-strict-dist-min";
import type { Marks } from "./mark-layer.tsx";

/** Everything about the marks but where they are: two with the same form differ in figures alone. */
export function formOf({ box, traces }: Marks): string {
  return JSON.stringify([
    box,
    traces.map((trace) =>
      trace.type === "bar"
        ? [trace.type, trace.orientation ?? "v", trace.marker, trace.width, trace.y.length]
        : [trace.type, trace.line, trace.y.map((y) => Number.isNaN(y))],
    ),
  ]);
}

/** Moves what is drawn in `host`. False, with nothing changed, when what is there is not the marks of that form. */
export function moveMarks(host: Element, marks: Marks): boolean {
  const { box, x, y, traces } = marks;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  // The library's own coordinates begin at the top left corner of the plot.
  const across = (value: number): number => ((value - x[0]) / (x[1] - x[0])) * width;
  const down = (value: number): number => (1 - (value - y[0]) / (y[1] - y[0])) * height;
  const lines = [...host.querySelectorAll(".scatterlayer > .trace")];
  const bars = [...host.querySelectorAll(".barlayer > .trace")];
  const moves: (readonly [Element, string])[] = [];
  for (const trace of traces) {
    const drawn = (trace.type === "bar" ? bars : lines).shift();
    const wanted = pathsOf(trace, across, down);
    const paths = drawn?.querySelectorAll(trace.type === "bar" ? ".point > path" : "path.js-line");
    if (paths === undefined || wanted === null || paths.length !== wanted.length) return false;
    wanted.forEach((path, index) => moves.push([paths[index] as Element, path]));
  }
  if (lines.length > 0 || bars.length > 0) return false;
  for (const [element, path] of moves) element.setAttribute("d", path);
  return true;
}

type ToPixels = (value: number) => number;

function pathsOf(trace: Trace, across: ToPixels, down: ToPixels): string[] | null {
  return trace.type === "bar" ? barPaths(trace, across, down) : linePaths(trace, across, down);
}

/** One path for each run of figures without a gap; a figure alone is no line. */
export function linePaths({ x, y, line }: ScatterTrace, across: ToPixels, down: ToPixels): string[] {
  const runs: [number, number][][] = [[]];
  for (const [index, value] of y.entries()) {
    const at = x[index] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(at)) runs.push([]);
    else runs.at(-1)?.push([pixel(across(at)), pixel(down(value))]);
  }
  return runs
    .filter((points) => points.length > 1)
    .map((points) =>
      points
        .map(([px, py], index) => {
          const before = points[index - 1];
          if (before === undefined) return `M${px},${py}`;
          // A step changes half-way between two years.
          return line.shape === "hvh" ? `H${pixel((before[0] + px) / 2)}V${py}H${px}` : `L${px},${py}`;
        })
        .join(""),
    );
}

/** Null for bars that lie. */
export function barPaths(trace: BarTrace, across: ToPixels, down: ToPixels): string[] | null {
  if (trace.orientation === "h") return null;
  const { x, y, base, width } = trace;
  return y.map((value, index) => {
    const half = (typeof width === "number" ? width : (width?.[index] ?? 0)) / 2;
    const from = typeof base === "number" ? base : (base?.[index] ?? 0);
    const centre = x[index] ?? 0;
    const bottom = pixel(down(from));
    return `M${pixel(across(centre - half))},${bottom}V${pixel(down(from + value))}H${pixel(across(centre + half))}V${bottom}Z`;
  });
}

function pixel(value: number): number {
  return Math.round(value * 100) / 100;
}
