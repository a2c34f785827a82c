/** Start month, phasing and split over areas, for every programme at once or one by one. Each change runs at once. */
import { useId, useState } from "react";
import {
  EVERY_PROGRAMME,
  monthInWords,
  programmeLabel,
  type Scenario,
  setPhase,
  setSplit,
  setStart,
  type Terms,
} from "../../../scenarios/index.ts";
import { useActions, useOpenDocument, useScenario } from "../../store/use-store.ts";
import { Modal } from "../../ui/modal.tsx";
import { phaseFromText, programmeTerms, splitName, startMonths } from "./terms.ts";

const YEARS_OF_PHASE = 4;

export function TermsDialog({ onClose }: { readonly onClose: () => void }) {
  const { edit } = useActions();
  const { dataset } = useOpenDocument();
  const scenario = useScenario();
  const rows = programmeTerms(scenario);
  const first = rows[0]?.terms;
  return (
    <Modal title="When the money moves, and where" onCancel={onClose} wide>
      <p className="sub">
        The start is the first month of spending. Phasing is the share of the full yearly amount spent in each twelve
        months from then on; the last share stays. Nothing starts in the base year, {dataset.years[0]}.
      </p>
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">Programme</th>
            <th scope="col">Start</th>
            <th scope="col">Phasing, % in years 1 to {YEARS_OF_PHASE} from the start</th>
            <th scope="col">Areas</th>
          </tr>
        </thead>
        <tbody>
          {first !== undefined && (
            <TermsRow
              id={EVERY_PROGRAMME}
              label="Every programme"
              terms={shared(rows.map(({ terms }) => terms))}
              scenario={scenario}
              years={dataset.years}
              onScenario={edit}
            />
          )}
          {rows.map(({ id, terms }) => (
            <TermsRow
              key={id}
              id={id}
              label={programmeLabel(scenario, id)}
              terms={terms}
              scenario={scenario}
              years={dataset.years}
              onScenario={edit}
            />
          ))}
        </tbody>
      </table>
      <div className="modal-buttons">
        <button type="button" className="btn primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Modal>
  );
}

/** What all have in common; what differs is left out. */
function shared(all: readonly Terms[]): Partial<Terms> {
  const same = <K extends keyof Terms>(key: K): Pick<Terms, K> | Record<string, never> => {
    const first = all[0]?.[key];
    return first !== undefined && all.every((terms) => JSON.stringify(terms[key]) === JSON.stringify(first))
      ? ({ [key]: first } as Pick<Terms, K>)
      : {};
  };
  return { ...same("start"), ...same("phase"), ...same("split") };
}

interface TermsRowProps {
  readonly id: string;
  readonly label: string;
  readonly terms: Partial<Terms>;
  readonly scenario: Scenario;
  readonly years: readonly string[];
  readonly onScenario: (scenario: Scenario) => void;
}

function TermsRow({ id, label, terms, scenario, years, onScenario }: TermsRowProps) {
  const { start, split } = terms;
  const months = startMonths(years);
  return (
    <tr className={id === EVERY_PROGRAMME ? "every" : ""}>
      <th scope="row">{label}</th>
      <td>
        <select
          className="select"
          aria-label={`Start of ${label}`}
          value={start ?? ""}
          onChange={(event) => onScenario(setStart(scenario, id, event.currentTarget.value))}
        >
          {start === undefined && <option value="">Differs</option>}
          {start !== undefined && !months.includes(start) && <option value={start}>{monthInWords(start)}</option>}
          {months.map((month) => (
            <option key={month} value={month}>
              {monthInWords(month)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <PhaseFields
          key={JSON.stringify(terms.phase ?? null)}
          label={label}
          phase={terms.phase ?? null}
          onPhase={(phase) => onScenario(setPhase(scenario, id, phase))}
        />
      </td>
      <td>
        <select
          className="select"
          aria-label={`Split of ${label} over areas`}
          value={split === undefined ? "" : typeof split === "string" ? split : "hand"}
          onChange={(event) => {
            const choice = event.currentTarget.value;
            if (choice === "population" || choice === "need") onScenario(setSplit(scenario, id, choice));
          }}
        >
          {split === undefined && <option value="">Differs</option>}
          {split !== undefined && typeof split !== "string" && <option value="hand">By hand</option>}
          {(["population", "need"] as const).map((choice) => (
            <option key={choice} value={choice}>
              {splitName(choice)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

interface PhaseFieldsProps {
  readonly label: string;
  readonly phase: readonly number[] | null;
  readonly onPhase: (phase: readonly number[]) => void;
}

function PhaseFields({ label, phase, onPhase }: PhaseFieldsProps) {
  const errorId = useId();
  const shown = Math.max(YEARS_OF_PHASE, phase?.length ?? 0);
  const [texts, setTexts] = useState<readonly string[]>(() =>
    Array.from({ length: shown }, (_, year) => {
      const share = phase === null ? undefined : (phase[year] ?? phase.at(-1));
      return share === undefined ? "" : String(Number((share * 100).toFixed(4)));
    }),
  );
  const [refused, setRefused] = useState(false);
  const commit = (): void => {
    const next = phaseFromText(texts);
    // Left empty where the programmes differ: nothing has been asked yet.
    setRefused(next === null && texts.some((text) => text !== ""));
    if (next === null) return;
    const before = phase === null ? null : texts.map((_, year) => phase[year] ?? phase.at(-1));
    if (JSON.stringify(next) !== JSON.stringify(before)) onPhase(next);
  };
  return (
    <>
      <span className="phase">
        {texts.map((text, year) => (
          <input
            // oxlint-disable-next-line react/no-array-index-key -- the year is what tells these fields apart
            key={year}
            className="field money"
            inputMode="decimal"
            placeholder="…"
            aria-label={`${label}: % in year ${year + 1} from the start`}
            aria-invalid={refused}
            aria-describedby={refused ? errorId : undefined}
            value={text}
            onChange={(event) => setTexts(texts.with(year, event.currentTarget.value))}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === "Enter") commit();
            }}
          />
        ))}
      </span>
      {refused && (
        <p className="refusal" id={errorId} role="alert">
          Type a percentage in each field: 25, 50, 80, 100.
        </p>
      )}
    </>
  );
}
