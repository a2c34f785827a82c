/** Which results rest on values that are there only until somebody replaces them. */
import { formatCount } from "../format/numbers.ts";
import { isIllustrative } from "./entry.ts";
import type { AssumptionRegister } from "./register.ts";

export interface IllustrativeReport {
  /** One sentence; empty where nothing is illustrative. */
  readonly statement: string;
  readonly keys: readonly string[];
  /** Ids of the results that rest on at least one of them. */
  readonly results: readonly string[];
}

/** Numbers that no formula of this run reads do not count. */
export function illustrativeReport({ entries }: AssumptionRegister): IllustrativeReport {
  const used = entries.filter(({ readBy }) => readBy.length > 0);
  const marked = used.filter(isIllustrative);
  const all = new Set(used.flatMap(({ results }) => results));
  const resting = new Set(marked.flatMap(({ results }) => results));
  const count = formatCount(marked.length);
  const which =
    resting.size === all.size
      ? "Every result rests"
      : `${formatCount(resting.size)} of ${formatCount(all.size)} results rest`;
  return {
    statement:
      marked.length === 0
        ? ""
        : `Of the ${formatCount(used.length)} numbers in the register ${count} ${marked.length === 1 ? "is" : "are"} illustrative or a placeholder, until replaced. ${which} on some of them.`,
    keys: marked.map(({ key }) => key),
    results: [...resting],
  };
}
