/** The window's store: created from what it depends on, so that tests give it an engine of their own. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { type Context, sayer, type StoreDependencies } from "./context.ts";
import { createDocuments, type Documents } from "./documents.ts";
import { createEditing, type Editing } from "./editing.ts";
import { createPreview, type PreviewActions } from "./preview.ts";
import { LOST_TITLE, REFUSED_TITLE } from "./problems.ts";
import type { ResultShelf } from "./result-shelf.ts";
import { createRunning } from "./running.ts";
import { type AppState, type Dialog, INITIAL_STATE, isDirty, type Measure, type Screen } from "./state.ts";

export interface Actions extends Documents, Editing, PreviewActions {
  go(screen: Screen): void;
  toggleLock(control: string): void;
  setMeasure(measure: Measure): void;
  setBedsOf(specialty: string): void;
  /** Shows the table of these charts, or their drawings when all show their tables. */
  toggleTables(charts: readonly string[]): void;
  dismiss(messageId: string): void;
  showDialog(dialog: Dialog): void;
  answer(value: unknown): void;
}

export interface AppStore {
  readonly state: StoreApi<AppState>;
  readonly actions: Actions;
  readonly shelf: ResultShelf;
  /** Asks the engine for the examples and recent files, and listens to it. Returns the function that stops listening. */
  start(): () => void;
}

function toggled<T>(set: ReadonlySet<T>, members: readonly T[]): ReadonlySet<T> {
  const next = new Set(set);
  const all = members.every((member) => set.has(member));
  for (const member of members) {
    if (all) next.delete(member);
    else next.add(member);
  }
  return next;
}

export function createAppStore(dependencies: StoreDependencies): AppStore {
  const { client, asker } = dependencies;
  const store = createStore<AppState>(() => INITIAL_STATE);
  const context: Context = { ...dependencies, store, say: sayer(store, dependencies.newId) };
  const running = createRunning(context);
  const documents = createDocuments(context, running);
  const actions: Actions = {
    ...documents,
    ...createEditing(context, running),
    ...createPreview(context),
    go: (screen) => {
      if (screen === "home" || store.getState().document !== null) store.setState({ screen });
      if (screen === "home") void documents.refreshRecent();
    },
    toggleLock: (control) => store.setState(({ locks }) => ({ locks: toggled(locks, [control]) })),
    setMeasure: (measure) => store.setState({ measure }),
    setBedsOf: (bedsOf) => store.setState({ bedsOf }),
    toggleTables: (charts) => store.setState(({ tables }) => ({ tables: toggled(tables, charts) })),
    dismiss: (id) => store.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) })),
    showDialog: (dialog) => void asker.ask(dialog),
    answer: (value) => asker.answer(value),
  };

  async function greet(): Promise<void> {
    try {
      store.setState({ examples: await client.calls.documents.examples() });
      await documents.refreshRecent();
    } catch {
      // No connection yet: it is asked again when there is one, and the loss has its own message.
    }
  }

  async function listenToEngine(): Promise<void> {
    try {
      for await (const event of await client.calls.runs.events()) {
        if (event.kind === "worker-replaced")
          context.say({ kind: "notice", title: "The engine was started again", text: event.message, remedy: "" });
      }
    } catch {
      // The stream ends with its connection, and starts again with the next one.
    }
  }

  function connected(): void {
    store.setState(({ messages }) => ({
      messages: messages.filter(({ title }) => title !== LOST_TITLE && title !== REFUSED_TITLE),
    }));
    void greet();
    void listenToEngine();
    if (store.getState().run.failed) running.run();
  }

  return {
    state: store,
    actions,
    shelf: running.shelf,
    start() {
      const stops = [
        asker.onChange((dialog) => store.setState({ dialog })),
        client.connection.onChange((connection) => {
          store.setState({ connection });
          if (connection.kind === "open") connected();
          else if (connection.kind === "refused")
            context.say({
              kind: "problem",
              title: REFUSED_TITLE,
              text: connection.reason,
              remedy: "This window then connects by itself.",
            });
          else if (connection.kind === "lost")
            context.say({
              kind: "problem",
              title: LOST_TITLE,
              text: "Careshift tries again by itself. Nothing that you entered is lost, and the figures shown stay.",
              remedy: "If it does not come back, start Careshift again from where you started it.",
            });
        }),
        store.subscribe((state, before) => {
          if (state.document !== before.document || state.history !== before.history || state.saved !== before.saved)
            client.shell?.setDirty(
              state.document?.file?.name ?? state.document?.dataset.title ?? "Careshift",
              isDirty(state),
            );
        }),
      ];
      if (client.shell !== null) stops.push(client.shell.onOpenFile((file) => void documents.openFile(file)));
      if (client.connection.state.kind === "open") {
        store.setState({ connection: client.connection.state });
        connected();
      }
      return () => stops.forEach((stop) => stop());
    },
  };
}
