/** The store in React: what a component selects, the actions, and the result on the screen. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { RunResult } from "../client/results.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Actions, AppStore } from "./app-store.ts";
import { type AppState, currentScenario, type OpenDocument } from "./state.ts";

export const AppStoreContext = createContext<AppStore | null>(null);

function useAppStore(): AppStore {
  const store = useContext(AppStoreContext);
  if (store === null) throw new Error("The window's store is missing.");
  return store;
}

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore().state, select);
}

export function useActions(): Actions {
  return useAppStore().actions;
}

/** Reads the state as it is when called, for what happens later: a key press, a drag. */
export function useReadState(): () => AppState {
  return useAppStore().state.getState;
}

/** The result on the screen, or null before the first one. */
export function useShownResult(): RunResult | null {
  const store = useAppStore();
  const shown = useStore(store.state, (state) => state.run.shown);
  return store.shelf.get(shown);
}

/** The newest result that explains the change by cause, and whether it is older than the one on the screen. */
export function useExplainedResult(): { readonly result: RunResult | null; readonly older: boolean } {
  const store = useAppStore();
  const explained = useStore(store.state, (state) => state.run.explained);
  const older = useStore(store.state, (state) => state.run.explained !== state.run.shown);
  return { result: store.shelf.get(explained), older };
}

/** For screens that are only there while something is open. */
export function useOpenDocument(): OpenDocument {
  const document = useApp((state) => state.document);
  if (document === null) throw new Error("Nothing is open.");
  return document;
}

export function useScenario(): Scenario {
  const scenario = useApp(currentScenario);
  if (scenario === null) throw new Error("Nothing is open.");
  return scenario;
}
