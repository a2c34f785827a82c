/** What the store's actions share. */
import type { StoreApi } from "zustand/vanilla";
import type { EngineClient } from "../client/index.ts";
import type { Asker } from "./asker.ts";
import type { AppState, Message } from "./state.ts";

export interface StoreDependencies {
  readonly client: EngineClient;
  readonly asker: Asker;
  readonly newId: () => string;
  /** Calls back after the milliseconds; returns the function that cancels. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** Puts a change on the screen within the next frame; `done` is called once it is there. */
  readonly paint: (change: () => void, done: () => void) => void;
  /** Tells the time line of the browser what happened when: "careshift:input", "careshift:painted". */
  readonly mark: (name: string, detail: unknown) => void;
}

export interface Context extends StoreDependencies {
  readonly store: StoreApi<AppState>;
  readonly say: (message: Omit<Message, "id">) => void;
}

/** Adds a message, in place of an earlier one about the same. */
export function sayer(store: StoreApi<AppState>, newId: () => string): Context["say"] {
  return (message) => {
    store.setState(({ messages }) => ({
      messages: [...messages.filter(({ title }) => title !== message.title), { ...message, id: newId() }],
    }));
  };
}
