/**
 * The engine's workers. Runs wait in one queue; within a lane the latest wins. A run that is no longer wanted is settled
 * at once, and its worker is given a moment to finish it before it is ended. A worker that dies takes its run with it,
 * says so, and is replaced.
 */
import type { Dataset } from "../datasets/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import type { DrawOptions, EngineError } from "./contract/index.ts";
import { STOP } from "./draws/task.ts";
import { crash, engineClosed, noStart } from "./engine-stopped.ts";
import { fromWorker } from "./messages.ts";
import type { FromWorker, RangesFrame, RunFrame, ToWorker } from "./messages.ts";
import type { StartThread, Thread } from "./thread.ts";

export interface Job {
  readonly runId: string;
  readonly lane: string;
  readonly datasetId: string;
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly work: Work;
  readonly progress?: (done: number, total: number) => void;
}

/** A run at central values, or one with draws, which tells of its first answer. */
export type Work =
  | { readonly kind: "run"; readonly bridge: boolean }
  | {
      readonly kind: "draw";
      readonly options: DrawOptions;
      readonly against?: Scenario | undefined;
      readonly coarse: (ranges: RangesFrame) => void;
    };

export type JobOutcome =
  | { readonly kind: "done"; readonly frame: RunFrame }
  | { readonly kind: "ranges"; readonly ranges: RangesFrame }
  | { readonly kind: "superseded" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: EngineError }
  | { readonly kind: "crashed"; readonly error: EngineError };

export interface PoolOptions {
  readonly start: StartThread;
  readonly size: number;
  /** Told when a worker has died and another one takes its place. */
  readonly replaced: (message: string) => void;
  /** How long a worker may go on with a run that nobody wants any more. */
  readonly graceMs?: number;
}

export interface Pool {
  run(job: Job): Promise<JobOutcome>;
  /** Whether a run of that id was waiting or being computed. */
  cancel(runId: string): boolean;
  /** Workers need not keep this dataset any more. */
  drop(datasetId: string): void;
  /** Ends every worker and settles every run as cancelled. */
  close(): void;
  /** The threads there are, the one that computes `runId` first: for tests that end one. */
  threads(runId?: string): readonly Thread[];
}

interface Ticket {
  readonly number: number;
  readonly job: Job;
  /** Numbers that the workers of a run with draws share: place `STOP` stops it. */
  readonly shared: Int32Array;
  settle: ((outcome: JobOutcome) => void) | null;
}

interface Slot {
  thread: Thread;
  ready: boolean;
  ticket: Ticket | null;
  lane: string;
  readonly keeps: Set<string>;
  grace: NodeJS.Timeout | null;
}

const MOST_FAILED_STARTS = 3;
const GRACE_MS = 2000;

