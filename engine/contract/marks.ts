/** Which of a run's results are not the model's own figures. */
import type { Mark } from "../../models/index.ts";
import type { ResultBlock } from "./runs.ts";

/** By result id; undefined where all results are the model's own. */
export function marksIn(blocks: readonly ResultBlock[]): ReadonlyMap<string, Mark> | undefined {
  const marked = blocks.flatMap(({ id, mark }): [string, Mark][] => (mark === undefined ? [] : [[id, mark]]));
  return marked.length === 0 ? undefined : new Map(marked);
}
