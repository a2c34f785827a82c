import fc from "fast-check";
import { expect, test } from "vitest";
import { bridgeSpans, type BridgeStep } from "../../renderer/charts/bridge-chart.tsx";
import { stackFrom } from "../../renderer/charts/parts-chart.tsx";
import {
  closeRange,
  rangeAround,
  roundStep,
  scaleOf,
  spreadLabels,
  steadyRange,
  ticksOf,
} from "../../renderer/charts/scale.ts";
import { namedYears } from "../../renderer/charts/year-axis.ts";

test.each([
  [100, 4, 25],
  [70_253, 4, 20_000],
  [9, 3, 5],
  [0.03, 3, 0.01],
  [0, 4, 1],
])("a span of %d in about %d parts steps by %d", (span, count, step) => {
  expect(roundStep(span, count)).toBeCloseTo(step, 12);
});

test("an axis ends on the figures it names", () => {
  const range = rangeAround([377_240, 447_493], 4);
  expect(range).toEqual({ low: 360_000, high: 460_000, step: 20_000 });
  expect(ticksOf(range)).toEqual([360_000, 380_000, 400_000, 420_000, 440_000, 460_000]);
  expect(rangeAround([3, 9], 3, true).low).toBe(0);
  expect(rangeAround([-4, 9], 3, true).low).toBeLessThan(-4 + 1e-9);
});

test("a flat line gets room on both sides, and nothing at all is still an axis", () => {
  const flat = rangeAround([50, 50], 4);
  expect(flat.low).toBeLessThan(50);
  expect(flat.high).toBeGreaterThan(50);
  expect(rangeAround([], 4)).toEqual({ low: 0, high: 1, step: 1 });
  expect(rangeAround([0, 0], 4).high).toBeGreaterThan(0);
});

test("law: every figure lies within its range, and the ticks within it too", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
      const range = rangeAround(values, 4);
      const room = (range.high - range.low) * 1e-6;
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(range.low - room);
        expect(value).toBeLessThanOrEqual(range.high + room);
      }
      for (const tick of ticksOf(range)) expect(tick >= range.low - room && tick <= range.high + room).toBe(true);
    }),
  );
});

test("while a slider moves the axis stays, until the figures leave it or shrink to less than half", () => {
  const former = { low: 0, high: 100, step: 25 };
  expect(steadyRange(former, { low: 20, high: 80, step: 20 })).toBe(former);
  expect(steadyRange(former, { low: 0, high: 120, step: 20 })).toEqual({ low: 0, high: 120, step: 20 });
  expect(steadyRange(former, { low: 40, high: 60, step: 5 })).toEqual({ low: 40, high: 60, step: 5 });
});

test("pixels: the low end is drawn at the first, the high end at the second", () => {
  const scale = scaleOf({ low: 0, high: 10, step: 5 }, 200, 100);
  expect([0, 5, 10].map(scale.at)).toEqual([200, 150, 100]);
});

test("labels that would overlap move apart, in order, and stay inside", () => {
  const placed = spreadLabels([50, 52, 51], 14, 0, 200);
  const [a, b, c] = placed as [number, number, number];
  expect(c - a).toBeGreaterThanOrEqual(14 - 0.01);
  expect(b - c).toBeGreaterThanOrEqual(14 - 0.01);
  for (const at of spreadLabels([198, 199, 200], 14, 0, 200)) expect(at).toBeLessThanOrEqual(200);
});

test("the first and the last year are always named, and no two crowd each other", () => {
  expect(namedYears(11, 440, 40)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(namedYears(11, 260, 40)).toEqual([0, 2, 4, 6, 8, 10]);
  for (let count = 2; count < 30; count++) {
    const named = namedYears(count, 200, 40);
    expect(named[0]).toBe(0);
    expect(named.at(-1)).toBe(count - 1);
    const gaps = named.slice(1).map((index, i) => ((index - (named[i] ?? 0)) * 200) / (count - 1));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.min(27, 200 / (count - 1)));
  }
});

test("parts of a bar stand on each other; what is below nothing hangs", () => {
  expect(stackFrom([2, 3, 1])).toEqual([0, 2, 5]);
  expect(stackFrom([2, -1, 3])).toEqual([0, 0, 2]);
  expect(stackFrom([-2, -1, 3])).toEqual([0, -2, 0]);
});

/** 100, then +20 and −5 is 115, a total of 115, then −15 is 100. */
test("a waterfall's parts hang between its totals", () => {
  const step = (kind: BridgeStep["kind"], value: number): BridgeStep => ({
    id: String(value),
    label: "",
    kind,
    value,
    role: "ink",
  });
  expect(
    bridgeSpans([step("total", 100), step("part", 20), step("part", -5), step("total", 115), step("part", -15)]),
  ).toEqual([
    { from: 0, to: 100 },
    { from: 100, to: 120 },
    { from: 120, to: 115 },
    { from: 0, to: 115 },
    { from: 115, to: 100 },
  ]);
});

test("a range for bars ends close above the largest: on a quarter of the step", () => {
  // Step 5 for a span of 10.6 in three parts; a quarter of it is 1.25, and 9 quarters are 11.25.
  expect(closeRange([2, 10.6], 3)).toEqual({ low: 0, high: 11.25, step: 5 });
  expect(closeRange([10], 3)).toEqual({ low: 0, high: 10, step: 5 });
  // Below zero too: span 12 in three parts, step 5.
  expect(closeRange([-2, 10], 3)).toEqual({ low: -2.5, high: 10, step: 5 });
  expect(closeRange([0], 3)).toEqual({ low: 0, high: 0.25, step: 1 });
});
