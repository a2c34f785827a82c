/** What to look at before the result is believed: each with its figure and the place to go. */
import type { Concern } from "../../../scenarios/index.ts";
import { Modal } from "../../ui/modal.tsx";

interface ConcernsDialogProps {
  readonly concerns: readonly Concern[];
  readonly onClose: () => void;
}

export function ConcernsDialog({ concerns, onClose }: ConcernsDialogProps) {
  return (
    <Modal title="Worth a look before the result is believed" onCancel={onClose} wide>
      <ul className="concerns">
        {concerns.map(({ id, sentence, place }) => (
          <li key={`${id} ${sentence}`}>
            {sentence} <span className="sub">See {place}.</span>
          </li>
        ))}
      </ul>
      <div className="modal-buttons">
        <button type="button" className="btn primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Modal>
  );
}
