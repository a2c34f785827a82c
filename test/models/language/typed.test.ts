/** What a finance officer types: accepted where a spreadsheet and a desk calculator agree, else refused with the rewrite. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../models/language/parse.ts";
import { shareOf } from "../../../models/language/per-cent.ts";
import { readingOf, writtenOf } from "../../../models/language/reading.ts";
import { refusal, value } from "./scalars.ts";

const messageOf = (formula: string): string => refusal(formula)?.message.replace(/^result: /, "") ?? "accepted";

describe("the per cent sign", () => {
  it.each([
    ["5%", 0.05],
    ["-5%", -0.05],
    ["2.5 %", 0.025],
    ["100*5%", 5],
    ["200/50%", 400],
    ["5% * a", 0.15],
    ["100*(1+2%)*(1+3%)", 105.06],
    ["1 - 5%", 0.95],
    ["10% + 20%", 0.3],
    ["10% - 2% - 3%", 0.05],
    ["22573.8*8%-1614.86", 191.044],
    ["8%-10", -9.92],
    ["3%+100", 100.03],
    ["100 + 50 * 10%", 105],
    ["a > 5% and b > 3% ? 1 : 2", 1],
    ["4^50%", 2],
    ["max(5%, 3%)", 0.05],
  ])("%s is %d", (formula, expected) => {
    expect(value(formula)).toBeCloseTo(expected, 12);
  });

  it.each([
    ["100+5%", "100 * (1 + 0.05)", "100 + 0.05"],
    ["100 + 2% + 3%", "100 * (1 + 0.02) * (1 + 0.03)", "100 + 0.02 + 0.03"],
    ["50+20%+10%", "50 * (1 + 0.2) * (1 + 0.1)", "50 + 0.2 + 0.1"],
    ["1+15%+25%", "(1 + 0.15) * (1 + 0.25)", "1 + 0.15 + 0.25"],
    ["max(a, b - 5%) / 2", "max(a, b * (1 - 0.05)) / 2", "max(a, b - 0.05) / 2"],
    ["a * b + (5%)", "a * b * (1 + 0.05)", "a * b + 0.05"],
  ])("%s is refused, as %s or %s", (formula, calculator, spreadsheet) => {
    const message = messageOf(formula);
    expect(message).toContain(`Write ${calculator} for the first, or ${spreadsheet} for the second.`);
    // Each rewrite is accepted as it stands, and the two differ: there was something to refuse.
    expect(value(calculator)).not.toBe(value(spreadsheet));
  });

  it("gives what a desk calculator shows for the first rewrite", () => {
    expect(value("100 * (1 + 0.02) * (1 + 0.03)")).toBeCloseTo(105.06, 10);
    expect(value("50 * (1 + 0.2) * (1 + 0.1)")).toBeCloseTo(66, 10);
    expect(value("(1 + 0.15) * (1 + 0.25)")).toBeCloseTo(1.4375, 10);
  });

  it.each([
    ["10 % 3", "write 10% * 3 for the share of it"],
    ["5% of x", "write 5% * x for the share of it"],
    ["x%", "Write x / 100 for x%."],
    ["(a + b)%", "not after a number"],
    ["5%%", "not after a number"],
    ["%", "not after a number"],
  ])("%s is refused", (formula, advice) => {
    expect(messageOf(formula)).toContain(advice);
  });

  it("moves the decimal point and does not divide: the share is the number that the digits write", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (n) => {
        expect(shareOf(n)).toBe(Number(`${n}e-2`));
      }),
    );
    expect(shareOf(1.1)).toBe(0.011);
    expect(1.1 / 100).not.toBe(0.011);
  });

  it("does not touch a member's name", () => {
    expect(parseFormula('a[year = "5% 2026/27, £1,000"]')).toEqual({
      kind: "look-up",
      arg: { kind: "name", name: "a" },
      members: [{ dim: "year", member: "5% 2026/27, £1,000" }],
    });
  });
});

describe("a minus before a power, a power of a power", () => {
  it.each([
    ["-2^2", "write (-2) ^ 2 as a spreadsheet reads it, or -(2 ^ 2) as"],
    ["3 * -a^2", "write (-a) ^ 2 as a spreadsheet reads it, or -(a ^ 2) as"],
    ["2^3^2", "write (2 ^ 3) ^ 2 as a spreadsheet reads it, or 2 ^ (3 ^ 2) as"],
    ["2^-a^2", "write (-a) ^ 2"],
  ])("%s is refused with both", (formula, advice) => {
    expect(messageOf(formula)).toContain(advice);
  });
});

describe("what finance staff type", () => {
  it.each([
    ["1,000", /"," in "1,000".*Write 1000 for the number/],
    ["12,345,678.90 * a", /Write 12345678 for/],
    ["1 000", /Write 1000 for the number/],
    ["max(1,000, a)", /Write 1000 for the number, or 1, 000 for values of a function/],
    ["1,5", /Write 1\.5 for the number 1,5/],
    ["1.000,5 + 2", /Write 1000\.5 for the number 1\.000,5/],
    ["12.5,3", /A formula is one expression/],
    ["12.34,3", /A formula is one expression/],
    ["1234.567,5", /A formula is one expression/],
    ["10.000.000 * 2", /more than one decimal point in a number\. Write 10000000 for the number/],
    ["1.2.3 * 2", /"1\.2\.3" has more than one decimal point in a number\.$/],
    ["1_000 + 1", /Write 1000 for the number/],
    ["a + 1 2", /"1 2" lacks a sign between two numbers/],
    ["1 ".repeat(900), /"1 1" lacks a sign/],
    ["£5", /The sign "£".*Write 5 instead\.$/],
    ["£1,000 × 3", /The sign "£".*Write 1000 \* 3 instead\.$/],
    ["2024/25", /a financial year, not a division/],
    ["(2024 / 25)", /a financial year, not a division/],
    ["a * 2024/25", /put blanks round the sign: 2024 \/ 25/],
    ["01/04/2024", /a date, not a division/],
    ["a + 01/04/2024", /looks like a date/],
    ["2024-04-01", /age band, a range or a date/],
    ["01.04.2024", /looks like a date/],
    ["5-9", /age band.*put blanks round the sign: 5 - 9\.$/],
    ["2025/40", /financial year.*put blanks round the sign: 2025 \/ 40\./],
    ["1 / 4 / 2024", /a date, not a division.*write the answer/],
    ["85+", /open age band/],
    ["50 million", /Write 50000000 for the number/],
    ["1.5bn", /Write 1500000000 for the number/],
    ["3 GBP", /"3 GBP".*write 3 alone, or 3 \* GBP/],
    ["− 5", /"−".*hyphen subtracts\. Write - 5 instead/],
    ["5 × 2", /"×".*Write 5 \* 2 instead/],
    ["10÷2", /"÷".*Write 10\/2 instead/],
    ["=100+5", /the sign "=" at the start.*Write 100\+5 instead/],
    ["a – b", /"–".*hyphen/],
    ["a <> b ? 1 : 0", /"<>".*Write a != b \? 1 : 0 instead/],
    ["a ** 2", /Write a \^ 2 instead/],
    ["x²", /Write x\^2 instead/],
    ["a\u200b + 1", /The sign "U\+200B"/],
    ["", /empty/],
    ["a +", /cannot be read/],
    ["5% * (a", /The formula "5% \* \(a" cannot be read: Parenthesis \) expected\.$/],
    ["2(a)", /\* to multiply/],
    ["a(b)", /a figure, not a function: write a \* \(…\)/],
    ["IF(a > 1, 2, 3)", /Write test \? this : that/],
    ["SUM(a, b)", /Did you mean sum\?/],
    ["admisions", /Did you mean admissions\?/],
    ["bedDays", /Did you mean bed_days\?/],
  ])("%s", (formula, advice) => {
    expect(messageOf(formula)).toMatch(advice);
  });

  it("suggests no name that is nothing like what was typed", () => {
    expect(messageOf("population")).toBe('There is no variable or input called "population".');
    expect(messageOf("q".repeat(500))).toMatch(/called "q{57}\.\.\."\.$/);
  });

  it("still divides and subtracts in a longer formula", () => {
    expect(value("a * 2024 / 25")).toBeCloseTo(242.88, 10);
    expect(value("a + 5 - 9")).toBe(-1);
    expect(value("5 - 9")).toBe(-4);
    expect(value("2024 / 30")).toBeCloseTo(67.46666666666667, 10);
  });
});

describe("the reading of a formula", () => {
  it.each([
    ["1 + 2 * 3", "1 + (2 * 3)"],
    ["100*(1+2%)*(1+3%)", "(100 * (1 + 0.02)) * (1 + 0.03)"],
    ["-a * b", "(-a) * b"],
    ["a > 1 and b < 2 ? -a : b ^ 2", "((a > 1) and (b < 2)) ? (-a) : (b ^ 2)"],
    ["max(a + 1, b - 2 - 3)", "max(a + 1, (b - 2) - 3)"],
    ['sum(x * a, area)[year == "2026/27"] / 2', 'sum(x * a, area)[year = "2026/27"] / 2'],
    ["not (a == b) ? 1 : 0", "(not (a == b)) ? 1 : 0"],
  ])("%s", (formula, reading) => {
    expect(readingOf(parseFormula(formula))).toBe(reading);
  });

  const written: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom("a", "b", "2", "0.5", "1e-7", "3% * a"),
      fc
        .tuple(tie("part"), tie("part"), fc.constantFrom("+", "-", "*", "/", "^"))
        .map(([l, r, op]) => `(${l}) ${op} (${r})`),
      fc
        .tuple(tie("part"), tie("part"), fc.constantFrom("<", "==", ">="))
        .map(([l, r, op]) => `((${l}) ${op} ${r} ? ${l} : (${r}))`),
      tie("part").map((part) => `-(${part})`),
      tie("part").map((part) => `clamp(${part}, -1, 2)[year = "y"]`),
    ),
  })).part;

  it("gives the same formula when it is read again, with all brackets and with few", () => {
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(text.length < 1000);
        const parsed = parseFormula(text);
        const reading = readingOf(parsed);
        expect(readingOf(parseFormula(reading))).toBe(reading);
        expect(parseFormula(writtenOf(parsed))).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });
});
