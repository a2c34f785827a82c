/**
 * The threads that share a run with draws: the one that asks takes part itself. A thread that dies fails the phase that
 * it was in, in words, and is replaced at the next.
 */
import type { DrawMachine } from "../../models/index.ts";
import type { StartThread, Thread } from "../thread.ts";
import { fromDrawThread } from "./draw-messages.ts";
import type { ToDrawThread } from "./draw-messages.ts";
import { DrawWork } from "./draw-work.ts";
import { NEXT } from "./task.ts";
import type { DrawTask, Phase, PhaseAnswer } from "./task.ts";

export class CrewLost extends Error {}

export interface Crew {
  /** Opens a run for all threads. */
  open(task: DrawTask): OpenRun;
  close(): void;
  /** The threads that help: for tests that end one. */
  readonly threads: readonly Thread[];
}

export interface OpenRun {
  /** Goes through a phase with all threads; their answers, this thread's first. Throws CrewLost when one of them dies. */
  phase(phase: Phase): Promise<readonly PhaseAnswer[]>;
  close(): void;
}

interface Helper {
  thread: Thread;
  /** Set while it is in a phase. */
  settle: ((answer: PhaseAnswer | CrewLost) => void) | null;
  lost: boolean;
}

/** `helpers` threads beside this one; none are started before they are needed. */
export function createCrew(machine: DrawMachine, start: StartThread, helpers: number): Crew {
  const crew: Helper[] = [];
  let phases = 0;

  function startHelper(): Helper {
    const helper: Helper = { thread: NOBODY, settle: null, lost: false };
    helper.thread = start({
      message: (message) => {
        const parsed = fromDrawThread.safeParse(message);
        if (!parsed.success) return lose(helper, "it sent an answer that cannot be read");
        const { data } = parsed;
        if (data.kind === "answer" && data.number === phases) settle(helper, data.answer);
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
    helper.thread.terminate();
    settle(helper, new CrewLost(why));
  }

  const post = (helper: Helper, message: ToDrawThread): void => helper.thread.post(message);

  return {
    open(task) {
      const own = new DrawWork(machine, task);
      for (let i = 0; i < helpers; i++) {
        if (crew[i] === undefined || crew[i]?.lost === true) crew[i] = startHelper();
        post(crew[i] as Helper, { kind: "task", task });
      }
      return {
        async phase(phase) {
          phases += 1;
          Atomics.store(task.shared, NEXT, 0);
          const others = crew.map(
            (helper) =>
              new Promise<PhaseAnswer | CrewLost>((resolve) => {
                if (helper.lost) return resolve(new CrewLost("it had ended before"));
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
          for (const helper of crew) if (!helper.lost) post(helper, { kind: "task", task: null });
        },
      };
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
