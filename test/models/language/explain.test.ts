/** The plan of a run as data, and formulas in words. */
import { describe, expect, it } from "vitest";
import { compileModel } from "../../../models/language/compile.ts";
import { explainPlan, wordsOf } from "../../../models/language/explain.ts";
import type { Model } from "../../../models/language/model.ts";

const TEXT = { label: "", unit: "", docs: "" };
const MEMBERS = { year: ["2026/27", "2027/28", "2028/29"], area: ["north", "south"], age: ["young", "old"] };

function modelOf(variables: Readonly<Record<string, readonly [readonly string[], string]>>): Model {
  return {
    dimensions: ["year", "area", "age"].map((id) => ({ id, label: id })),
    inputs: [
      { id: "beds", dims: ["year", "area", "age"], ...TEXT },
      { id: "price", dims: ["year"], ...TEXT },
      { id: "middle", dims: ["age"], ...TEXT },
      { id: "opening", dims: [], ...TEXT },
    ],
    variables: Object.entries(variables).map(([id, [dims, formula]]) => ({ id, dims, formula, ...TEXT })),
  };
}

describe("the plan", () => {
  const compiled = compileModel(
    modelOf({
      share: [["year"], "price / sum(beds, area, age)"],
      cost: [["year"], "price * sum(beds, area, age)"],
      held: [["year"], "lag(held, 1, opening) - drawn"],
      drawn: [["year"], "lag(held, 1) / 2"],
      along: [["area", "year"], "interpolate(beds, age, middle, 1, 1)"],
    }),
  );

  it("gives the order, the cells and what is read, with a part that two formulas share", () => {
    const { steps, totals, backEnd } = explainPlan(compiled, MEMBERS, ["cost", "share"]);
    expect(backEnd).toBe("generated");
    expect(steps.map((step) => step.byYear)).toEqual([false, false, false]);
    expect(steps[0]?.statements).toEqual([
      {
        id: "~1",
        owner: "share",
        part: true,
        words: "the sum over area and age of beds",
        dims: ["year"],
        over: ["area", "age"],
        cells: 3,
        // 3 years of 2 areas and 2 ages.
        touched: 12,
        reads: ["beds"],
        readBy: ["share", "cost"],
      },
    ]);
    expect(steps.slice(1).map((step) => step.statements[0]?.id)).toEqual(["share", "cost"]);
    expect(steps[2]?.statements[0]).toMatchObject({
      part: false,
      words: "price × (the sum over area and age of beds)",
      reads: ["price", "~1"],
      readBy: [],
    });
    // Left out: held and drawn, and along with the part that holds its 1.
    expect(totals).toEqual({
      statements: 3,
      parts: 1,
      sharedParts: 1,
      circles: 0,
      leftOut: 4,
      inputs: 2,
      cells: 9,
      touched: 18,
    });
  });

  it("counts a part that is read in one formula only as not shared where the other is not asked for", () => {
    const { steps, totals } = explainPlan(compiled, MEMBERS, ["cost"]);
    expect(steps[0]?.statements[0]).toMatchObject({ owner: "share", readBy: ["cost"] });
    expect(totals.sharedParts).toBe(0);
  });

  it("keeps a circle together, and touches the members that a curve runs along", () => {
    const circle = explainPlan(compiled, MEMBERS, ["drawn"]);
    expect(circle.steps).toMatchObject([{ byYear: true }]);
    expect(circle.steps[0]?.statements.map((one) => one.id).toSorted()).toEqual(["drawn", "held"]);
    expect(circle.totals).toMatchObject({ circles: 1, inputs: 1, cells: 6, touched: 6 });
    const along = explainPlan(compiled, MEMBERS, ["along"]).steps.at(-1)?.statements[0];
    expect(along).toMatchObject({ over: ["age"], cells: 6, touched: 12 });
  });

  it("of an input is empty, and an unknown id is refused with the nearest", () => {
    expect(explainPlan(compiled, MEMBERS, ["price"])).toMatchObject({ steps: [], totals: { statements: 0, cells: 0 } });
    expect(() => explainPlan(compiled, MEMBERS, ["costs"])).toThrow(
      "costs: There is no variable or input of this id. Did you mean cost?",
    );
  });
});

describe("a formula in words", () => {
  it.each([
    ["price + opening - 2", "price + opening - 2"],
    ["price - (opening - 2)", "price - (opening - 2)"],
    ["price * opening / 4 + 1", "(price × opening ÷ 4) + 1"],
    ["(price ^ 2) ^ 3", "(price to the power of 2) to the power of 3"],
    ["-price", "minus price"],
    [
      "not (price > 1) and price != 2 ? 1 : opening",
      "1 if ((not (price is above 1)) and (price is not 2)), else opening",
    ],
    ["price <= 1 or price >= 3 ? 0 : 1", "0 if ((price is at most 1) or (price is at least 3)), else 1"],
    ["price == 1 or price < 0 ? 0 : 1", "0 if ((price is 1) or (price is below 0)), else 1"],
    ["min(price, 1)", "the smaller of price and 1"],
    ["max(price, opening, 1)", "the largest of price, opening and 1"],
    ["exp(price) + log(opening)", "(e to the power of price) + (the natural logarithm of opening)"],
    ["sqrt(abs(price))", "the square root of (the size of price)"],
    ["floor(price) + ceil(price)", "(price rounded down) + (price rounded up)"],
    ["round(price) + round(price, 1)", "(price rounded) + (price rounded to 1 decimal place)"],
    ["clamp(price, 0, 1)", "price, but at least 0 and at most 1"],
    ["ratio(price, opening)", "price ÷ opening, or 0 where that is 0"],
    ["mean(beds, area, age)", "the mean over area and age of beds"],
    [
      "prod(min(max(beds, age), area), year)",
      "the product over year of (the smallest over area of (the largest over age of beds))",
    ],
    ["cumsum(price)", "the sum from the base year to this one of price"],
    ["cumprod(price)", "the product from the base year to this one of price"],
    ["cummax(price)", "the largest from the base year to this one of price"],
    ["lag(price, 1)", "price 1 year before (0 before the base year)"],
    ["lag(price, 2, opening + 1)", "price 2 years before (opening + 1 before the base year)"],
    ["highest(price, 3)", "the largest price of this year and the 3 years before"],
    ["baseYear(price)", "price in the base year"],
    ['at(sum(beds, age), area, "north")', '(the sum over age of beds) where area is "north"'],
    [
      "sum(interpolate(beds, age, middle, 40, middle), area)",
      "the sum over area of (beds read along age at 40, between the members at middle where middle is above 0)",
    ],
  ])("%s", (formula, words) => {
    expect(wordsOf(compileModel(modelOf({ figure: [["year"], formula] })), (id) => id)("figure")).toBe(words);
  });

  it("calls figures what it is told to", () => {
    const compiled = compileModel(modelOf({ cost: [["year"], "price * sum(beds, area, age)"] }));
    expect(wordsOf(compiled, (id) => `<${id}>`)("cost")).toBe("<price> × (the sum over area and age of <beds>)");
  });
});