export function createPool(options: PoolOptions): Pool {
  const slots = new Set<Slot>();
  const waiting: Ticket[] = [];
  let tickets = 0;
  let failedStarts = 0;
  let closed = false;

  function settle(ticket: Ticket, outcome: JobOutcome): void {
    const tell = ticket.settle;
    ticket.settle = null;
    tell?.(outcome);
  }

  function startSlot(): void {
    const slot: Slot = { thread: noThread, ready: false, ticket: null, lane: "", keeps: new Set(), grace: null };
    slots.add(slot);
    slot.thread = options.start({
      message: (message) => {
        if (slots.has(slot)) receive(slot, message);
      },
      ended: (why) => {
        if (slots.has(slot)) buryAndReplace(slot, why);
      },
    });
  }

  function receive(slot: Slot, message: unknown): void {
    const parsed = fromWorker.safeParse(message);
    if (!parsed.success) {
      buryAndReplace(slot, "it sent an answer that cannot be read");
      return;
    }
    const answer = parsed.data;
    if (answer.kind === "ready") {
      slot.ready = true;
      failedStarts = 0;
    } else if (slot.ticket !== null && slot.ticket.number === answer.ticket) {
      take(slot, slot.ticket, answer);
    }
    pump();
  }

  function take(slot: Slot, ticket: Ticket, answer: Exclude<FromWorker, { kind: "ready" }>): void {
    if (answer.kind === "progress") {
      if (ticket.settle !== null) ticket.job.progress?.(answer.done, answer.total);
      return;
    }
    if (answer.kind === "coarse") {
      if (ticket.settle !== null && ticket.job.work.kind === "draw") ticket.job.work.coarse(answer.ranges);
      return;
    }
    release(slot);
    settle(ticket, outcomeOf(answer));
  }

  function release(slot: Slot): void {
    if (slot.grace !== null) clearTimeout(slot.grace);
    slot.grace = null;
    slot.ticket = null;
  }

  function buryAndReplace(slot: Slot, why: string): void {
    slots.delete(slot);
    slot.thread.terminate();
    const { ticket } = slot;
    release(slot);
    if (closed) return;
    if (slot.ready) {
      options.replaced(`The engine's worker stopped (${why}) and was replaced.`);
      if (ticket !== null) settle(ticket, { kind: "crashed", error: crash(why) });
    } else {
      failedStarts += 1;
    }
    if (failedStarts >= MOST_FAILED_STARTS) {
      for (const stranded of waiting.splice(0)) settle(stranded, { kind: "crashed", error: noStart(why) });
    } else if (slots.size === 0 || waiting.length > 0) {
      startSlot();
    }
    pump();
  }

  /** Gives waiting runs to free workers: the one that last worked in the same lane, if it is free, for what it remembers. */
  function pump(): void {
    while (waiting.length > 0) {
      const free = [...slots].filter((slot) => slot.ready && slot.ticket === null);
      const next = waiting[0];
      if (next === undefined) return;
      const slot = free.find((candidate) => candidate.lane === next.job.lane) ?? free[0];
      if (slot === undefined) {
        const starting = [...slots].filter((candidate) => !candidate.ready).length;
        if (slots.size < options.size && starting < waiting.length) startSlot();
        return;
      }
      waiting.shift();
      give(slot, next);
    }
  }

  function give(slot: Slot, ticket: Ticket): void {
    const { job } = ticket;
    slot.ticket = ticket;
    slot.lane = job.lane;
    if (!slot.keeps.has(job.datasetId)) {
      slot.keeps.add(job.datasetId);
      send(slot, { kind: "keep-dataset", datasetId: job.datasetId, dataset: job.dataset });
    }
    const { datasetId, scenario, work } = job;
    const common = { ticket: ticket.number, datasetId, scenario };
    if (work.kind === "run") send(slot, { kind: "run", ...common, bridge: work.bridge });
    else send(slot, { kind: "draw", ...common, against: work.against, options: work.options, shared: ticket.shared });
  }

  function send(slot: Slot, message: ToWorker): void {
    slot.thread.post(message);
  }

  /** Settles the runs that `unwanted` picks; draws stop at the next tile, other work may finish within the grace. */
  function abandon(unwanted: (job: Job) => boolean, outcome: JobOutcome): boolean {
    let any = false;
    for (const ticket of waiting.filter(({ job }) => unwanted(job))) {
      waiting.splice(waiting.indexOf(ticket), 1);
      settle(ticket, outcome);
      any = true;
    }
    for (const slot of slots) {
      if (slot.ticket === null || slot.ticket.settle === null || !unwanted(slot.ticket.job)) continue;
      settle(slot.ticket, outcome);
      Atomics.store(slot.ticket.shared, STOP, 1);
      slot.grace = setTimeout(() => replaceQuietly(slot), options.graceMs ?? GRACE_MS);
      slot.grace.unref();
      any = true;
    }
    return any;
  }

  function replaceQuietly(slot: Slot): void {
    slots.delete(slot);
    slot.thread.terminate();
    release(slot);
    if (!closed) startSlot();
  }

  startSlot();
  return {
    run: (job) =>
      new Promise((resolve) => {
        if (closed) {
          resolve({ kind: "crashed", error: engineClosed });
          return;
        }
        abandon((other) => other.lane === job.lane, { kind: "superseded" });
        tickets += 1;
        waiting.push({ number: tickets, job, shared: new Int32Array(new SharedArrayBuffer(8)), settle: resolve });
        // After starts that failed, each new run tries once more.
        if (failedStarts >= MOST_FAILED_STARTS) failedStarts = MOST_FAILED_STARTS - 1;
        if (slots.size === 0) startSlot();
        pump();
      }),
    cancel: (runId) => abandon((job) => job.runId === runId, { kind: "cancelled" }),
    drop: (datasetId) => {
      for (const slot of slots) {
        if (slot.keeps.delete(datasetId)) send(slot, { kind: "drop-dataset", datasetId });
      }
    },
    close: () => {
      closed = true;
      abandon(() => true, { kind: "cancelled" });
      for (const slot of slots) {
        release(slot);
        slot.thread.terminate();
      }
      slots.clear();
    },
    threads: (runId) =>
      [...slots]
        .sort((a, b) => Number(b.ticket?.job.runId === runId) - Number(a.ticket?.job.runId === runId))
        .map((slot) => slot.thread),
  };
}

function outcomeOf(answer: Exclude<FromWorker, { kind: "ready" | "progress" | "coarse" }>): JobOutcome {
  switch (answer.kind) {
    case "done":
      return { kind: "done", frame: answer.frame };
    case "ranges":
      return { kind: "ranges", ranges: answer.ranges };
    // Only a run that nobody wants is stopped: it has been settled already.
    case "stopped":
      return { kind: "cancelled" };
    case "failed":
      return { kind: "failed", error: answer.error };
  }
}

const noThread: Thread = { post: () => undefined, terminate: () => undefined };
