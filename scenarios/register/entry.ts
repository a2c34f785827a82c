/** One number of the assumption register. Described for readers in docs/method/register.md. */
import type { Confidence } from "../register-schema.ts";

/** Who set it: the program or its evidence library; the dataset; or this scenario. */
export type SetBy = "default" | "dataset" | "user";

/**
 * "illustrative": invented for an example. "placeholder": nobody measured it. "assumed": the program's, as the dataset is
 * silent. "service-claim": what a service says of itself. "decision": what the scenario asks, which is no assumption.
 */
export type RegisterStanding =
  | "real"
  | "derived"
  | "illustrative"
  | "assumed"
  | "sourced"
  | "service-claim"
  | "placeholder"
  | "set here"
  | "decision";

export interface RegisterRange {
  /** "pert", "log-normal", ... */
  readonly kind: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly setBy: SetBy;
}

export interface RegisterEntry {
  /** As in a scenario's assumptions and ranges; "table:NAME" for a whole table of the dataset. */
  readonly key: string;
  readonly label: string;
  /** Null for a table. */
  readonly value: number | null;
  /** How many numbers it is: 1, or those of a table. */
  readonly numbers: number;
  readonly unit: string;
  /** Null: the same in every draw. */
  readonly range: RegisterRange | null;
  readonly setBy: SetBy;
  readonly standing: RegisterStanding;
  /** The value that the scenario put its own in place of; null where it did not, or there was none. */
  readonly inPlaceOf: number | null;
  readonly source: string;
  /** Null: nobody has said. */
  readonly owner: string | null;
  readonly date: string | null;
  readonly confidence: Confidence;
  readonly note: string | null;
  /** Variables whose formulas read it; none where this run does not use it. */
  readonly readBy: readonly string[];
  /** Of the usual results, those that it can change. */
  readonly results: readonly string[];
}

/** Whether the number is there only until somebody replaces it. */
export function isIllustrative({ standing }: Pick<RegisterEntry, "standing">): boolean {
  return standing === "illustrative" || standing === "placeholder";
}

/** How sure a number is where the scenario does not say. */
export function confidenceOf(standing: RegisterStanding): Confidence {
  if (standing === "real" || standing === "decision") return "high";
  return standing === "derived" || standing === "sourced" || standing === "set here" ? "medium" : "low";
}
