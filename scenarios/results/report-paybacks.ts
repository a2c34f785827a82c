/** The two paybacks of the report: cash, and value with growth avoided. Each undiscounted and discounted. */
import type { CommissioningResults } from "../../models/index.ts";
import { byYear, total, yearsOf } from "./read.ts";

export interface Payback {
  /** The first year in which it is reached; null: not in the plan. */
  readonly undiscounted: string | null;
  readonly discounted: string | null;
  /** £ of the base year, from the base year to each year. */
  readonly backToDate: readonly number[];
  readonly backToDateDiscounted: readonly number[];
  readonly definition: string;
}

export interface PaybacksReport {
  readonly unit: string;
  /** Real, a year. */
  readonly discountRate: number;
  readonly investedToDate: readonly number[];
  readonly investedToDateDiscounted: readonly number[];
  readonly cashPayback: Payback;
  readonly valueMatchedCountingGrowthAvoided: Payback;
}

/** `discountRate` is the one that the run had. */
export function paybacksReport(results: CommissioningResults, discountRate: number): PaybacksReport {
  return {
    unit: "£ of the base year, added up from the base year",
    discountRate,
    investedToDate: byYear(results, "investedToDate"),
    investedToDateDiscounted: byYear(results, "investedToDateDiscounted"),
    cashPayback: payback(
      results,
      "cashPayback",
      "First year in which released cost and savings on lines, added up, reach the investment, added up.",
    ),
    valueMatchedCountingGrowthAvoided: payback(
      results,
      "valueMatched",
      "First year in which released and avoided hospital cost, added up, reach the investment, added up. Growth avoided is not cash.",
    ),
  };
}

function payback(results: CommissioningResults, id: string, definition: string): Payback {
  return {
    undiscounted: firstYear(results, `${id}Years`),
    discounted: firstYear(results, `${id}YearsDiscounted`),
    backToDate: byYear(results, `${id}ToDate`),
    backToDateDiscounted: byYear(results, `${id}ToDateDiscounted`),
    definition,
  };
}

/** As many years as the plan has stand for: not in it. */
function firstYear(results: CommissioningResults, id: string): string | null {
  return yearsOf(results)[total(results, id)] ?? null;
}
