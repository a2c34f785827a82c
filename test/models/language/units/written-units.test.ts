/** Units as they are written: which texts mean the same, which are refused, and that what is found can be read back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormulaError } from "../../../../models/language/formula-error.ts";
import { parseUnit, unitInWords } from "../../../../models/language/units/index.ts";
import { sameUnit, unitOfPowers } from "../../../../models/language/units/unit.ts";

const words = (text: string): string => unitInWords(parseUnit(text));

describe("a written unit", () => {
  it.each([
    ["", "number"],
    ["0 or 1", "number"],
    ["share of the eligible", "number"],
    ["index, base year 1", "number"],
    ["rate", "number"],
    // A bed that is open for a year gives 365 bed days: beds cancel.
    ["bed days a bed a year", "days a year"],
    ["occupied bed day / year", "bed days a year"],
    ["bed days per year", "bed days a year"],
    ["Bed  Days a Year", "bed days a year"],
    ["delayed bed days a year", "bed days a year"],
    ["emergency admissions a person a year", "admissions a person a year"],
    ["£ a head", "£ a person"],
    ["weighted people", "people"],
    ["years of age", "years"],
    ["people a place a year", "people a place a year"],
    ["£", "£"],
    ["£ at 31 March", "£"],
    ["£ a year, nominal", "£ a year"],
    ["£ of the year a bed day", "£ a bed day"],
    ["£ a place a year, base-year prices", "£ of the base year a place a year"],
    ["£ of the base year at 31 March", "£ of the base year"],
    ["£ a bed day, 2024/25 prices", "£ of 2024/25 a bed day"],
    ["£ of 2024 / bed day", "£ of 2024 a bed day"],
    ["price index, base year 1", "£ a £ of the base year"],
    ["£ a £ of 2024/25", "£ a £ of 2024/25"],
    ["number a year", "number a year"],
    ["share of places a year", "number a year"],
    ["admissions a year per 1,000 people", "admissions per 1,000 people a year"],
    ["admissions / 100000 people / year", "admissions per 100,000 people a year"],
    ["beds times beds", "beds times beds"],
    ["£ an hour", "£ an hour"],
  ])("%s is %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ["£ a year", "£ of the base year a year"],
    ["£", "£ of 2024/25"],
    ["£ of 2024/25", "£ of 2024"],
    ["£ of the base year", "£ of 2024/25"],
    ["months", "years"],
    ["bed days", "beds"],
    ["people", "admissions"],
    ["admissions per 1,000 people", "admissions a person"],
    ["admissions per 1,000 people", "admissions per 100,000 people"],
    ["index", "price index"],
    ["share", "share a year"],
  ])("%s is not %s", (one, other) => {
    expect(sameUnit(parseUnit(one), parseUnit(other))).toBe(false);
  });

  it.each([
    ["bed dyas", '"bed dyas" is not a unit: "bed dyas" is not known. The words are £, £ of the base year, people'],
    ["widgets a year", '"widgets" is not known'],
    ["£m a year", "write £, and 2000000 for £2m"],
    ["million £", "write £, and 2000000 for £2m"],
    ["%", "0.05 for 5 %"],
    ["per cent", "0.05 for 5 %"],
    ["GBP a year", "Money is written £"],
    ["$ a year", "Money is written £"],
    ["real £ a year", "Say of which year"],
    ["£ of 2024/26", '"£ of 2024-26" is not known'],
    ["£ a year, 2024/26 prices", '"2024-26 prices" is not known'],
    ["£ a", '"£ a" is not known'],
    ["bed days a share", '"share" is not known'],
    ["7 people", '"7 people" is not known'],
    ["1,000,000,000 people", '"1,000,000,000 people" is not known'],
    ["1,00 people", '"1,00 people" is not known'],
    ["occupied", '"occupied" is not known'],
    ["constructor", '"constructor" is not known'],
    ["x".repeat(201), "has 201 characters; the most is 200"],
  ])("%s is refused", (text, message) => {
    expect(() => parseUnit(text)).toThrow(message);
    expect(() => parseUnit(text)).toThrow(FormulaError);
  });

  it("reads back what is found in a formula, for any product of whole powers", () => {
    const keys = ["poundNominal", "poundOfBaseYear", "poundOf2024to25", "bed", "day", "year", "personBy1000", "hour"];
    const powers = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: -2, max: 2 })), {
      selector: ([key]) => key,
      maxLength: 5,
    });
    fc.assert(
      fc.property(powers, (some) => {
        const unit = unitOfPowers(some);
        expect(sameUnit(parseUnit(unitInWords(unit)), unit)).toBe(true);
      }),
    );
  });
});
