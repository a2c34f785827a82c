import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatMillions,
  formatMoney,
  formatMoneyExact,
  formatPercent,
  formatPercentExact,
  formatShort,
  monthInWords,
  parseMoney,
  parsePercent,
  roundedParts,
  shortYear,
  signed,
  wholePercentages,
} from "../../scenarios/index.ts";

describe("money as it is shown", () => {
  it.each([
    [0, "£0"],
    [-0.001, "£0"],
    [850, "£850"],
    [1_234, "£1.23k"],
    [12_500, "£12.5k"],
    [450_000, "£450k"],
    [999_499, "£999k"],
    [999_999, "£1.00m"],
    [1_234_567, "£1.23m"],
    [-8_400_000, "\u2212£8.40m"],
    [124_720_000, "£124.72m"],
    [999_999_999, "£1.00bn"],
    [1_443_800_000, "£1.44bn"],
  ])("%d is %s", (pounds, text) => expect(formatMoney(pounds)).toBe(text));

  it("says a plus where asked, and never for nothing", () => {
    expect(formatMoney(8_400_000, { signed: true })).toBe("+£8.40m");
    expect(formatMoney(0, { signed: true })).toBe("£0");
  });

  it.each([
    [1_250_000, "£1,250,000"],
    [333_333.34, "£333,333.34"],
    [-1_500, "\u2212£1,500"],
    [2.5, "£2.50"],
    [1.005, "£1.01"],
  ])("%d in full is %s", (pounds, text) => expect(formatMoneyExact(pounds)).toBe(text));

  it("goes in millions into a column", () => {
    expect(formatMillions(8_404_999)).toBe("8.40");
    expect(formatMillions(-50_000)).toBe("\u22120.05");
  });
});

describe("counts, percentages and years", () => {
  it("separates thousands and keeps a true minus", () => {
    expect(formatCount(41_500)).toBe("41,500");
    expect(formatCount(-1_234_567.25, 1)).toBe("\u22121,234,567.3");
    expect(formatCount(-0.4)).toBe("0");
  });

  it("puts a narrow no-break space before the percent sign", () => {
    expect(formatPercent(0.14)).toBe("14\u202F%");
    expect(formatPercent(-0.147, 1)).toBe("\u221214.7\u202F%");
    expect(formatPercent(0.145)).toBe("15\u202F%");
  });

  it("shows a typed percentage with every digit typed", () => {
    expect(formatPercentExact(0.0075)).toBe("0.75\u202F%");
    expect(formatPercentExact(0.046)).toBe("4.6\u202F%");
    expect(formatPercentExact(0.00056)).toBe("0.056\u202F%");
  });

  it("shortens for a chart to three figures", () => {
    expect([62_900, 246_060, 1_234_567, 999.6, 999_600, 40, 0.25, -5_500].map(formatShort)).toEqual([
      "62.9k",
      "246k",
      "1.23m",
      "1k",
      "1m",
      "40",
      "0.25",
      "\u22125.5k",
    ]);
  });

  it("names months and years", () => {
    expect(monthInWords("2026-10")).toBe("October 2026");
    expect(shortYear("2026/27")).toBe("26/27");
    expect(signed("3", 3)).toBe("+3");
  });
});

describe("money as it is typed", () => {
  it.each([
    ["1.2m", 1_200_000],
    ["£450k", 450_000],
    ["£1.2m", 1_200_000],
    ["1,250,000", 1_250_000],
    ["1,234,567.89", 1_234_567.89],
    ["(1,500)", -1500],
    ["-£1,500.00", -1500],
    ["£-1,500.00", -1500],
    ["1500-", -1500],
    ["\u22121500", -1500],
    ["  42 ", 42],
    ["0", 0],
    ["-0", 0],
    [".5m", 500_000],
    ["1.1m", 1_100_000],
    ["2 million", 2_000_000],
    ["0.01", 0.01],
    ["4.35", 4.35],
    ["1.00000001m", 1_000_000.01],
  ])("%s is %d", (text, pounds) => expect(parseMoney(text)).toEqual({ ok: true, value: pounds }));

  it.each([
    "",
    "   ",
    "1,23",
    "12,34,567",
    "1 234,5",
    "1.5e3",
    "1e309",
    "n/a",
    "-",
    "=1+1",
    "#REF!",
    "00123",
    "1.234.567",
    "--5",
    "(-5)",
    "5-5",
    "1.2x",
    "0.001",
    "1.000000001m",
    "2024/25",
    "3 GBP",
    "12%",
    "9999999999999",
    "Infinity",
    "NaN",
    "1_000",
  ])("%j is refused with a reason", (text) => {
    const typed = parseMoney(text);
    expect(typed.ok).toBe(false);
    if (!typed.ok) expect(typed.reason.length).toBeGreaterThan(15);
  });

  it("reads a percentage as a share of the amount beside it", () => {
    expect(parseMoney("-3%", 38_070_000)).toEqual({ ok: true, value: -1_142_100 });
    expect(parseMoney("12.5 %", 0.01)).toEqual({ ok: true, value: 0 });
    expect(parseMoney("1,5%", 100).ok).toBe(false);
  });

  it("takes back what the exact form shows, for any amount of whole pence", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (pence) => {
        expect(parseMoney(formatMoneyExact(pence / 100))).toEqual({ ok: true, value: pence / 100 + 0 });
      }),
    );
  });
});

describe("a percentage as it is typed", () => {
  it.each([
    ["0.75", 0.0075],
    ["56", 0.56],
    ["0.056", 0.00056],
    ["4.6 %", 0.046],
    ["-3%", -0.03],
  ])("%s is %d", (text, fraction) => expect(parsePercent(text)).toEqual({ ok: true, value: fraction }));

  it.each(["", "5,5", "1e2", "half", "4.6.1", "%"])("%j is refused, never read as something else", (text) => {
    expect(parsePercent(text).ok).toBe(false);
  });
});

describe("rounded figures beside their total", () => {
  it("say so when they do not sum: 10.4 three times", () => {
    expect(roundedParts([10.4, 10.4, 10.4])).toEqual({
      parts: ["10", "10", "10"],
      total: "31",
      note: "Figures may not sum due to rounding",
    });
    expect(roundedParts([10, 20, 3]).note).toBeNull();
    expect(roundedParts([1_500.25, 0.5], 2)).toEqual({ parts: ["1,500.25", "0.50"], total: "1,500.75", note: null });
  });

  it("percentages end at 100: 90.5, 8.5 and 1", () => {
    expect(wholePercentages([905, 85, 10])).toEqual([91, 8, 1]);
    expect(wholePercentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercentages([0, 0])).toEqual([0, 0]);
  });
});
