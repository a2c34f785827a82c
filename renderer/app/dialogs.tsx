/** The dialogs that belong to no screen: file names, replacing, unsaved work, keys. */
import { useState } from "react";
import { useActions, useApp } from "../store/use-store.ts";
import type { Dialog } from "../store/state.ts";
import { Modal } from "../ui/modal.tsx";
import { KeysDialog } from "./keys-dialog.tsx";

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const { answer } = useActions();
  if (dialog === null) return null;
  switch (dialog.kind) {
    case "keys":
      return <KeysDialog onClose={() => answer(null)} />;
    case "name":
      return <NameDialog dialog={dialog} onAnswer={answer} />;
    case "replace":
      return (
        <Modal title={`Replace ${dialog.name}?`} onCancel={() => answer(false)}>
          <p>A file of this name is already in {dialog.folder}. Replacing it cannot be undone.</p>
          <div className="modal-buttons">
            <button type="button" className="btn" onClick={() => answer(false)}>
              Choose another name
            </button>
            <button type="button" className="btn primary" onClick={() => answer(true)}>
              Replace
            </button>
          </div>
        </Modal>
      );
    case "unsaved":
      return (
        <Modal title={`Save the changes to “${dialog.title}”?`} onCancel={() => answer("cancel")}>
          <p>They are lost if you go on without saving.</p>
          <div className="modal-buttons">
            <button type="button" className="btn" onClick={() => answer("cancel")}>
              Cancel
            </button>
            <button type="button" className="btn" onClick={() => answer("discard")}>
              Don’t save
            </button>
            <button type="button" className="btn primary" onClick={() => answer("save")}>
              Save
            </button>
          </div>
        </Modal>
      );
    case "phasing":
    case "areas":
      // Drawn by the workbench, beside what they change.
      return null;
  }
}

function NameDialog(props: {
  readonly dialog: Extract<Dialog, { kind: "name" }>;
  readonly onAnswer: (value: unknown) => void;
}) {
  const { dialog, onAnswer } = props;
  const [name, setName] = useState(dialog.suggestedName);
  return (
    <Modal title={dialog.file === "pack" ? "Export a pack" : "Save the scenario"} onCancel={() => onAnswer(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") onAnswer(name.trim());
        }}
      >
        <label className="stacked">
          File name, in Careshift’s own documents folder
          <input
            className="field"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p className="sub">
          {dialog.file === "pack"
            ? "One file with the data, the scenarios and the results. It can be opened anywhere, and is checked when it is."
            : "What is asked, not the data: it opens on the dataset it was made on."}
        </p>
        <div className="modal-buttons">
          <button type="button" className="btn" onClick={() => onAnswer(null)}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={name.trim() === ""}>
            {dialog.file === "pack" ? "Export" : "Save"}
          </button>
        </div>
      </form>
    </Modal>
  );
}
