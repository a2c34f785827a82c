/** The answer first: the scenario's name, three key figures, and a sentence with its main caveat. */
import { Fragment, type KeyboardEvent, useMemo, useState } from "react";
import {
  type Concern,
  concernsOf,
  formatMoney,
  inWords,
  resultSentence,
  type Scenario,
  type Told,
} from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { useActions, useApp, useOpenDocument, useScenario } from "../../store/use-store.ts";
import { ConcernsDialog } from "./concerns.tsx";
import { paybacks } from "./figures.ts";
import { toldOf } from "./findings.ts";
import { OwnFiguresDialog } from "./own-figures.tsx";

interface ResultHeadProps {
  readonly result: RunResult | null;
  /** The scenario that the result answers. */
  readonly shownFor: Scenario | null;
}

export function ResultHead({ result, shownFor }: ResultHeadProps) {
  const { dataset } = useOpenDocument();
  const [figures, setFigures] = useState(false);
  const [looking, setLooking] = useState(false);
  const told = useMemo(
    () => (result === null || shownFor === null ? null : toldOf(result, shownFor, dataset)),
    [dataset, shownFor, result],
  );
  const concerns = useMemo(
    () => (told === null ? [] : concernsOf({ results: told.results, scenario: told.scenario, names: dataset })),
    [dataset, told],
  );
  return (
    <section className="result" aria-label="Result" data-region="" tabIndex={-1}>
      <div className="scenario">
        <h1 className="vh">Workbench</h1>
        <ScenarioName />
        {result !== null && <KeyFigures result={result} />}
      </div>
      <div className="statement" aria-live="polite">
        {told === null ? (
          <p className="sub">Running the scenario…</p>
        ) : (
          <Sentence
            told={told}
            concerns={concerns}
            onFigures={() => setFigures(true)}
            onConcerns={() => setLooking(true)}
          />
        )}
      </div>
      {figures && told !== null && <OwnFiguresDialog told={told} onClose={() => setFigures(false)} />}
      {looking && <ConcernsDialog concerns={concerns} onClose={() => setLooking(false)} />}
    </section>
  );
}

interface SentenceProps {
  readonly told: Told;
  readonly concerns: readonly Concern[];
  readonly onFigures: () => void;
  readonly onConcerns: () => void;
}

function Sentence({ told, concerns, onFigures, onConcerns }: SentenceProps) {
  const failed = useApp((state) => state.run.failed);
  const words = useMemo(() => resultSentence(told), [told]);
  const added = told.scenario.variables?.length ?? 0;
  return (
    <>
      <p>
        {failed && <b className="stale">Older figures. </b>}
        {words.segments.map(({ text, strong }, index) =>
          // oxlint-disable-next-line react/no-array-index-key -- segments have no other name
          strong ? <b key={index}>{text}</b> : <Fragment key={index}>{text}</Fragment>,
        )}
      </p>
      {(words.caveat !== "" || added > 0 || concerns.length > 0) && (
        <p className="caveat">
          {words.caveat !== "" && (
            <>
              <b>Main caveat</b> {words.caveat}{" "}
            </>
          )}
          {added > 0 && (
            <button type="button" className="btn link" onClick={onFigures}>
              {added === 1 ? "The figure that it adds" : `The ${inWords(added)} figures that it adds`}
            </button>
          )}{" "}
          {concerns.length > 0 && (
            <button type="button" className="btn link" onClick={onConcerns}>
              Worth a look: {inWords(concerns.length)} {concerns.length === 1 ? "point" : "points"}
            </button>
          )}
        </p>
      )}
    </>
  );
}

function KeyFigures({ result }: { readonly result: RunResult }) {
  const { dataset } = useOpenDocument();
  const last = dataset.years.at(-1) ?? "";
  const figures = useMemo(() => paybacks(result, dataset.years), [result, dataset]);
  const year = (value: string | null) =>
    value === null ? <dd className="none">{figures.spent ? `Not by ${last}` : "Nothing spent"}</dd> : <dd>{value}</dd>;
  return (
    <dl>
      <div>
        <dt>Payback in cash</dt>
        {year(figures.cash)}
        <dd className="sub">released, line savings</dd>
      </div>
      <div>
        <dt>Value matched</dt>
        {year(figures.value)}
        <dd className="sub">growth avoided counts</dd>
      </div>
      <div>
        <dt>Bridging, to {last}</dt>
        <dd>{formatMoney(figures.bridging)}</dd>
        <dd className="sub">{dataset.years[0]} prices</dd>
      </div>
    </dl>
  );
}

/** The title can be edited where it stands; a document with several scenarios lists them. */
function ScenarioName() {
  const { setTitle, choose } = useActions();
  const scenario = useScenario();
  const draft = useApp((state) => state.history?.present);
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null) setTitle(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape") setTyped(null);
  };
  return (
    <div className="pick">
      <input
        className="title"
        aria-label="Name of the scenario"
        title="Name of the scenario: click to change it"
        value={typed ?? scenario.title}
        maxLength={200}
        data-typing={typed !== null}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {draft !== undefined && draft.scenarios.length > 1 && (
        <span className="chooser">
          <span aria-hidden="true">
            {draft.current + 1} of {draft.scenarios.length} ▾
          </span>
          <select
            aria-label="Scenario shown"
            value={draft.current}
            onChange={(event) => choose(Number(event.currentTarget.value))}
          >
            {draft.scenarios.map((each, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two scenarios may have the same title
              <option key={index} value={index}>
                {each.title}
              </option>
            ))}
          </select>
        </span>
      )}
    </div>
  );
}
