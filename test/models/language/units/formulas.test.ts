/** Units of formulas: what each sign and function does to a unit, and what a person reads where two do not fit. */
import { describe, expect, it } from "vitest";
import { unitOfFormula } from "../../../../models/language/units/index.ts";
import { modelWith, refusalOf } from "./unit-model.ts";

describe("a formula fits the unit that is declared", () => {
  it.each([
    ["bed days a year", "bedDays + delayed - delayed"],
    // bed days a year over days a year: beds.
    ["beds", "bedDays / daysOpen"],
    ["beds", "ratio(bedDays, daysOpen * occupancy)"],
    ["beds", "bedDays / days(year)"],
    // £ of the base year a bed day × £ of the year for £ of the base year × bed days a year: £ of the year a year.
    ["£ a year", "price * prices * bedDays"],
    ["£ a year, base-year prices", "cost / prices"],
    ["share", "delayed / bedDays"],
    ["bed days an admission", "bedDays / admissions"],
    ["£ a year", "-cost"],
    ["£ a year", "max(0, cost)"],
    ["£ a year", "cost > 0 ? cost : 0"],
    ["£ a year", "flag == 1 ? 0 : cost"],
    ["£ a year", "0"],
    ["£ a year", "cost * (1 + growth) ^ plain"],
    ["£ a year", "clamp(cost, 0, costThen * prices)"],
    ["£ a year", "abs(cost) + floor(cost) + ceil(cost) + round(cost, 2)"],
    ["£ a year", "sum(cost, area) + mean(cost, area) + min(cost, area) + max(cost, year)"],
    ["£ a year", "cumsum(cost) + cummax(cost) + baseYear(cost) + lag(cost, 1) + lag(cost, 1, cost)"],
    ["£ a year", 'at(cost, area, "north")'],
    ["£ a year", "cost * prod(1 + growth, area) * cumprod(1 + growth)"],
    ["£ a year", "interpolate(cost, area, population, population * growth, bedDays)"],
    ["£ at 31 March", "lag(result, 1, reserves) + cost * lagYears"],
    ["beds", "highest(beds, plain) + highest(beds, lagYears) + highest(beds, 2)"],
    ["beds times beds", "beds ^ 2"],
    ["beds", "square ^ 2 * beds ^ -3"],
    ["beds", "sqrt(square)"],
    ["number", "beds ^ 0"],
    ["number", "exp(beds / beds) + log(occupancy) + occupancy ^ 0.5 + 2 ^ growth"],
    ["number", "bedDays > delayed and not (beds == 0) or cost != 0 ? 1 : 0"],
    // Numbers alone say how much; the declared unit says of what.
    ["months", "12"],
    ["months", "-(4 * 3)"],
  ])("%s: %s", (unit, formula) => {
    expect(refusalOf(unit, formula)).toBe("");
  });
});

