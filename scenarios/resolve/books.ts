/** What the books need besides the lines: the scheme's variance rule, earmarked reserves and the discount rate. */
import { DISCOUNT_RATE, type CommissioningCase } from "../../models/index.ts";
import { aRate, aShare, atLeast0, type AssumptionReader } from "./assumptions.ts";

/** Assumption keys of the scheme's variance rule. */
export const SHARE_OF_OVERSPEND = "set-aside-share-over";
export const SHARE_OF_UNDERSPEND = "set-aside-share-under";

type Books = Required<
  Pick<CommissioningCase, "riskShareOver" | "riskShareUnder" | "earmarkedReserves" | "discountRate">
>;

/**
 * Each is optional. Where the variance rule is not entered, no part of the set-aside's over- or underspend is ours:
 * nothing is funded out of money that may never come.
 */
export function resolveBooks(assumptions: AssumptionReader): Books {
  return {
    riskShareOver: assumptions.optional(SHARE_OF_OVERSPEND, aShare) ?? 0,
    riskShareUnder: assumptions.optional(SHARE_OF_UNDERSPEND, aShare) ?? 0,
    earmarkedReserves: assumptions
      .named("earmarked-reserves", atLeast0)
      .map(([purpose, amount]) => ({ purpose, amount })),
    discountRate: assumptions.optional("discount-rate", aRate) ?? DISCOUNT_RATE,
  };
}
