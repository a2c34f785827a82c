/** The last save of a window that is to close. */
import type { CareshiftShell } from "../client/shell.ts";
import type { AppStore } from "../store/app-store.ts";
import { unsaved } from "../store/state.ts";

/**
 * Saves every scenario that has unsaved changes, each shown while it is, and tells the shell whether all are in files: not
 * when a save failed or the person gave one up. A change made meanwhile is saved as well.
 */
export async function saveToClose(store: AppStore, shell: Pick<CareshiftShell, "savedToClose">): Promise<void> {
  const { state, actions } = store;
  let saved = false;
  try {
    for (;;) {
      const places = unsaved(state.getState());
      const current = state.getState().history?.present.current ?? 0;
      const next = places.includes(current) ? current : places[0];
      if (next === undefined) break;
      if (next !== current) actions.choose(next);
      if (!(await actions.save())) return;
    }
    saved = true;
  } finally {
    shell.savedToClose(saved);
  }
}
