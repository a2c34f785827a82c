import { expect, test } from "vitest";
import type { Marks } from "../../renderer/charts/mark-layer.tsx";
import { barPaths, formOf, linePaths } from "../../renderer/charts/move-marks.ts";

type Trace = Marks["traces"][number];
type BarTrace = Extract<Trace, { type: "bar" }>;
type ScatterTrace = Extract<Trace, { type: "scatter" }>;

/** A plot of 100 by 50 pixels: 0 to 10 across, 0 to 5 up. */
const across = (value: number): number => value * 10;
const down = (value: number): number => 50 - value * 10;

const line = (y: readonly number[], shape: "linear" | "hvh" = "linear"): ScatterTrace => ({
  type: "scatter",
  mode: "lines",
  x: y.map((_, index) => index),
  y,
  line: { color: "rgb(0, 0, 0)", shape },
  hoverinfo: "skip",
});

const bar = (changes: Partial<BarTrace>): BarTrace => ({
  type: "bar",
  x: [2, 6],
  y: [1, 2],
  width: 2,
  marker: { color: "rgb(0, 0, 0)" },
  hoverinfo: "skip",
  ...changes,
});

test("a line goes from figure to figure", () => {
  expect(linePaths(line([0, 5, 2]), across, down)).toEqual(["M0,50L10,0L20,30"]);
});

test("a gap begins a path of its own, and a figure alone is no line", () => {
  expect(linePaths(line([0, 1, Number.NaN, 3, Number.NaN, 4, 5]), across, down)).toEqual([
    "M0,50L10,40",
    "M50,10L60,0",
  ]);
});

test("a stepped line changes half-way between years", () => {
  expect(linePaths(line([1, 1, 3], "hvh"), across, down)).toEqual(["M0,40H5V40H10H15V20H20"]);
});

test("bars stand on their base, about their centre", () => {
  expect(barPaths(bar({}), across, down)).toEqual(["M10,50V40H30V50Z", "M50,50V30H70V50Z"]);
  expect(barPaths(bar({ base: [1, 3], width: [2, 4] }), across, down)).toEqual(["M10,40V30H30V40Z", "M40,20V0H80V20Z"]);
  // Below its base where the figure is negative.
  expect(barPaths(bar({ base: 2, y: [-1, 0] }), across, down)).toEqual(["M10,30V40H30V30Z", "M50,30V30H70V30Z"]);
});

test("lying bars are left to the library", () => {
  expect(barPaths(bar({ orientation: "h" }), across, down)).toBeNull();
});

test("the form is all but the figures: another gap, colour, size or count is another form", () => {
  const box = { width: 120, height: 60, left: 10, right: 110, top: 5, bottom: 55 };
  const marks = (traces: Marks["traces"], width = 120): Marks => ({
    box: { ...box, width },
    x: [0, 10],
    y: [0, 5],
    traces,
  });
  const form = formOf(marks([line([1, 2, 3])]));
  expect(formOf({ ...marks([line([3, 1, 2])]), y: [0, 9] })).toBe(form);
  expect(formOf(marks([line([1, Number.NaN, 3])]))).not.toBe(form);
  expect(formOf(marks([line([1, 2, 3], "hvh")]))).not.toBe(form);
  expect(formOf(marks([line([1, 2, 3])], 130))).not.toBe(form);
  expect(formOf(marks([line([1, 2, 3, 4])]))).not.toBe(form);
  expect(formOf(marks([bar({})]))).not.toBe(formOf(marks([bar({ width: 3 })])));
});
