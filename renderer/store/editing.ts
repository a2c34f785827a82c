/** Changes to the scenario on the board, each one undoable. */
import type { Scenario } from "../../scenarios/index.ts";
import type { Context } from "./context.ts";
import * as steps from "./history.ts";
import type { Running } from "./running.ts";
import { currentScenario, type Draft } from "./state.ts";

export interface Editing {
  /** Puts a changed scenario on the board. Edits with the same gesture (a drag) are one step of undo. */
  edit(scenario: Scenario, gesture?: string | null): void;
  endGesture(): void;
  undo(): void;
  redo(): void;
  /** Shows another scenario of the document. */
  choose(index: number): void;
  setTitle(title: string): void;
}

function sameDraft(a: Draft, b: Draft): boolean {
  return a.current === b.current && JSON.stringify(a.scenarios) === JSON.stringify(b.scenarios);
}

export function createEditing({ store, mark }: Context, running: Running): Editing {
  const step = (change: (history: steps.History<Draft>) => steps.History<Draft>): void => {
    const before = store.getState().history;
    if (before === null) return;
    const history = change(before);
    if (history === before) return;
    store.setState({ history });
    if (history.present !== before.present) running.run();
  };

  const editing: Editing = {
    edit(scenario, gesture = null) {
      mark("careshift:input", { gesture });
      step((history) => {
        const { scenarios, current } = history.present;
        if (scenarios[current] === scenario) return history;
        return steps.edit(history, { current, scenarios: scenarios.with(current, scenario) }, gesture);
      });
    },
    endGesture: () => step((history) => steps.endGesture(history, sameDraft)),
    undo: () => step(steps.undo),
    redo: () => step(steps.redo),
    choose: (index) =>
      step((history) =>
        index in history.present.scenarios
          ? steps.edit(history, { ...history.present, current: index }, null)
          : history,
      ),
    setTitle(title) {
      const scenario = currentScenario(store.getState());
      const clean = title.trim().slice(0, 200);
      if (scenario !== null && clean !== "" && clean !== scenario.title) editing.edit({ ...scenario, title: clean });
    },
  };
  return editing;
}
