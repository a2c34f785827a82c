/** The application bar: what is open, where you are, whether it is saved, undo, redo, save, export. */
import { useActions, useApp } from "../store/use-store.ts";
import { isDirty, type Screen } from "../store/state.ts";
import { Mark, RedoIcon, UndoIcon } from "../ui/icons.tsx";
import { keyName } from "../ui/keyboard.ts";

const SCREENS: readonly { readonly id: Screen; readonly label: string }[] = [
  { id: "home", label: "Home" },
  { id: "workbench", label: "Workbench" },
  { id: "data", label: "Data and sources" },
];

export function AppBar() {
  const actions = useActions();
  const screen = useApp((state) => state.screen);
  const document = useApp((state) => state.document);
  const busy = useApp((state) => state.busy);
  const canUndo = useApp((state) => (state.history?.past.length ?? 0) > 0);
  const canRedo = useApp((state) => (state.history?.future.length ?? 0) > 0);
  const dirty = useApp(isDirty);
  const lost = useApp((state) => state.connection.kind === "lost" || state.connection.kind === "refused");
  const status = lost
    ? "Engine not reached"
    : (busy ??
      (document === null ? "" : savedWords(dirty, document.file !== null && document.file.kind !== "dataset")));
  return (
    <header className="bar" data-region="" tabIndex={-1}>
      <div className="brand">
        <Mark />
        Careshift
      </div>
      {document !== null && (
        <>
          <div className="file">{document.file?.name ?? document.dataset.title}</div>
          <nav aria-label="Main">
            {SCREENS.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                aria-current={screen === id ? "page" : undefined}
                onClick={() => actions.go(id)}
              >
                {label}
              </button>
            ))}
          </nav>
        </>
      )}
      <div className="end">
        <output>{status}</output>
        {document !== null && (
          <>
            <button
              type="button"
              className="btn icon"
              aria-label="Undo"
              title={`Undo (${keyName("Ctrl Z")})`}
              disabled={!canUndo}
              onClick={actions.undo}
            >
              <UndoIcon />
            </button>
            <button
              type="button"
              className="btn icon"
              aria-label="Redo"
              title={`Redo (${keyName("Ctrl Shift Z")})`}
              disabled={!canRedo}
              onClick={actions.redo}
            >
              <RedoIcon />
            </button>
            <button type="button" className="btn quiet" title={keyName("Ctrl O")} onClick={() => void actions.open()}>
              Open
            </button>
            <button type="button" className="btn quiet" title={keyName("Ctrl S")} onClick={() => void actions.save()}>
              Save
            </button>
            <button
              type="button"
              className="btn quiet"
              title={keyName("Ctrl Shift S")}
              onClick={() => void actions.saveAs()}
            >
              Save as
            </button>
            <button
              type="button"
              className="btn"
              title={`Export pack (${keyName("Ctrl E")})`}
              onClick={() => void actions.exportPack()}
            >
              Export pack
            </button>
          </>
        )}
      </div>
    </header>
  );
}

/** A dataset holds no scenario: one made on it has not been saved yet. */
function savedWords(dirty: boolean, hasFile: boolean): string {
  if (dirty) return "Unsaved changes";
  return hasFile ? "All changes saved" : "No changes yet";
}
