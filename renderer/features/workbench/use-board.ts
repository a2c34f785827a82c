/** What the board of sliders shows, and how it is moved. */
import { useMemo, useState } from "react";
import { type BoardContext, marginsOf, type Margins } from "../../../scenarios/index.ts";
import { useActions, useApp, useOpenDocument, useReadState, useScenario } from "../../store/use-store.ts";
import { boardContext, sliderReach } from "./board.ts";
import { createMoves, type Moves, type Refusal } from "./moves.ts";

export interface Board {
  readonly context: BoardContext;
  readonly margins: Margins;
  /** Margins before the last step, for the mark of where a slider was; null when there is no step to undo. */
  readonly before: Margins | null;
  /** £: where the sliders end. */
  readonly reach: number;
  readonly refusal: Refusal | null;
  /** The same object for as long as the board is there. */
  readonly moves: Moves;
}

export function useBoard(): Board {
  const actions = useActions();
  const read = useReadState();
  const { dataset } = useOpenDocument();
  const scenario = useScenario();
  const locks = useApp((state) => state.locks);
  const former = useApp((state) => {
    const draft = state.history?.past.at(-1);
    return draft?.scenarios[draft.current] ?? null;
  });
  // The sliders' common reach is that of the scenario as it was opened or saved: it must not shift under a thumb.
  const settled = useApp((state) =>
    state.saved === null ? null : (state.saved.scenarios[state.saved.current] ?? null),
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const context = useMemo(() => boardContext(dataset, scenario, locks), [dataset, scenario, locks]);
  const margins = useMemo(() => marginsOf(scenario), [scenario]);
  const before = useMemo(() => (former === null ? null : marginsOf(former)), [former]);
  const reach = useMemo(() => {
    if (settled === null) return sliderReach([]);
    const start = marginsOf(settled);
    return sliderReach([...start.specialties.values(), ...start.programmes.values()]);
  }, [settled]);
  const moves = useMemo(() => createMoves(read, actions, setRefusal), [read, actions]);
  return { context, margins, before, reach, refusal, moves };
}
