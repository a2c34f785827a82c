import { describe, expect, test } from "vitest";
import type { Dataset } from "../../datasets/index.ts";
import { adultsByArea } from "../../engine/summary.ts";

/** Two areas, two years, one sex; people by band as given, the second area ten times the first, the second year none. */
function dataset(bands: readonly [number, number][]): Dataset {
  const first = bands.map(([, people]) => people);
  const values = new Float64Array([
    ...first,
    ...first.map((people) => people * 10),
    ...Array(bands.length * 2).fill(0),
  ]);
  return {
    firstYear: 2024,
    yearCount: 2,
    areas: [{ id: "north" }, { id: "south" }],
    bands: bands.map(([lower]) => ({ id: `from-${lower}`, lower })),
    sexes: [{ id: "all" }],
    population: { dims: ["year", "area", "age", "sex"], values },
  } as unknown as Dataset;
}

describe("adults, the denominator of adult rates", () => {
  test.each<[string, [number, number][], number]>([
    // 18 is a bound: 20 + 30.
    [
      "bands that begin at 18",
      [
        [0, 10],
        [18, 20],
        [65, 30],
      ],
      50,
    ],
    // 20 is two years off, 15 three: 30 + 40.
    [
      "five-year bands",
      [
        [10, 10],
        [15, 20],
        [20, 30],
        [25, 40],
      ],
      70,
    ],
    // 16 and 20 are two years off each: the later one counts.
    [
      "two bounds equally near",
      [
        [0, 1],
        [16, 20],
        [20, 30],
      ],
      30,
    ],
    ["one band of all ages", [[0, 10]], 10],
  ])("%s", (_, bands, north) => {
    expect(adultsByArea(dataset(bands))).toEqual([north, north * 10]);
  });
});
