import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeWindow } from "../../electron/main/place-window.ts";

const main = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const left = { workArea: { x: -1920, y: 0, width: 1920, height: 1040 } };
const above = { workArea: { x: 0, y: -1440, width: 2560, height: 1400 } };
const small = { workArea: { x: 0, y: 24, width: 1280, height: 696 } };
const tiny = { workArea: { x: 0, y: 0, width: 640, height: 480 } };

// The usual 1440 x 900 in the middle of the main screen: (1920 - 1440) / 2 = 240, (1040 - 900) / 2 = 70.
const usual = { x: 240, y: 70, width: 1440, height: 900, maximized: false };

test.each([
  ["where it was", { x: 100, y: 50, width: 1200, height: 800 }, [main], { x: 100, y: 50, width: 1200, height: 800 }],
  [
    "on the left screen, still there",
    { x: -1900, y: 40, width: 1200, height: 800 },
    [main, left],
    { x: -1900, y: 40, width: 1200, height: 800 },
  ],
  // (1920 - 1200) / 2 = 360 and (1040 - 800) / 2 = 120.
  [
    "on the left screen, now gone",
    { x: -1900, y: 40, width: 1200, height: 800 },
    [main],
    { x: 360, y: 120, width: 1200, height: 800 },
  ],
  [
    "on the screen above",
    { x: 200, y: -1300, width: 1200, height: 800 },
    [main, above],
    { x: 200, y: -1300, width: 1200, height: 800 },
  ],
  [
    "half off the right edge",
    { x: 1500, y: 100, width: 1000, height: 700 },
    [main],
    { x: 920, y: 100, width: 1000, height: 700 },
  ],
  [
    "one pixel left in sight",
    { x: 1919, y: 1039, width: 1000, height: 700 },
    [main],
    { x: 920, y: 340, width: 1000, height: 700 },
  ],
  [
    "above the top edge, its title out of reach",
    { x: 100, y: -300, width: 1000, height: 700 },
    [main],
    { x: 100, y: 0, width: 1000, height: 700 },
  ],
  [
    "across two screens, more of it on the left",
    { x: -800, y: 10, width: 1000, height: 700 },
    [main, left],
    { x: -1000, y: 10, width: 1000, height: 700 },
  ],
  [
    "larger than the screen",
    { x: -50, y: -50, width: 4000, height: 3000 },
    [small],
    { x: 0, y: 24, width: 1280, height: 696 },
  ],
  [
    "smaller than can be used",
    { x: 100, y: 100, width: 90, height: 40 },
    [main],
    { x: 100, y: 100, width: 800, height: 560 },
  ],
  [
    "on a screen smaller than the smallest window",
    { x: 0, y: 0, width: 1200, height: 800 },
    [tiny],
    { x: 0, y: 0, width: 640, height: 480 },
  ],
  [
    "with parts of pixels",
    { x: 100.4, y: 50.6, width: 1200.5, height: 800.2 },
    [main],
    { x: 100, y: 51, width: 1201, height: 800 },
  ],
])("%s", (_what, saved, displays, expected) => {
  expect(placeWindow(saved, displays)).toEqual({ ...expected, maximized: false });
});

test.each<[string, unknown]>([
  ["nothing saved", null],
  ["nothing at all", undefined],
  ["no object", "1200x800"],
  ["0 x 0", { x: 0, y: 0, width: 0, height: 0 }],
  ["a negative size", { x: 10, y: 10, width: -1200, height: -800 }],
  ["NaN", { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN }],
  ["NaN as JSON keeps it", { x: null, y: null, width: null, height: null }],
  ["text for numbers", { x: "100", y: "50", width: "1200", height: "800" }],
  ["no end of width", { x: 0, y: 0, width: Number.POSITIVE_INFINITY, height: 800 }],
  ["a size of the damaged kind", { x: 0, y: 0, width: 1e300, height: 800 }],
  ["maximised by another word", { maximized: "true" }],
  ["a list", [100, 50, 1200, 800]],
])("%s: the usual size in the middle of the main screen", (_what, saved) => {
  expect(placeWindow(saved, [main, left])).toEqual(usual);
});

test("a size without a place is kept, in the middle", () => {
  expect(placeWindow({ x: Number.NaN, y: 40, width: 1200, height: 800 }, [main])).toEqual({
    x: 360,
    y: 120,
    width: 1200,
    height: 800,
    maximized: false,
  });
});

test("a maximised window keeps its state and its screen", () => {
  const saved = { x: -1800, y: 100, width: 1200, height: 800, maximized: true };
  expect(placeWindow(saved, [main, left])).toEqual(saved);
  expect(placeWindow(saved, [main])).toEqual({ x: 360, y: 120, width: 1200, height: 800, maximized: true });
});

test("screens that cannot be are passed over; without any screen there is still a window", () => {
  const broken = { workArea: { x: 0, y: 0, width: 0, height: 0 } };
  const unknown = { workArea: { x: Number.NaN, y: 0, width: 100, height: 100 } };
  expect(placeWindow(null, [broken, unknown, main])).toEqual(usual);
  expect(placeWindow(null, [broken])).toEqual({ x: 0, y: 0, width: 1440, height: 900, maximized: false });
  expect(placeWindow(null, [])).toEqual({ x: 0, y: 0, width: 1440, height: 900, maximized: false });
});

test("law: whatever was saved, the window lies wholly on one of the screens", () => {
  const number = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.double(), fc.constant(null));
  const saved = fc.record({ x: number, y: number, width: number, height: number, maximized: fc.boolean() });
  const screens = fc.array(
    fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 320, max: 4000 }),
      height: fc.integer({ min: 240, max: 3000 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(saved, screens, (place, areas) => {
      const shown = placeWindow(
        place,
        areas.map((workArea) => ({ workArea })),
      );
      const whole = areas.some(
        (area) =>
          shown.x >= area.x &&
          shown.y >= area.y &&
          shown.x + shown.width <= area.x + area.width &&
          shown.y + shown.height <= area.y + area.height,
      );
      expect(whole).toBe(true);
      expect([shown.x, shown.y, shown.width, shown.height].every(Number.isInteger)).toBe(true);
    }),
  );
});
