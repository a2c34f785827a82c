/** Move money, and see what it does. */
import type { RunResult } from "../../client/results.ts";
import { useApp, useShownResult } from "../../store/use-store.ts";
import { AreasPanel } from "./areas.tsx";
import { BedsPanel } from "./beds.tsx";
import { BooksPanel } from "./books-panel.tsx";
import { BridgePanel } from "./bridge.tsx";
import { MoneyColumn } from "./money-column.tsx";
import { MoneyPartsPanel } from "./money-parts.tsx";
import { ResultHead } from "./result-head.tsx";
import { Trajectories } from "./trajectories.tsx";
import { useRoom } from "./use-room.ts";

export function WorkbenchScreen() {
  const result = useShownResult();
  const waiting = useApp((state) => state.run.slow);
  const failed = useApp((state) => state.run.failed);
  return (
    <div className="workbench" data-waiting={waiting} data-stale={failed}>
      <ResultHead result={result} />
      <div className="work">
        <MoneyColumn />
        <main
          className="charts"
          aria-label="Results"
          data-region=""
          tabIndex={-1}
          aria-busy={waiting || result === null}
        >
          {result !== null && <Panels result={result} />}
        </main>
      </div>
    </div>
  );
}

function Panels({ result }: { readonly result: RunResult }) {
  const room = useRoom();
  return (
    <>
      <Trajectories result={result} height={188 + room} />
      <BridgePanel height={194 + room} />
      <MoneyPartsPanel result={result} />
      <BedsPanel result={result} height={184 + room} />
      <AreasPanel result={result} height={164 + room} />
      <BooksPanel result={result} />
    </>
  );
}
