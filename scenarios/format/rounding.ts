/** Rounded figures beside their total. */
import { fixed } from "./numbers.ts";

export interface RoundedParts {
  readonly parts: readonly string[];
  readonly total: string;
  /** Said beside the table when the rounded parts do not sum to the rounded total; else null. */
  readonly note: string | null;
}

/**
 * Each part and the total rounded by itself, with a note when they then differ: 10.4 three times is "10", "10", "10",
 * total "31" and a note. Amounts of 0 or more.
 */
export function roundedParts(values: readonly number[], decimals = 0): RoundedParts {
  const total = values.reduce((sum, value) => sum + value, 0);
  const parts = values.map((value) => fixed(value, decimals));
  const shown = parts.reduce((sum, part) => sum + Number(part.replaceAll(",", "")), 0);
  const differs = fixed(shown, decimals) !== fixed(total, decimals);
  return { parts, total: fixed(total, decimals), note: differs ? "Figures may not sum due to rounding" : null };
}

/**
 * Whole percentages that sum to 100, by largest remainder, ties to the first: 90.5, 8.5 and 1 % are 91, 8 and 1.
 * All 0 where there is nothing to share.
 */
export function wholePercentages(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return values.map(() => 0);
  const exact = values.map((value) => Number(((value / total) * 100).toPrecision(14)));
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, value) => sum + value, 0);
  exact
    .map((value, i) => ({ i, remainder: value - (whole[i] as number) }))
    .sort((a, b) => (Math.abs(b.remainder - a.remainder) < 1e-9 ? a.i - b.i : b.remainder - a.remainder))
    .slice(0, left)
    .forEach(({ i }) => {
      whole[i] = (whole[i] as number) + 1;
    });
  return whole;
}
