/** The passes after parsing: names, dimensions, order; and what the runner keeps. */
import { describe, expect, it } from "vitest";
import { compileModel, planModel } from "../../../models/language/compile.ts";
import type { Model, ModelVariable } from "../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../models/language/named-array.ts";
import { createModelRunner } from "../../../models/language/runner.ts";

const TEXT = { label: "", unit: "", docs: "" };
const MEMBERS: Members = { year: ["2026/27", "2027/28", "2028/29"], area: ["north", "south"], specialty: ["a", "b"] };

function modelOf(variables: Readonly<Record<string, readonly [readonly string[], string]>>): Model {
  return {
    dimensions: [
      { id: "year", label: "Year" },
      { id: "area", label: "Area" },
      { id: "specialty", label: "Specialty" },
    ],
    inputs: [
      { id: "beds", dims: ["year", "area", "specialty"], ...TEXT },
      { id: "price", dims: ["year"], ...TEXT },
      { id: "opening", dims: [], ...TEXT },
    ],
    variables: Object.entries(variables).map(([id, [dims, formula]]): ModelVariable => ({
      id,
      dims,
      formula,
      ...TEXT,
    })),
  };
}

const compileOne = (dims: readonly string[], formula: string) => () =>
  compileModel(modelOf({ figure: [dims, formula] }));
const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});
const inputs = (
  beds: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  price: readonly number[] = [1, 2, 4],
) =>
  new Map([
    ["beds", block(["year", "area", "specialty"], beds)],
    ["price", block(["year"], price)],
    ["opening", block([], [100])],
  ]);
const work = (variables: Parameters<typeof modelOf>[0], id: string): readonly number[] => [
  ...(createModelRunner(modelOf(variables)).run(inputs(), MEMBERS, [id]).get(id)?.values ?? []),
];

describe("dimensions", () => {
  it("combines by name and removes by name", () => {
    // Year 0: 1 + 2 + 3 + 4 = 10 at price 1; year 1: 26 at 2; year 2: 42 at 4.
    expect(work({ figure: [["year"], "sum(beds, area, specialty) * price"] }, "figure")).toEqual([10, 52, 168]);
    expect(work({ figure: [["specialty", "area"], "sum(beds * price, year)"] }, "figure")).toEqual([
      1 + 10 + 36,
      3 + 14 + 44,
      2 + 12 + 40,
      4 + 16 + 48,
    ]);
    expect(work({ figure: [["area"], 'at(baseYear(beds), specialty, "b")'] }, "figure")).toEqual([2, 4]);
    expect(work({ figure: [["year", "area"], "price"] }, "figure")).toEqual([1, 1, 2, 2, 4, 4]);
  });

  it("says which dimension is left over and how to remove it", () => {
    expect(compileOne(["year", "area"], "beds * price")).toThrow(
      "figure: figure has dimensions year, area; this formula also leaves specialty: add sum(…, specialty) or another way to remove it.",
    );
  });

  it.each([
    ["sum(price, area)", /needs a figure with dimension area; this one has year/],
    ['at(price, area, "north")', /needs a figure with dimension area/],
    ["cumsum(opening)", /needs a figure with dimension year; this one has no dimensions/],
    ["lag(opening, 1)", /needs a figure with dimension year/],
    ["highest(opening, 1)", /needs a figure with dimension year/],
    ["interpolate(beds, area, price, price, 1)", /positions of interpolate/],
  ])("%s is refused", (formula, message) => {
    expect(compileOne(["year", "area", "specialty"], formula)).toThrow(message);
  });
});

