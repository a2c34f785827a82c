/** Move money, and see what it does. */
import { useMemo } from "react";
import type { Scenario } from "../../../scenarios/index.ts";
import type { RunResult } from "../../client/results.ts";
import { useApp, useOpenDocument, useShownResult } from "../../store/use-store.ts";
import { AreasPanel } from "./areas.tsx";
import { BedsPanel } from "./beds.tsx";
import { BooksPanel } from "./books-panel.tsx";
import { BridgePanel } from "./bridge.tsx";
import { toldOf } from "./findings.ts";
import { MoneyColumn } from "./money-column.tsx";
import { MoneyPartsPanel } from "./money-parts.tsx";
import { ResultHead } from "./result-head.tsx";
import { Trajectories } from "./trajectories.tsx";

export function WorkbenchScreen() {
  const result = useShownResult();
  const waiting = useApp((state) => state.run.slow);
  const failed = useApp((state) => state.run.failed);
  const shownFor = useApp((state) => state.run.shownFor);
  return (
    <div className="workbench" data-waiting={waiting} data-stale={failed}>
      <ResultHead result={result} shownFor={shownFor} />
      <div className="work">
        <MoneyColumn />
        <main
          className="charts"
          aria-label="Results"
          data-region=""
          tabIndex={-1}
          aria-busy={waiting || result === null}
        >
          {result !== null && shownFor !== null && <Panels result={result} scenario={shownFor} />}
        </main>
      </div>
    </div>
  );
}

function Panels({ result, scenario }: { readonly result: RunResult; readonly scenario: Scenario }) {
  const { dataset } = useOpenDocument();
  const told = useMemo(() => toldOf(result, scenario, dataset), [result, scenario, dataset]);
  return (
    <>
      <Trajectories told={told} result={result} />
      <BridgePanel told={told} />
      <MoneyPartsPanel told={told} result={result} />
      <BedsPanel told={told} result={result} />
      <AreasPanel told={told} result={result} />
      <BooksPanel told={told} result={result} />
    </>
  );
}
