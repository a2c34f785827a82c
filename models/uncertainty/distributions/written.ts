/** A distribution as it is written down (in a file, or typed), and the distribution it stands for. */
import { refuse } from "./check.ts";
import { beta, pert } from "./beta.ts";
import type { BetaNumbers } from "./beta.ts";
import type { Distribution } from "./distribution.ts";
import { elicited } from "./elicited.ts";
import type { ElicitedInterval } from "./elicited.ts";
import { logitNormal, logNormal, normal } from "./normal.ts";
import type { LogNormalNumbers } from "./normal.ts";
import { fixed, triangular, uniform } from "./simple.ts";

interface Stated {
  /** Stated central value; absent, the mean serves. */
  readonly central?: number | undefined;
}

export type WrittenDistribution =
  | { readonly kind: "fixed"; readonly value: number }
  | ({ readonly kind: "uniform"; readonly low: number; readonly high: number } & Stated)
  | ({
      readonly kind: "triangular" | "pert";
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    } & Stated)
  | ({ readonly kind: "normal"; readonly mean: number; readonly sd: number } & Stated)
  | ({ readonly kind: "log-normal" } & LogNormalNumbers)
  | ({ readonly kind: "logit-normal"; readonly mu: number; readonly sigma: number } & Stated)
  | ({ readonly kind: "beta" } & BetaNumbers)
  | ({ readonly kind: "elicited" } & ElicitedInterval);

/** The distribution of an assumption. Throws ModelInputError when what is written is not one. */
export function distributionOf(parameter: string, written: WrittenDistribution): Distribution {
  switch (written.kind) {
    case "fixed":
      return fixed(parameter, written);
    case "uniform":
      return uniform(parameter, written);
    case "triangular":
      return triangular(parameter, written);
    case "pert":
      return pert(parameter, written);
    case "normal":
      return normal(parameter, written);
    case "log-normal":
      return logNormal(parameter, written);
    case "logit-normal":
      return logitNormal(parameter, written);
    case "beta":
      return beta(parameter, written);
    case "elicited":
      return elicited(parameter, written);
    default: {
      const { kind } = written as { kind: unknown };
      const kinds = "fixed, uniform, triangular, pert, normal, log-normal, logit-normal, beta or elicited";
      return refuse(parameter, "written", "kind", kind, `its distribution is said to be ${String(kind)}.`, kinds);
    }
  }
}
