/**
 * The threads that share a run with draws: the one that asks takes part itself, and those that are ready help it. A thread
 * that dies fails the phase that it was in, in words, and is replaced at the next run.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { DrawMachine } from "../../models/index.ts";
import type { StartThread, Thread } from "../thread.ts";
import { fromDrawThread } from "./draw-messages.ts";
import type { ToDrawThread } from "./draw-messages.ts";
import { DrawWork } from "./draw-work.ts";
import { createKeptDraws } from "./kept-draws.ts";
import { NEXT } from "./task.ts";
import type { DrawTask, Phase, PhaseAnswer } from "./task.ts";

export class CrewLost extends Error {}

export interface Crew {
  /** Opens a run for all threads. */
  open(task: DrawTask): OpenRun;
  /** Starts the threads that are not there, so that a run need not; fulfilled when each is ready, or could not start. */
  prepare(): Promise<void>;
  close(): void;
  /** The threads that help: for tests that end one. */
  readonly threads: readonly Thread[];
}

export interface OpenRun {
  /** Goes through a phase with all threads that are ready; their answers, this thread's first. Throws CrewLost when one of them dies. */
  phase(phase: Phase): Promise<readonly PhaseAnswer[]>;
  close(): void;
}

interface Helper {
  thread: Thread;
  /** Set while it is in a phase. */
  settle: ((answer: PhaseAnswer | CrewLost) => void) | null;
  ready: boolean;
  lost: boolean;
  /** Fulfilled when it is ready or lost. */
  readonly started: Promise<void>;
  readonly tellStarted: () => void;
}

/** Threads that were lost before they were ready: after so many no more are tried, and runs go on without. */
const MOST_FAILED_STARTS = 8;

/** `helpers` threads beside this one; none are started before they are needed, or asked for by `prepare`. */
export function createCrew(machine: DrawMachine, start: StartThread, helpers: number): Crew {
  const crew: Helper[] = [];
  const drawsOf = createKeptDraws(machine.filler);
  let phases = 0;
  let failedStarts = 0;

  function startHelper(): Helper {
    let tellStarted = (): void => undefined;
    const started = new Promise<void>((resolve) => (tellStarted = resolve));
    const helper: Helper = { thread: NOBODY, settle: null, ready: false, lost: false, started, tellStarted };
    helper.thread = start({
      message: (message) => {
        const parsed = fromDrawThread.safeParse(message);
        if (!parsed.success) return lose(helper, "it sent an answer that cannot be read");
        const { data } = parsed;
        if (data.kind === "ready") {
          helper.ready = true;
          tellStarted();
        } else if (data.number === phases) settle(helper, data.answer);
      },
      ended: (why) => lose(helper, why),
    });
    return helper;
  }

  function settle(helper: Helper, answer: PhaseAnswer | CrewLost): void {
    const tell = helper.settle;
    helper.settle = null;
    tell?.(answer);
  }

  function lose(helper: Helper, why: string): void {
    if (helper.lost) return;
    helper.lost = true;
    if (!helper.ready) failedStarts += 1;
    helper.tellStarted();
    helper.thread.terminate();
    settle(helper, new CrewLost(why));
  }

  function startMissing(): void {
    for (let i = 0; i < helpers; i++) {
      if (failedStarts >= MOST_FAILED_STARTS) return;
      if (crew[i] === undefined || crew[i]?.lost === true) crew[i] = startHelper();
    }
  }

  const post = (helper: Helper, message: ToDrawThread): void => helper.thread.post(message);

  return {
    open(task) {
      const own = new DrawWork(machine, task, drawsOf(task.plan));
      startMissing();
      const present = crew.filter((helper) => !helper.lost);
      for (const helper of present) post(helper, { kind: "task", task });
      return {
        async phase(phase) {
          phases += 1;
          Atomics.store(task.shared, NEXT, 0);
          // Those that have just become ready say so in a message, which is read between two turns of the loop.
          if (present.some((helper) => !helper.ready)) await nextTurn();
          const others = present
            .filter((helper) => helper.ready && !helper.lost)
            .map(
              (helper) =>
                new Promise<PhaseAnswer | CrewLost>((resolve) => {
                  helper.settle = resolve;
                  post(helper, { kind: "phase", number: phases, phase });
                }),
            );
          const mine = own.take(phase);
          const theirs = await Promise.all(others);
          const lost = theirs.find((answer) => answer instanceof CrewLost);
          if (lost !== undefined) throw lost;
          return [mine, ...(theirs as PhaseAnswer[])];
        },
        close() {
          own.close();
          for (const helper of present) if (!helper.lost) post(helper, { kind: "task", task: null });
        },
      };
    },
    async prepare() {
      startMissing();
      await Promise.all(crew.map(({ started }) => started));
    },
    close() {
      for (const helper of crew) lose(helper, "it was ended");
    },
    get threads() {
      return crew.map((helper) => helper.thread);
    },
  };
}

const NOBODY: Thread = { post: () => undefined, terminate: () => undefined };
