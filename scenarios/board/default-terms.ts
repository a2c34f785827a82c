/** Terms of a programme that has none yet. */
import type { Terms } from "./terms.ts";

/**
 * From April of the third year (the second, where the plan has no third): half in the first twelve months, then all, by
 * population, in base-year prices. `years` are the plan's labels: `["2024/25", ...]`.
 */
export function defaultTerms(years: readonly string[]): Terms {
  const label = years[Math.min(2, years.length - 1)] as string;
  return { start: `${label.slice(0, 4)}-04`, phase: [0.5, 1], split: "population", priceBase: years[0] as string };
}
