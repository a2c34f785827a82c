/** Counts, percentages and shares as they are shown. */

/** The true minus sign, U+2212. */
export const MINUS = "\u2212";
/** The narrow no-break space between a number and its unit, U+202F. */
export const NARROW_SPACE = "\u202F";

/** 41500 is "41,500"; -3.25 with one decimal is "−3.3". Halves go away from zero. */
export function formatCount(value: number, decimals = 0): string {
  return withSign(value, fixed(Math.abs(value), decimals));
}

/** 0.14 is "14 %"; with one decimal "14.0 %". The fraction, not the percentage, is passed. */
export function formatPercent(fraction: number, decimals = 0): string {
  return withSign(fraction, fixed(Math.abs(fraction) * 100, decimals)) + `${NARROW_SPACE}%`;
}

/** A percentage with every digit that was typed: 0.0075 is "0.75 %", 0.046 is "4.6 %". */
export function formatPercentExact(fraction: number): string {
  const percentage = Number((Math.abs(fraction) * 100).toPrecision(15));
  return withSign(fraction, grouped(plainDigits(percentage))) + `${NARROW_SPACE}%`;
}

/** Three significant figures with a letter for charts: 62,900 is "62.9k", 246,060 is "246k", 1,234,567 is "1.23m". */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  for (const [unit, letter] of [
    [1e9, "bn"],
    [1e6, "m"],
    [1e3, "k"],
  ] as const) {
    if (Number(size.toPrecision(3)) >= unit) return withSign(value, threeFigures(size / unit) + letter);
  }
  return withSign(value, threeFigures(size));
}

/** "+3" or "−3", and "0" for none. */
export function signed(text: string, value: number): string {
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Up to three figures, without a decimal point that says nothing: 288, 62.9, 5, 0.25. */
function threeFigures(size: number): string {
  return plainDigits(Number(size.toPrecision(3)));
}

/** Commas between thousands, a point before decimals. Rounds halves away from zero on the decimal digits themselves. */
export function fixed(size: number, decimals: number): string {
  const scale = 10 ** decimals;
  const scaled = size * scale;
  const rounded = Number.isFinite(scaled) ? Math.round(Number(scaled.toPrecision(15))) / scale : size;
  return grouped(rounded.toFixed(decimals));
}

function withSign(value: number, text: string): string {
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** Digits without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

function grouped(digits: string): string {
  const [whole, decimals] = digits.split(".") as [string, string | undefined];
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? withCommas : `${withCommas}.${decimals}`;
}

const SMALL_NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Counts up to twelve in words: "six", "13". */
export function inWords(count: number): string {
  return SMALL_NUMBERS[count] ?? formatCount(count);
}
