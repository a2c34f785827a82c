/** All keys, on one page. */
import { keyName } from "../ui/keyboard.ts";
import { Modal } from "../ui/modal.tsx";

const KEYS: readonly { readonly heading: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    heading: "Money",
    keys: [
      ["← →", "£10,000 less or more on a slider or in a field (↑ ↓ too)"],
      ["Shift ← →", "£100,000 less or more"],
      ["Page Up, Page Down", "£1,000,000 more or less"],
      ["Enter", "Take the amount that was typed: 1.2m, £450k, 300000, +3%, −3%"],
      ["Escape", "Leave the amount as it was"],
    ],
  },
  {
    heading: "Charts",
    keys: [
      ["T", "Table behind the chart that has the focus, or behind all"],
      ["← →", "Read a chart year by year, once it has the focus"],
    ],
  },
  {
    heading: "File",
    keys: [
      ["Ctrl O", "Open"],
      ["Ctrl S", "Save"],
      ["Ctrl Shift S", "Save as"],
      ["Ctrl E", "Export a pack"],
    ],
  },
  {
    heading: "Window",
    keys: [
      ["Ctrl Z", "Undo"],
      ["Ctrl Shift Z, Ctrl Y", "Redo"],
      ["F6, Shift F6", "Next, previous part of the screen"],
      ["?", "These keys"],
    ],
  },
];

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Keys" onCancel={onClose} wide>
      <div className="keys">
        {KEYS.map(({ heading, keys }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    {key.split(", ").map((one, index) => (
                      <span key={one}>
                        {index > 0 && ", "}
                        <kbd>{keyName(one)}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="modal-buttons">
        <button type="button" className="btn primary" onClick={onClose}>
          Close
        </button>
      </div>
    </Modal>
  );
}
