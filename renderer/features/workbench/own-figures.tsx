/** Figures that the scenario adds to the model's own, by year. */
import { addedRows, formatFigure, type Told } from "../../../scenarios/index.ts";
import { Modal } from "../../ui/modal.tsx";

/** More rows than this are left to the exported results. */
const MOST_ROWS = 60;

export function OwnFiguresDialog({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const years = told.results.members["year"] ?? [];
  const { rows, further } = addedRows(told, MOST_ROWS);
  return (
    <Modal title="Figures added by this scenario" onCancel={onClose} wide>
      <p className="sub">
        Worked out by formulas in the scenario file, beside the model's own.
        {further > 0 && ` ${further} more rows are in the exported results.`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className="own-figures" aria-label="Figures by year" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              {years.map((year) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, unit, where, values }) => (
              <tr key={`${label} ${where}`}>
                <th scope="row">
                  {label}
                  {where !== "" && `: ${where}`} <span className="sub">{unit}</span>
                </th>
                {values.map((value, t) => (
                  <td key={years[t]} className="num">
                    {formatFigure(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="modal-buttons">
        <button type="button" className="btn primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Modal>
  );
}
