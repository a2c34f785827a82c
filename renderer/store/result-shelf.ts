/** Results by run id, outside the store's state: large, immutable, and only the newest few are worth their memory. */
import type { RunResult } from "../client/results.ts";

const KEPT = 4;

export class ResultShelf {
  readonly #results = new Map<string, RunResult>();

  /** Puts a result on the shelf and takes the oldest off it, but none of those that are `inUse`. */
  put(result: RunResult, inUse: readonly (string | null)[]): void {
    this.#results.set(result.runId, result);
    for (const id of this.#results.keys()) {
      if (this.#results.size <= KEPT) break;
      if (!inUse.includes(id) && id !== result.runId) this.#results.delete(id);
    }
  }

  get(runId: string | null): RunResult | null {
    return runId === null ? null : (this.#results.get(runId) ?? null);
  }
}
