/** Ranges of the evidence library as distributions. Described for readers in docs/method/uncertainty.md. */
import { distributionOf, type Distribution } from "../../models/index.ts";
import type { EvidenceParameter } from "./entry.ts";

/** What kind of quantity a parameter is: shares lie from 0 to 1, amounts at 0 or above. */
export type ParameterQuantity = "share" | "amount";

/** Whether low and high are the same: nothing is drawn then. */
export function isCertain({ low, high }: Pick<EvidenceParameter, "low" | "high">): boolean {
  return low === high;
}

/**
 * How a parameter that is not certain may lie about `central`. A range strictly
 * inside what the quantity may be is read as an 80 % interval: logit-normal for a share, log-normal for an amount. One
 * that touches 0 or 1, or goes below 0, has ends instead: PERT from low to high, most likely the central value.
 */
export function evidenceDistribution(
  name: string,
  { low, central, high }: Pick<EvidenceParameter, "low" | "central" | "high">,
  quantity: ParameterQuantity,
): Distribution {
  if (low <= 0 || (quantity === "share" && high >= 1)) {
    return distributionOf(name, { kind: "pert", low, mode: central, high, central });
  }
  const of = quantity === "share" ? "share" : "multiplier";
  return distributionOf(name, { kind: "elicited", low, high, sure: 80, quantity: of, central });
}