describe("a formula is refused", () => {
  it.each([
    ["sum", "£ a year", "cost + bedDays", "cost is £ a year and bedDays is bed days a year, so they cannot be added."],
    ["difference", "£ a year", "cost - beds", "so they cannot be subtracted."],
    ["comparison", "number", "cost > bedDays ? 1 : 0", "so they cannot be compared."],
    ["joined comparisons", "number", "cost > 0 and beds > cost ? 1 : 0", "beds is beds and cost is £ a year"],
    ["denied comparison", "number", "not (beds > cost) ? 1 : 0", "beds is beds and cost is £ a year"],
    ["smallest", "£ a year", "min(cost, 0, bedDays)", "cost is £ a year and bedDays is bed days a year"],
    ["clamp", "£ a year", "clamp(cost, 0, beds)", "cost is £ a year and beds is beds"],
    ["choice", "£ a year", "flag == 1 ? cost : beds", "so they cannot be the two answers of one choice."],
    ["start of a lag", "£ a year", "lag(cost, 1, beds)", "so they cannot be a figure and its start in one lag."],
    [
      "positions",
      "£ a year",
      "interpolate(cost, area, population, beds, flag)",
      "population is people and beds is beds, so they cannot be positions on one line.",
    ],
    ["inside a total", "£ a year", "sum(cost + beds, area)", "cost is £ a year and beds is beds"],
    ["inside an exponent", "number", "2 ^ (beds + cost)", "beds is beds and cost is £ a year"],
    ["exponent", "beds", "beds ^ plain", "a figure with an exponent that is not a whole number must be a plain number"],
    ["unit in an exponent", "number", "2 ^ beds", "the exponent of 2 ^ beds must be a plain number, and beds is beds."],
    ["part of a power", "number", "beds ^ 0.5", "must be a plain number, and beds is beds."],
    ["exp", "number", "exp(beds)", "what exp is taken of must be a plain number, and beds is beds."],
    ["log", "number", "log(cost)", "Divide it by a figure in £ a year first."],
    ["product", "beds", "prod(beds, area)", "what prod multiplies must be a plain number"],
    ["running product", "beds", "cumprod(beds)", "what cumprod multiplies must be a plain number"],
    ["window", "beds", "highest(beds, lagMonths)", "the number of years of highest must be a plain number"],
    ["powers nobody means", "number", "(beds ^ 9) ^ 99", "raised to a power that no figure has"],
    ["roots of roots", "number", `${"sqrt(".repeat(9)}beds${")".repeat(9)}`, "raised to a power that no figure has"],
    [
      "number with a unit missing",
      "months",
      "lagMonths - 12",
      "A number in a formula has no unit: make 12 a variable of its own, in months.",
    ],
    ["negative number", "months", "max(-1, lagMonths)", "make -1 a variable of its own, in months."],
    ["share for a quantity", "beds", "beds - occupancy", "One of them has no unit"],
    ["days beside beds", "beds", "beds + days(year)", "beds is beds and days(year) is days a year"],
    ["0 times a figure", "£ a year", "cost + 0 * beds", "cost is £ a year and 0 * beds is beds"],
  ])("%s", (_, unit, formula, message) => {
    expect(refusalOf(unit, formula)).toContain(message);
  });

  it("with the variable, the unit it declares, and both parts with their units", () => {
    expect(refusalOf("£ a year", "price * occupancy + sum(bedDays, area)")).toBe(
      "result: the unit is £ a year, and in the formula price * occupancy is £ of the base year a bed day and " +
        "sum(bedDays, area) is bed days a year, so they cannot be added. " +
        "Multiply or divide one of them so that both have the same unit.",
    );
  });

  it("with the unit found and those of what is read, where the whole is of another unit", () => {
    expect(refusalOf("beds", "bedDays * occupancy")).toBe(
      "result: the unit is beds, and the formula gives bed days a year: bedDays is bed days a year, occupancy is a plain number. " +
        "Change the formula, or the unit to bed days a year.",
    );
  });

  it("with the variable to multiply by, where a rate per 1,000 is wanted and the formula gives the rate for one", () => {
    expect(refusalOf("admissions a year per 1,000 people", "1000 * admissions / population")).toBe(
      "result: the unit is admissions a year per 1,000 people, and the formula gives admissions a person a year. " +
        "Multiply by a variable of its own, in people per 1,000 people, whose formula is 1000.",
    );
    expect(refusalOf("admissions a year per 1,000 people", "admissions / population * thousand")).toBe("");
  });

  it("where no unit is declared and the formula has one", () => {
    expect(refusalOf("", "beds")).toContain("the unit is number, and the formula gives beds");
  });

  it("where a unit cannot be read, with the figure that has it", () => {
    expect(refusalOf("widgets", "beds")).toMatch(/^result: "widgets" is not a unit/);
  });
});

describe("money of two price bases is not mixed", () => {
  it.each([
    ["cost + costThen", "cost is in £ of the year a year and costThen is in £ of the base year a year", "second"],
    ["costThen + cost", "costThen is in £ of the base year a year and cost is in £ of the year a year", "first"],
    ["cost - cost2024", "cost is in £ of the year a year and cost2024 is in £ of 2024/25 a year", "second"],
    ["max(cost, price * bedDays)", "price * bedDays is in £ of the base year a year", "second"],
  ])("%s", (formula, parts, multiplied) => {
    const refusal = refusalOf("£ a year", formula);
    expect(refusal).toContain(parts);
    expect(refusal).toContain(
      `Money of two price bases is not mixed: multiply the ${multiplied} by a price index first, or divide`,
    );
  });

  it.each([
    ["£ a year", "costThen", "the unit is £ of the year a year, and the formula gives £ of the base year a year."],
    ["£ a year, base-year prices", "cost * prices / prices", "and the formula gives £ of the year a year."],
  ])("declared %s, %s", (unit, formula, message) => {
    expect(refusalOf(unit, formula)).toContain(message);
  });

  it("with an index of growth instead of one of prices", () => {
    expect(refusalOf("£ a year", "costThen * (1 + growth)")).toContain("by a price index first");
  });
});

describe("the unit of a formula", () => {
  it.each([
    ["bedDays / admissions", "bed days an admission"],
    ["price * prices", "£ a bed day"],
    ["0", "number"],
    ["days(year)", "days a year"],
  ])("%s is %s", (formula, unit) => {
    expect(unitOfFormula(modelWith("", "0"), formula)).toEqual({ unit, numbers: [] });
  });
});
