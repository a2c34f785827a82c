/** Whether anyone holds shut the beds that a plan lets close: without it, no cash comes out (model.md section 12). */
import type { CommissioningResults } from "../../models/index.ts";
import { byYear } from "./read.ts";

/** Less than half a pound is not spoken of. */
const HALF = 0.5;

/** Nothing could be released; nobody has agreed to what could; a part of it, or all of it, is agreed. */
export type Holding = "nothing to hold" | "nobody" | "part" | "all";

/** Over all years of the plan. */
export function holdingOf(results: CommissioningResults): Holding {
  const could = byYear(results, "releasedIfHeldTotal");
  const released = byYear(results, "releasedTotal");
  if (could.every((amount) => Math.abs(amount) < HALF)) return "nothing to hold";
  if (released.every((amount) => Math.abs(amount) < HALF)) return "nobody";
  return could.every((amount, t) => Math.abs(amount - (released[t] as number)) < HALF) ? "all" : "part";
}

/** Why no cash is released, where some could be: with beds closed, or with bed days saved alone. */
export function nobodyHolds(wardsClose: boolean): string {
  return wardsClose
    ? "because nobody has agreed to hold the beds shut"
    : "because nobody has agreed to take out the cost of the bed days saved";
}