describe("names and arguments", () => {
  it.each([
    ["bed", /no variable or input called "bed"/],
    ["year", /"year" is a dimension/],
    ["sum(beds)", /needs a figure and the dimensions to remove/],
    ["sum(beds, price)", /needs the name of a dimension and has "price"/],
    ["sum(beds, area, area)", /names a dimension twice/],
    ["lag(price, 0)", /whole number of years/],
    ["lag(price, price)", /whole number of years/],
    ["lag(price)", /takes 2 to 3 arguments and has 1/],
    ["at(beds, area, north)", /in double quotes/],
    ["round(price, 2.5)", /decimal places/],
    ["ratio(price)", /takes 2 arguments and has 1/],
    ['price + "x"', /Text/],
  ])("%s is refused", (formula, message) => {
    expect(compileOne(["year"], formula)).toThrow(message);
  });

  it("refuses ids that mean something else or are used twice", () => {
    expect(() => compileModel(modelOf({ sum: [[], "1"] }))).toThrow(/name of a function/);
    expect(() => compileModel(modelOf({ area: [[], "1"] }))).toThrow(/name of a dimension/);
    expect(() => compileModel(modelOf({ price: [[], "1"] }))).toThrow(/used twice/);
    expect(() => compileModel(modelOf({ "bed-days": [[], "1"] }))).toThrow(/letter followed by/);
    expect(() => compileModel(modelOf({ figure: [["ward"], "1"] }))).toThrow(/no dimension called "ward"/);
  });
});

describe("order", () => {
  it("works out what is needed first, wherever it is written", () => {
    expect(work({ last: [[], "middle + 1"], middle: [[], "first * 2"], first: [[], "opening"] }, "last")).toEqual([
      201,
    ]);
  });

  it("names the circle", () => {
    expect(() =>
      compileModel(modelOf({ a: [["year"], "b + 1"], b: [["year"], "c + 1"], c: [["year"], "sum(a, year)"] })),
    ).toThrow(
      /need each other in the same year: (a → b → c → a|b → c → a → b|c → a → b → c)\. Break the circle with lag/,
    );
    expect(() => compileModel(modelOf({ a: [["year"], "a + 1"] }))).toThrow(/a → a/);
  });

  it("goes round a circle through last year, one year at a time", () => {
    // Reserves 100, each year half of what is left is drawn: 50, 25, 12.5.
    const variables = {
      drawn: [["year"], "lag(reserves, 1, opening) / 2"],
      reserves: [["year"], "lag(reserves, 1, opening) - drawn"],
    } as const;
    expect(work(variables, "reserves")).toEqual([50, 25, 12.5]);
    expect(work(variables, "drawn")).toEqual([50, 25, 12.5]);
  });

  it("refuses a circle that a sum over years closes", () => {
    expect(() => compileModel(modelOf({ a: [["year"], "lag(a, 1) + b"], b: [[], "sum(lag(a, 1), year)"] }))).toThrow(
      /need each other/,
    );
  });
});

describe("scans, windows and look-ups", () => {
  it("runs along the years", () => {
    expect(work({ figure: [["year"], "cumsum(price)"] }, "figure")).toEqual([1, 3, 7]);
    expect(work({ figure: [["year"], "cumprod(price)"] }, "figure")).toEqual([1, 2, 8]);
    expect(work({ figure: [["year"], "cummax(5 - price)"] }, "figure")).toEqual([4, 4, 4]);
    expect(work({ figure: [["year"], "lag(price, 2)"] }, "figure")).toEqual([0, 0, 1]);
    expect(work({ figure: [["year"], "lag(price * 10, 1, 7)"] }, "figure")).toEqual([7, 10, 20]);
    // The window of the last 1 (1.9 years floors to 1) year and this one, the base year standing for years before it.
    expect(work({ figure: [["year"], "highest(5 - price, 1.9)"] }, "figure")).toEqual([4, 4, 3]);
    expect(work({ figure: [["year"], "highest(5 - price, 0)"] }, "figure")).toEqual([4, 3, 1]);
  });

  it("interpolates between the members that count, flat beyond them", () => {
    const at = (x: number): string => `interpolate(price, year, price * 10, ${x}, price != 2 ? 1 : 0)`;
    // Members at 10 and 40 with values 1 and 4; the one at 20 does not count.
    expect(work({ figure: [[], at(25)] }, "figure")).toEqual([2.5]);
    expect(work({ figure: [[], at(5)] }, "figure")).toEqual([1]);
    expect(work({ figure: [[], at(99)] }, "figure")).toEqual([4]);
    expect(work({ figure: [[], at(40)] }, "figure")).toEqual([4]);
    expect(work({ figure: [[], "interpolate(price, year, price, 2, 0 * price)"] }, "figure")).toEqual([0]);
    // All three at 5: the first counts, at 5 and on either side of it.
    for (const x of [4, 5, 6]) {
      expect(work({ figure: [[], `interpolate(price, year, 5 + 0 * price, ${x}, 1)`] }, "figure")).toEqual([1]);
    }
  });
});

