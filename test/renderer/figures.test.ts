import { expect, test } from "vitest";
import type { RunResult } from "../../renderer/client/results.ts";
import { bedDayBridge, moneyParts, paybacks } from "../../renderer/features/workbench/figures.ts";
import { bedsNeededTitle, booksTitle } from "../../renderer/features/workbench/findings.ts";
import { YEARS } from "./fake-engine.ts";

const WORLDS = ["doing-nothing", "scenario"];

function result(
  blocks: Readonly<Record<string, readonly [dims: readonly string[], values: readonly number[]]>>,
): RunResult {
  const members = {
    world: WORLDS,
    year: YEARS,
    area: ["a"],
    specialty: ["k"],
    cause: ["demography", "growth", "h:admissions", "h:stay", "r:delay"],
  };
  const values = new Map(
    Object.entries(blocks).map(([id, [dims, figures]]) => [id, { dims, values: new Float64Array(figures) }] as const),
  );
  return {
    runId: "r",
    members,
    values,
    blocks: new Map(),
    hashes: { model: "", data: "", scenario: "" },
    computeMs: 0,
  };
}

/**
 * Spent 0, 10, 10. Released 0, 2, 4; avoided 0, 5, 12. Position changes by avoided + released + line savings − spent; line
 * savings of 0, 1, 15 make it 0, −2, 21. Cash comes to 0, 3, 22 of 0, 10, 20: the third year. Value: 0, 7, 23 of 0, 10, 20.
 */
const spent = {
  investmentTotalReal: [["year"], [0, 10, 10]],
  releasedTotalReal: [["year"], [0, 2, 4]],
  avoidedTotalReal: [["year"], [0, 5, 12]],
  strandedTotalReal: [["year"], [0, 1, 1]],
  bridgingReal: [["year"], [0, 8, 6]],
  positionReal: [
    ["world", "year"],
    [100, 100, 100, 100, 98, 121],
  ],
  shiftedOut: [["year"], [0, 11, 12]],
  deflatorIndex: [["year"], [1, 1.1, 1.2]],
} as const;

test("two paybacks and the bridging, by hand", () => {
  expect(paybacks(result(spent), YEARS)).toEqual({ spent: true, cash: "2026/27", value: "2026/27", bridging: 14 });
  const slow = {
    ...spent,
    positionReal: [
      ["world", "year"],
      [100, 100, 100, 100, 98, 115],
    ],
  } as const;
  expect(paybacks(result(slow), YEARS).cash).toBeNull();
});

test("nothing spent is never paid back", () => {
  const none = { ...spent, investmentTotalReal: [["year"], [0, 0, 0]] } as const;
  expect(paybacks(result(none), YEARS)).toMatchObject({ spent: false, value: null });
});

test("parts of the money leave out the base year, and what is moved is deflated", () => {
  const parts = moneyParts(result(spent));
  expect(parts.moved.map((value) => Number(value.toFixed(9)))).toEqual([10, 10]);
  expect(parts.notional).toEqual([8, 17]);
});

test("the bridge adds up a programme's effects and leaves out parts of nothing", () => {
  // Bed days 100 → 130 doing nothing → 118 in the scenario; in the last year 30 + 0, and −8 − 4 + 0.
  const causes = [30, 0, -8, -4, 0];
  const bridge = bedDayBridge(
    result({
      emergencyBedDays: [
        ["world", "year", "area", "specialty"],
        [100, 115, 130, 100, 110, 118],
      ],
      bridgeBedDays: [["cause", "year", "area", "specialty"], causes.flatMap((value) => [0, 0, value])],
    }),
    (id) => id.toUpperCase(),
  );
  expect(bridge).toEqual({
    start: 100,
    causes: [{ id: "demography", label: "Population and age", value: 30 }],
    base: 130,
    programmes: [{ id: "h", label: "H", value: -12 }],
    end: 118,
  });
  expect(
    bedDayBridge(
      result({
        emergencyBedDays: [
          ["world", "year"],
          [1, 1, 1, 1, 1, 1],
        ],
      }),
      (id) => id,
    ),
  ).toBeNull();
});

test("what replaced formulas change stands in the bridge under a name of its own", () => {
  // Base 100 → doing nothing 130 → scenario 118; of the 30, 10 by no cause of the model, and of the −12, −5.
  const plain = result({
    emergencyBedDays: [
      ["world", "year"],
      [100, 115, 130, 100, 110, 118],
    ],
    bridgeBedDays: [["cause", "year"], [20, 10, -7, -5].flatMap((value) => [0, 0, value])],
  });
  const members = { ...plain.members, cause: ["growth", "formulas", "h:stay", "formulasInScenario"] };
  expect(bedDayBridge({ ...plain, members }, (id) => id.toUpperCase())).toMatchObject({
    causes: [
      { id: "growth", value: 20 },
      { id: "formulas", label: "Replaced formulas", value: 10 },
    ],
    programmes: [
      { id: "h", label: "H", value: -7 },
      { id: "formulasInScenario", label: "Replaced formulas", value: -5 },
    ],
  });
});

test("titles of the beds and the books", () => {
  expect(bedsNeededTitle(YEARS, { base: [100, 110, 120.2], scenario: [100, 104, 109.5] })).toBe(
    "Beds needed go from 100 to 110 by 2026/27, not 121",
  );
  expect(bedsNeededTitle(YEARS, { base: [100, 100, 100], scenario: [100, 100, 100] })).toBe(
    "Beds needed stay at 100 to 2026/27, as doing nothing",
  );
  const gap = (base: number, scenario: number) => {
    const worlds = { base: [base], scenario: [scenario] };
    return booksTitle("2026/27", {
      payers: [],
      trueUp: worlds,
      integrated: worlds,
      position: worlds,
      onUs: worlds,
      reservesDrawn: worlds,
      fundingGap: worlds,
      section28: worlds,
    });
  };
  expect(gap(5_000_000, 4_000_000)).toBe("£4.00m unfunded, £1.00m less than doing nothing");
  expect(gap(5_000_000, 5_000_000)).toBe("£5.00m unfunded, as doing nothing");
  expect(gap(5_000_000, 0)).toBe("No funding gap in 2026/27; doing nothing, £5.00m");
  expect(gap(0, 0)).toBe("No funding gap in 2026/27, with or without the move");
});
