/** Runs the newest scenario: at most one in flight, at most one waiting; what was waiting before is forgotten. */
import type { EngineError, RunOutcome, RunRequest } from "../../engine/contract/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { readResult, type RunResult } from "../client/results.ts";

export interface RunWish {
  readonly datasetId: string;
  readonly scenario: Scenario;
  readonly bridge: boolean;
}

export interface RunQueueDependencies {
  readonly run: (request: RunRequest) => Promise<RunOutcome>;
  readonly newRunId: () => string;
  /** Calls back after the milliseconds; returns the function that cancels. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  readonly onResult: (result: RunResult, wish: RunWish) => void;
  readonly onProblem: (problem: EngineError, kind: "failed" | "crashed", wish: RunWish) => void;
  /** The call itself did not get through. */
  readonly onUnreachable: (problem: unknown, wish: RunWish) => void;
  /** True once an answer has been awaited for longer than is comfortable, false when it is there. */
  readonly onSlow: (slow: boolean) => void;
}

export const LANE = "workbench";
const SLOW_AFTER_MS = 150;

export class RunQueue {
  readonly #do: RunQueueDependencies;
  #inFlight = false;
  #waiting: RunWish | null = null;
  #stopSlowTimer: (() => void) | null = null;
  /** Counts documents: an answer for one that has been closed is dropped. */
  #generation = 0;

  constructor(dependencies: RunQueueDependencies) {
    this.#do = dependencies;
  }

  request(wish: RunWish): void {
    this.#waiting = wish;
    this.#startSlowTimer();
    if (!this.#inFlight) void this.#next();
  }

  /** Forgets what waits and drops what is under way. */
  clear(): void {
    this.#generation += 1;
    this.#waiting = null;
    this.#settled();
  }

  async #next(): Promise<void> {
    const wish = this.#waiting;
    if (wish === null) return;
    this.#waiting = null;
    this.#inFlight = true;
    const generation = this.#generation;
    try {
      const outcome = await this.#do.run({ runId: this.#do.newRunId(), lane: LANE, ...wish });
      if (generation === this.#generation) await this.#take(outcome, wish, generation);
    } catch (problem) {
      if (generation === this.#generation) this.#do.onUnreachable(problem, wish);
    } finally {
      this.#inFlight = false;
      this.#settled();
      if (this.#waiting !== null) {
        this.#startSlowTimer();
        void this.#next();
      }
    }
  }

  async #take(outcome: RunOutcome, wish: RunWish, generation: number): Promise<void> {
    if (outcome.kind === "done") {
      const result = await readResult(outcome);
      if (generation === this.#generation) this.#do.onResult(result, wish);
    } else if (outcome.kind === "failed" || outcome.kind === "crashed") {
      this.#do.onProblem(outcome.error, outcome.kind, wish);
    }
    // Superseded and cancelled runs have a successor, or nobody who waits for them.
  }

  #startSlowTimer(): void {
    this.#stopSlowTimer ??= this.#do.after(SLOW_AFTER_MS, () => this.#do.onSlow(true));
  }

  #settled(): void {
    this.#stopSlowTimer?.();
    this.#stopSlowTimer = null;
    this.#do.onSlow(false);
  }
}