describe("the plan", () => {
  it("works out a part that several formulas write once", () => {
    const { statements } = planModel(
      modelOf({ one: [["year"], "1 + sum(beds, area, specialty)"], two: [["year"], "2 + sum(beds, area, specialty)"] }),
    );
    expect(statements).toHaveLength(3);
  });
});

describe("the runner", () => {
  const variables = {
    kept: [["year"], "price * 2"],
    sums: [["year"], "sum(beds, area, specialty) + kept"],
    other: [[], "opening"],
  } as const;

  it("keeps what does not depend on the change, as the same object", () => {
    const runner = createModelRunner(modelOf(variables));
    const first = runner.run(inputs(), MEMBERS, ["kept", "sums"]);
    const second = runner.run(inputs([2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), MEMBERS, ["kept", "sums"]);
    expect(second.get("kept")).toBe(first.get("kept"));
    expect(second.get("sums")).not.toBe(first.get("sums"));
    expect([...(first.get("sums")?.values ?? [])]).toEqual([12, 30, 50]);
    expect([...(second.get("sums")?.values ?? [])]).toEqual([13, 30, 50]);
  });

  it("catches up with changes that came while a variable was not asked for", () => {
    const runner = createModelRunner(modelOf(variables));
    runner.run(inputs(), MEMBERS, ["sums"]);
    runner.run(inputs(undefined, [3, 3, 3]), MEMBERS, ["other"]);
    expect([...(runner.run(inputs(undefined, [3, 3, 3]), MEMBERS, ["sums"]).get("sums")?.values ?? [])]).toEqual([
      16, 32, 48,
    ]);
  });

  it("starts afresh when members change, and gives what a new runner gives", () => {
    const runner = createModelRunner(modelOf(variables));
    runner.run(inputs(), MEMBERS, ["sums"]);
    const two: Members = { ...MEMBERS, year: ["2026/27", "2027/28"] };
    const short = inputs([1, 2, 3, 4, 5, 6, 7, 8], [1, 2]);
    expect([...(runner.run(short, two, ["sums"]).get("sums")?.values ?? [])]).toEqual([12, 30]);
    expect([...(runner.run(inputs(), MEMBERS, ["sums"]).get("sums")?.values ?? [])]).toEqual([12, 30, 50]);
  });

  it("refuses a missing or misshapen input and a member that is not there, and works again after", () => {
    const runner = createModelRunner(
      modelOf({ ...variables, north: [["year"], 'at(sum(beds, specialty), area, "north")'] }),
    );
    expect(() => runner.run(new Map(), MEMBERS, ["sums"])).toThrow(/beds is missing/);
    expect(() => runner.run(inputs([1, 2]), MEMBERS, ["sums"])).toThrow(
      /needs dimensions year, area, specialty and 12 values; it has .* 2/,
    );
    expect(() => runner.run(inputs(), { ...MEMBERS, area: ["east", "west"] }, ["north"])).toThrow(
      /no member called "north"/,
    );
    expect(() => runner.run(inputs(), MEMBERS, ["nothing"])).toThrow(/no variable or input called "nothing"/);
    expect([...(runner.run(inputs(), MEMBERS, ["north"]).get("north")?.values ?? [])]).toEqual([3, 11, 19]);
  });

  it("names the variable and the cell of a figure that is not finite, and works again after", () => {
    const runner = createModelRunner(modelOf({ figure: [["year"], "1 / (price - 2)"], next: [["year"], "figure"] }));
    expect(() => runner.run(inputs(), MEMBERS, ["next"])).toThrow("figure: the result is infinite at year 2027/28");
    expect([...(runner.run(inputs(undefined, [1, 4, 3]), MEMBERS, ["next"]).get("next")?.values ?? [])]).toEqual([
      -1, 0.5, 1,
    ]);
  });
});
