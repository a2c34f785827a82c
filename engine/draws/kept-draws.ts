/**
 * Draws that a thread has made once are kept for its next runs: while a slider moves, the assumptions and their draws
 * stay what they are. What is kept changes no bit of a result, only the time it takes.
 */
import { createDraws, distributionFrom } from "../../models/index.ts";
import type { ColumnFiller, Draws } from "../../models/index.ts";
import type { DrawTask } from "./task.ts";

/** Bytes of draws that a thread keeps. */
const MOST_KEPT = 32 * 2 ** 20;

/** Opens the draws of plans, one after the other; those of the last plan are kept. */
export function createKeptDraws(filler: ColumnFiller | undefined): (plan: DrawTask["plan"]) => Pick<Draws, "fill"> {
  let key = "";
  let last: Pick<Draws, "fill"> | null = null;
  return (plan) => {
    const own = JSON.stringify(plan);
    if (last === null || own !== key) {
      const draws = createDraws({ ...plan, assumptions: plan.assumptions.map(distributionFrom) }, filler);
      const columns = plan.assumptions.length + (plan.chance?.length ?? 0);
      const bytes = columns * plan.draws * Float64Array.BYTES_PER_ELEMENT;
      last = bytes <= MOST_KEPT ? new KeptDraws(draws, columns, plan.draws) : draws;
      key = own;
    }
    return last;
  };
}

class KeptDraws implements Pick<Draws, "fill"> {
  readonly #draws: Draws;
  readonly #columns: readonly Float64Array[];
  /** 1 for each draw that is kept. */
  readonly #known: Uint8Array;

  constructor(draws: Draws, columns: number, count: number) {
    this.#draws = draws;
    this.#columns = Array.from({ length: columns }, () => new Float64Array(count));
    this.#known = new Uint8Array(count);
  }

  fill(into: readonly Float64Array[], at: number, from: number, count: number): void {
    if (this.#known.subarray(from, from + count).includes(0)) {
      this.#draws.fill(into, at, from, count);
      this.#columns.forEach((column, i) => column.set((into[i] as Float64Array).subarray(at, at + count), from));
      this.#known.fill(1, from, from + count);
      return;
    }
    this.#columns.forEach((column, i) => (into[i] as Float64Array).set(column.subarray(from, from + count), at));
  }
}
