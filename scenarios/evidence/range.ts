/** Ranges of the evidence library as distributions. Described for readers in docs/method/uncertainty.md. */
import { distributionOf, type Distribution } from "../../models/index.ts";
import type { EvidenceParameter } from "./entry.ts";

/** What kind of quantity a parameter is: shares lie from 0 to 1, amounts at 0 or above. */
export type ParameterQuantity = "share" | "amount";

/**
 * How a parameter may lie about `central`; null where low and high are the same, so that it is certain. A range strictly
 * inside what the quantity may be is read as an 80 % interval: logit-normal for a share, log-normal for an amount. One
 * that touches 0 or 1, or goes below 0, has ends instead: PERT from low to high, most likely the central value.
 */
export function evidenceDistribution(
  name: string,
  { low, central, high }: Pick<EvidenceParameter, "low" | "central" | "high">,
  quantity: ParameterQuantity,
): Distribution | null {
  if (low === high) return null;
  if (low <= 0 || (quantity === "share" && high >= 1)) {
    return distributionOf(name, { kind: "pert", low, mode: central, high, central });
  }
  const of = quantity === "share" ? "share" : "multiplier";
  return distributionOf(name, { kind: "elicited", low, high, sure: 80, quantity: of, central });
}

/**
 * The product of two amounts that are independent of each other: people a place serves x admissions of a person. The
 * logarithms of two log-normal ones add up, and so do their variances. Both must lie above 0.
 */
export function productDistribution(
  name: string,
  first: EvidenceParameter,
  second: EvidenceParameter,
): Distribution | null {
  const parts = [first, second].map((each) => evidenceDistribution(name, each, "amount"));
  const central = first.central * second.central;
  const uncertain = parts.filter((part) => part !== null);
  if (uncertain.length === 0) return null;
  let mu = 0;
  let variance = 0;
  [first, second].forEach(({ central: value }, i) => {
    const part = parts[i];
    if (part === undefined || part === null) {
      mu += Math.log(value);
      return;
    }
    if (part.kind !== "log-normal") throw new Error(`${name} is a product of amounts above 0.`);
    mu += part.parameters["mu"] as number;
    variance += (part.parameters["sigma"] as number) ** 2;
  });
  return distributionOf(name, { kind: "log-normal", mu, sigma: Math.sqrt(variance), central });
}
