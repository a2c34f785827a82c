/**
 * An elicited interval: "we are 80 % sure that it is between 0.8 and 0.9". The two numbers typed are percentiles (P10
 * and P90 of an 80 % interval, P5 and P95 of a 90 % one) and come back out of the draws.
 */
import { normalQuantile } from "../functions/normal.ts";
import { checkFinite, checkRange, refuse } from "./check.ts";
import type { Distribution } from "./distribution.ts";
import { logitNormal, logNormal, normal } from "./normal.ts";

/** What kind of quantity the interval is of, which settles the distribution: log-normal, logit-normal or normal. */
export type Quantity = "multiplier" | "share" | "unbounded";

export interface ElicitedInterval {
  readonly low: number;
  readonly high: number;
  /** How sure, in per cent. */
  readonly sure: 80 | 90;
  readonly quantity: Quantity;
  readonly central?: number | undefined;
}

/** The distribution of an interval: never a normal one cut off at a bound. */
export function elicited(parameter: string, { low, high, sure, quantity, central }: ElicitedInterval): Distribution {
  checkFinite(parameter, "elicited", { low, high });
  checkRange(parameter, "elicited", low, high);
  if (sure !== 80 && sure !== 90) {
    refuse(parameter, "elicited", "sure", sure, `its interval is said to be ${String(sure)} % sure.`, "80 or 90");
  }
  const halfWidth = normalQuantile(sure === 80 ? 0.9 : 0.95);
  switch (quantity) {
    case "multiplier": {
      if (low <= 0) refuse(parameter, "elicited", "low", low, `the low of a multiplier is ${low}.`, "a low above 0");
      return logNormal(parameter, { ...middle(Math.log(low), Math.log(high), halfWidth), central });
    }
    case "share": {
      if (low <= 0) refuse(parameter, "elicited", "low", low, `the low of a share is ${low}.`, "a low above 0");
      if (high >= 1) refuse(parameter, "elicited", "high", high, `the high of a share is ${high}.`, "a high below 1");
      return logitNormal(parameter, { ...middle(logOdds(low), logOdds(high), halfWidth), central });
    }
    case "unbounded": {
      const { mu: mean, sigma: sd } = middle(low, high, halfWidth);
      return normal(parameter, { mean, sd, central });
    }
    default:
      return refuse(
        parameter,
        "elicited",
        "quantity",
        quantity,
        `its interval is of a ${String(quantity)}.`,
        "multiplier (above 0), share (0 to 1) or unbounded",
      );
  }
}

function middle(low: number, high: number, halfWidth: number): { mu: number; sigma: number } {
  return { mu: low + (high - low) / 2, sigma: (high - low) / 2 / halfWidth };
}

function logOdds(share: number): number {
  return Math.log(share) - Math.log1p(-share);
}
