/** Members looked up by name, and the days of a year. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfYear } from "../../../models/language/calendar.ts";
import { compileModel } from "../../../models/language/compile.ts";
import { interpretModel } from "../../../models/language/interpret.ts";
import type { Model } from "../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../models/language/named-array.ts";
import { createModelRunner } from "../../../models/language/runner.ts";

const TEXT = { label: "", unit: "", docs: "" };
const MEMBERS: Members = { year: ["2026/27", "2027/28", "2028/29"], area: ["north", "south"] };

function modelOf(dims: readonly string[], formula: string, unit = ""): Model {
  return {
    dimensions: [
      { id: "year", label: "Year" },
      { id: "area", label: "Area" },
    ],
    inputs: [
      { id: "beds", dims: ["year", "area"], ...TEXT },
      { ...TEXT, id: "days", dims: [], unit: "days a year" },
    ],
    variables: [{ ...TEXT, id: "figure", dims, formula, unit }],
  };
}

const INPUTS: ReadonlyMap<string, NamedArray> = new Map([
  ["beds", { dims: ["year", "area"], values: Float64Array.of(1, 2, 3, 4, 5, 6) }],
  ["days", { dims: [], values: Float64Array.of(7) }],
]);

/** By the compiled way; the plain interpreter must say the same. */
function work(dims: readonly string[], formula: string, members: Members = MEMBERS, unit = ""): readonly number[] {
  const model = modelOf(dims, formula, unit);
  const values = [...(createModelRunner(model).run(INPUTS, members, ["figure"]).get("figure")?.values ?? [])];
  expect([...(interpretModel(model, INPUTS, members, ["figure"]).get("figure")?.values ?? [])]).toEqual(values);
  return values;
}

const workDays = (formula: string, members: Members = MEMBERS): readonly number[] =>
  work(formula === "days" ? [] : ["year"], formula, members, "days a year");

const refusalOf =
  (formula: string, dims: readonly string[] = ["year", "area"]) =>
  () =>
    compileModel(modelOf(dims, formula));

describe("looking up a member", () => {
  it.each([
    ['beds[year = "2027/28"]', ["area"], [3, 4]],
    ['beds[year == "2027/28"]', ["area"], [3, 4]],
    ['beds[area="south"]', ["year"], [2, 4, 6]],
    ['beds[year = "2028/29", area = "north"]', [], [5]],
    ['beds[area = "north"][year = "2028/29"]', [], [5]],
    ['(beds * 10)[area = "north"] + 1', ["year"], [11, 31, 51]],
    ['sum(beds, area)[year = "2026/27"]', [], [3]],
    ['beds / beds[year = "2026/27"]', ["year", "area"], [1, 1, 3, 2, 5, 3]],
    ['beds[year = "2026/27"] * 5%', ["area"], [0.05, 0.1]],
  ] as const)("%s", (formula, dims, expected) => {
    expect(work(dims, formula)).toEqual(expected);
  });

  it("says the same as at(…)", () => {
    expect(work(["year"], 'beds[area = "south"]')).toEqual(work(["year"], 'at(beds, area, "south")'));
  });

  it.each([
    ['beds[ward = "a"]', /\[ward = "a"\] needs the name of a dimension and has "ward"\. The dimensions are year, area/],
    ['beds[aera = "north"]', /Did you mean area\?/],
    ['beds[year = "2026/27", year = "2027/28"]', /names the dimension year twice/],
    ['days[year = "2026/27"]', /needs a figure with dimension year; this one has no dimensions/],
    ["beds[area = north]", /named in double quotes: write \[area = "north"\]/],
    ["beds[year = 2026/27]", /.*/],
    ["beds[1]", /Square brackets look up a member/],
    ['beds["north"]', /Square brackets look up a member/],
    ["beds[]", /Square brackets look up a member/],
    ['beds?.[area = "north"]', /Square brackets look up a member/],
    ['beds[area != "north"]', /Square brackets look up a member/],
    ['[beds][area = "north"]', /Lists/],
  ])("%s is refused", (formula, message) => {
    expect(refusalOf(formula)).toThrow(message);
  });

  it("names the members that there are where one is not", () => {
    expect(() => work(["year"], 'beds[area = "nroth"]')).toThrow(
      'Dimension area has no member called "nroth". Did you mean north? Its members are north, south.',
    );
  });
});

describe("days(year)", () => {
  it("is 366 where the financial year holds a 29 February", () => {
    expect(workDays("days(year)")).toEqual([365, 366, 365]);
    expect(workDays("days(year)", { ...MEMBERS, year: ["2026", "2027", "2028"] })).toEqual([365, 365, 366]);
    expect(work(["year"], "days(year) / days")).toEqual([365 / 7, 366 / 7, 365 / 7]);
  });

  it("is apart from a figure called days", () => {
    expect(workDays("days(year) - days")).toEqual([358, 359, 358]);
    expect(workDays("days")).toEqual([7]);
  });

  it.each([
    ["2027/28", 366],
    ["2027/2028", 366],
    ["2027-28", 366],
    ["2028/29", 365],
    ["2099/00", 365],
    ["1999/2000", 366],
    ["1999/00", 366],
    ["2000", 366],
    ["2100", 365],
    ["2024", 366],
  ])("%s has %d", (label, days) => {
    expect(daysOfYear(label)).toBe(days);
  });

  it("agrees with the calendar in every year", () => {
    const day = 24 * 3600 * 1000;
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2999 }), (year) => {
        const label = `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
        expect(daysOfYear(label)).toBe((Date.UTC(year + 1, 3, 1) - Date.UTC(year, 3, 1)) / day);
        expect(daysOfYear(String(year))).toBe((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / day);
      }),
    );
  });

  it.each(["y0", "2027/29", "27/28", "2027/28 ", "", "20272028"])('refuses the label "%s"', (label) => {
    expect(() => daysOfYear(label)).toThrow(`"${label}" is neither`);
  });

  it("is told by its own name where units clash", () => {
    expect(refusalOf("beds + days(year)")).toThrow("beds is a plain number and days(year) is days a year");
  });

  it("asks for year labels only where it is used", () => {
    const members = { ...MEMBERS, year: ["first", "second", "third"] };
    expect(work(["year", "area"], "beds", members)).toEqual([1, 2, 3, 4, 5, 6]);
    const model = modelOf(["year"], "days(year)", "days a year");
    expect(() => createModelRunner(model).run(INPUTS, members, ["figure"])).toThrow('"first" is neither');
  });

  it.each(["days()", "days(area)", "days(year, area)", "days(2027)", "days(days)"])("%s is refused", (formula) => {
    expect(refusalOf(formula)).toThrow("days takes the dimension year and nothing else");
  });

  it("follows the members when they change", () => {
    const runner = createModelRunner(modelOf(["year"], "days(year)", "days a year"));
    const first = runner.run(INPUTS, MEMBERS, ["figure"]).get("figure");
    const later = { ...MEMBERS, year: ["2027/28", "2028/29", "2029/30"] };
    expect([...(runner.run(INPUTS, later, ["figure"]).get("figure")?.values ?? [])]).toEqual([366, 365, 365]);
    expect([...(first?.values ?? [])]).toEqual([365, 366, 365]);
  });
});
