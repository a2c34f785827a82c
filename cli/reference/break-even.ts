/** Break-even of section 7. */
import type { CommissioningResults } from "../../models/index.ts";

/**
 * The first year (its position) with cumulative investment above 0 in which cumulative real released and avoided money
 * reaches it: undiscounted, hospital only. Null: not in the plan.
 */
export function breakEvenYear(results: CommissioningResults): number | null {
  const series = (id: string): ArrayLike<number> => results.values.get(id)?.values ?? [];
  const [invested, released, avoided] = [
    series("investmentTotalReal"),
    series("releasedTotalReal"),
    series("avoidedTotalReal"),
  ];
  let spent = 0;
  let back = 0;
  for (let t = 0; t < invested.length; t++) {
    spent += invested[t] ?? 0;
    back += (released[t] ?? 0) + (avoided[t] ?? 0);
    if (spent > 0 && back >= spent) return t;
  }
  return null;
}
