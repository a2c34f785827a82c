/** Runs the scenario on the board and shows the newest answer. */
import { ConnectionLostError } from "../client/connection.ts";
import type { Context } from "./context.ts";
import { ResultShelf } from "./result-shelf.ts";
import { RunQueue } from "./run-queue.ts";
import { currentScenario, NO_RUN } from "./state.ts";

/** Explaining the change by cause takes several times as long as the run: it waits until the board has been quiet. */
const EXPLAIN_AFTER_MS = 250;

export interface Running {
  readonly shelf: ResultShelf;
  /** Runs the scenario on the board as it now stands. */
  run(): void;
  /** Forgets everything about the document that was open. */
  forget(): void;
}

export function createRunning(context: Context): Running {
  const { store, client } = context;
  const shelf = new ResultShelf();
  const setRun = (change: Partial<typeof NO_RUN>): void =>
    store.setState(({ run }) => ({ run: { ...run, ...change } }));

  const queue = new RunQueue({
    run: (request) => client.calls.runs.run(request),
    newRunId: context.newId,
    after: context.after,
    onResult: (result, wish) => {
      const { shown, explained } = store.getState().run;
      shelf.put(result, [shown, explained]);
      context.paint(
        () =>
          setRun({
            shown: result.runId,
            shownFor: wish.scenario,
            failed: false,
            ...(wish.bridge ? { explained: result.runId } : {}),
          }),
        () => context.mark("careshift:painted", { runId: result.runId, computeMs: result.computeMs }),
      );
    },
    onProblem: (error, kind) => {
      setRun({ failed: true });
      context.say({
        kind: "problem",
        title: kind === "crashed" ? "The engine stopped in the middle of a run" : "This scenario cannot be run",
        text: error.message,
        remedy:
          kind === "crashed"
            ? "The engine has been started again. The figures shown are those of the last run that finished: change anything, or run again."
            : "The figures shown are those of the last scenario that could be run. Undo the last change, or put the amount right.",
      });
    },
    onUnreachable: (problem) => {
      setRun({ failed: true });
      // A lost connection has a message of its own, and the run is asked again once it is back.
      if (problem instanceof ConnectionLostError) return;
      context.say({
        kind: "problem",
        title: "The answer could not be read",
        text: problem instanceof Error ? problem.message : String(problem),
        remedy: "The figures shown are those of the last run that finished.",
      });
    },
    onSlow: (slow) => {
      if (store.getState().run.slow !== slow) setRun({ slow });
    },
  });

  let stopExplaining: (() => void) | null = null;
  const request = (bridge: boolean): void => {
    stopExplaining?.();
    stopExplaining = null;
    const { document } = store.getState();
    const scenario = currentScenario(store.getState());
    if (document === null || scenario === null) return;
    queue.request({ datasetId: document.dataset.id, scenario, bridge });
    if (!bridge) stopExplaining = context.after(EXPLAIN_AFTER_MS, () => request(true));
  };

  return {
    shelf,
    // The first answer explains itself; later ones come quickly, and are explained once the board is quiet.
    run: () => request(store.getState().run.shown === null),
    forget() {
      stopExplaining?.();
      stopExplaining = null;
      queue.clear();
      store.setState({ run: NO_RUN });
    },
  };
}
