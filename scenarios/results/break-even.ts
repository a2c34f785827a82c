/** When what is released and avoided reaches what was invested (model.md section 7). */
import type { CommissioningResults } from "../../models/index.ts";
import { byYear, yearsOf } from "./read.ts";

/**
 * The first year with cumulative real investment above 0 in which cumulative real (released + avoided) reaches it:
 * undiscounted, hospital only, and counting growth avoided. Null: not in the plan.
 */
export function breakEvenYear(results: CommissioningResults): string | null {
  const investment = byYear(results, "investmentTotalReal");
  const released = byYear(results, "releasedTotalReal");
  const avoided = byYear(results, "avoidedTotalReal");
  let invested = 0;
  let back = 0;
  for (const [t, year] of yearsOf(results).entries()) {
    invested += investment[t] as number;
    back += (released[t] as number) + (avoided[t] as number);
    if (invested > 0 && back >= invested) return year;
  }
  return null;
}
