/** Opening, saving and exporting. Work that has not been saved is asked about once. */
import type { FileReference, OpenedDocument } from "../../engine/contract/index.ts";
import type { Context } from "./context.ts";
import { startHistory } from "./history.ts";
import { problemMessage } from "./problems.ts";
import type { Running } from "./running.ts";
import { currentScenario, type Draft, unsaved } from "./state.ts";

export interface Documents {
  openExample(id: string): Promise<void>;
  /** Asks for a file first. */
  open(): Promise<void>;
  openFile(file: FileReference): Promise<void>;
  openDropped(file: File): Promise<void>;
  /** True when the work is safely in a file. */
  save(): Promise<boolean>;
  saveAs(): Promise<boolean>;
  exportPack(): Promise<boolean>;
  forgetRecent(handle: string): Promise<void>;
  refreshRecent(): Promise<void>;
}

export function createDocuments(context: Context, running: Running): Documents {
  const { store, client, asker, say } = context;

  /** Does the work under a line that says what is going on; a failure becomes a message and `null`. */
  async function attempt<T>(busy: string, failure: string, work: () => Promise<T>): Promise<T | null> {
    store.setState({ busy });
    try {
      return await work();
    } catch (problem) {
      say(problemMessage(failure, problem));
      return null;
    } finally {
      store.setState({ busy: null });
    }
  }

  async function refreshRecent(): Promise<void> {
    try {
      store.setState({ recent: await client.calls.documents.recent() });
    } catch {
      // The list is a convenience: without it everything still works, and a lost connection says so itself.
    }
  }

  /** False when the person would rather keep what is open. Asks once; saving goes through all that is unsaved. */
  async function mayLeave(): Promise<boolean> {
    const [first] = unsaved(store.getState());
    if (first === undefined) return true;
    const answer = await asker.askAboutUnsaved(store.getState().history?.present.scenarios[first]?.title ?? "");
    if (answer !== "save") return answer === "discard";
    for (let next: number | undefined = first; next !== undefined; next = unsaved(store.getState())[0]) {
      const { history } = store.getState();
      if (history === null) return true;
      store.setState({ history: { ...history, present: { ...history.present, current: next } } });
      if (!(await save())) return false;
    }
    return true;
  }

  function show(opened: OpenedDocument): void {
    running.forget();
    const draft: Draft = { scenarios: opened.scenarios, current: 0 };
    store.setState({
      document: { dataset: opened.dataset, file: opened.file, fileHolds: 0, verification: opened.verification },
      history: startHistory(draft),
      saved: draft,
      locks: new Set(),
      bedsOf: null,
      tables: new Set(),
      screen: "workbench",
    });
    if (opened.verification !== null) {
      say({
        kind: opened.verification.reproduces ? "notice" : "problem",
        title: opened.verification.reproduces ? "The pack was checked" : "The pack does not reproduce",
        text: opened.verification.statement,
        remedy: "",
      });
    }
    running.run();
    void refreshRecent();
  }

  /** Opens, and only then lets go of what was open: a corrupt file leaves it untouched. */
  async function openBy(name: string, call: () => Promise<OpenedDocument>): Promise<void> {
    const opened = await attempt(`Opening ${name}`, `${name} could not be opened`, call);
    if (opened !== null && (await mayLeave())) show(opened);
  }

  async function openFile(file: FileReference): Promise<void> {
    await openBy(file.name, () => client.calls.documents.open({ handle: file.handle }));
  }

  async function pick(kind: "scenario" | "pack"): Promise<FileReference | null> {
    const title = currentScenario(store.getState())?.title ?? "Scenario";
    const suggested = `${title.replace(/[\\/:*?"<>|]+/g, "-")}${kind === "pack" ? ".careshift" : ".scenario.json"}`;
    try {
      return await client.files.pickSave(kind, suggested);
    } catch (problem) {
      say(problemMessage("The file could not be saved", problem));
      return null;
    }
  }

  async function writeScenario(file: FileReference): Promise<boolean> {
    const { history, document, saved } = store.getState();
    const scenario = currentScenario(store.getState());
    if (history === null || document === null || saved === null || scenario === null) return false;
    const { current } = history.present;
    const written = await attempt(`Saving ${file.name}`, `${file.name} could not be saved`, () =>
      client.calls.files.saveScenario({ handle: file.handle, scenario }),
    );
    if (written === null) return false;
    // The file holds this scenario alone: changes to the document's others are as unsaved as before.
    store.setState({
      saved: { current, scenarios: saved.scenarios.with(current, scenario) },
      document: { ...document, file: written.file, fileHolds: current },
    });
    void refreshRecent();
    return true;
  }

  async function writePack(file: FileReference): Promise<FileReference | null> {
    const { history, document } = store.getState();
    if (history === null || document === null) return null;
    const scenarios = [...history.present.scenarios];
    const written = await attempt(`Writing ${file.name}`, `${file.name} could not be written`, () =>
      client.calls.files.exportPack({ handle: file.handle, datasetId: document.dataset.id, scenarios }),
    );
    if (written === null) return null;
    void refreshRecent();
    return written.file;
  }

  async function save(): Promise<boolean> {
    const { document, history } = store.getState();
    const file = document?.file ?? null;
    if (document === null || history === null) return false;
    // Another scenario of the document must not be written over the one that the file holds.
    if (file?.kind === "scenario" && document.fileHolds === history.present.current) return writeScenario(file);
    if (file?.kind !== "pack") return saveAs();
    const written = await writePack(file);
    if (written === null) return false;
    store.setState({ saved: history.present, document: { ...document, file: written } });
    return true;
  }

  async function saveAs(): Promise<boolean> {
    const file = await pick("scenario");
    return file === null ? false : writeScenario(file);
  }

  return {
    refreshRecent,
    openFile,
    save,
    saveAs,
    async openExample(id) {
      const title = store.getState().examples.find((example) => example.id === id)?.title ?? "The example";
      await openBy(title, () => client.calls.documents.openExample({ id }));
    },
    async open() {
      try {
        const file = await client.files.pickOpen();
        if (file !== null) await openFile(file);
      } catch (problem) {
        say(problemMessage("The file could not be opened", problem));
      }
    },
    async openDropped(file) {
      const received = await attempt(`Reading ${file.name}`, `${file.name} could not be read`, () =>
        client.files.receive(file),
      );
      if (received !== null) await openFile(received);
    },
    async exportPack() {
      const file = await pick("pack");
      const written = file === null ? null : await writePack(file);
      if (written === null) return false;
      say({
        kind: "notice",
        title: "The pack was written",
        text: `${written.name} holds the data, the scenarios and the results. Opening it anywhere recomputes and compares them.`,
        remedy: "",
      });
      return true;
    },
    async forgetRecent(handle) {
      try {
        store.setState({ recent: await client.calls.documents.forgetRecent({ handle }) });
      } catch (problem) {
        say(problemMessage("The list of recent files could not be changed", problem));
      }
    },
  };
}
