/** Moving money: every drag, key press or typed amount becomes an undoable edit, or a refusal shown at its control. */
import { useMemo, useRef, useState } from "react";
import {
  type BoardContext,
  marginsOf,
  type Margins,
  type Scenario,
  setProgramme,
  setSpecialty,
} from "../../../scenarios/index.ts";
import { useActions, useApp, useOpenDocument, useScenario } from "../../store/use-store.ts";
import { boardContext, controlName, type Side, sliderReach } from "./board.ts";

export interface Refusal {
  readonly control: string;
  readonly reason: string;
}

export interface Board {
  readonly context: BoardContext;
  readonly margins: Margins;
  /** Margins before the last step, for the mark of where a slider was; null when there is no step to undo. */
  readonly before: Margins | null;
  readonly reach: number;
  readonly refusal: Refusal | null;
  /** A drag or a held key begins: until it ends, all its moves are one step. */
  begin(): void;
  end(): void;
  /** `asFar`: where it cannot go all the way, it goes as far as it can, as a thumb does; a typed amount stays as it was. */
  move(side: Side, id: string, pounds: number, asFar: boolean): void;
  /** An amount that could not even be read. */
  refuse(side: Side, id: string, reason: string): void;
}

export function useBoard(): Board {
  const actions = useActions();
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
  const gesture = useRef<{ readonly id: string; readonly origin: Scenario } | null>(null);

  const context = useMemo(() => boardContext(dataset, scenario, locks), [dataset, scenario, locks]);
  const margins = useMemo(() => marginsOf(scenario), [scenario]);
  const before = useMemo(() => (former === null ? null : marginsOf(former)), [former]);
  const reach = useMemo(() => {
    const start = marginsOf(settled ?? scenario);
    return sliderReach([...start.specialties.values(), ...start.programmes.values()]);
    // oxlint-disable-next-line react/exhaustive-deps -- the present scenario only stands in for a missing saved one
  }, [settled]);

  return {
    context,
    margins,
    before,
    reach,
    refusal,
    begin() {
      gesture.current = { id: crypto.randomUUID(), origin: scenario };
    },
    end() {
      gesture.current = null;
      actions.endGesture();
    },
    move(side, id, pounds, asFar) {
      const from = gesture.current?.origin ?? scenario;
      const set = side === "from" ? setSpecialty : setProgramme;
      let outcome = set(from, id, pounds, context);
      const control = controlName(side, id);
      if (outcome.kind === "refused") {
        setRefusal({ control, reason: outcome.reason });
        if (!asFar) return;
        outcome = set(from, id, outcome.nearest, context);
      } else setRefusal(null);
      if (outcome.kind === "moved") actions.edit(outcome.scenario, gesture.current?.id ?? null);
    },
    refuse: (side, id, reason) => setRefusal({ control: controlName(side, id), reason }),
  };
}
