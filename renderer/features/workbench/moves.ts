/** Moving money: every drag, key press or typed amount becomes an undoable edit, or a refusal shown at its control. */
import { type Scenario, setProgramme, setSpecialty } from "../../../scenarios/index.ts";
import type { Editing } from "../../store/editing.ts";
import { type AppState, currentScenario } from "../../store/state.ts";
import { boardContext, controlName, type Side, typedAmount } from "./board.ts";

export interface Refusal {
  readonly control: string;
  readonly reason: string;
}

export interface Moves {
  /** A drag or a held key begins: until it ends, all its moves are one step. */
  begin(): void;
  end(): void;
  /** Where it cannot go all the way it goes as far as it can, as a thumb does, and says what stands in the way. */
  drag(side: Side, id: string, pounds: number): void;
  /** What was typed, for a line with this amount that holds this much: taken whole, or refused and left as it was. */
  type(side: Side, id: string, text: string, amount: number, holds: number): void;
}

export function createMoves(
  read: () => AppState,
  editing: Pick<Editing, "edit" | "endGesture">,
  refuse: (refusal: Refusal | null) => void,
): Moves {
  /** A drag starts each time from the scenario as it was when it began, so that going back undoes going forth. */
  let gesture: { readonly id: string; readonly origin: Scenario } | null = null;

  function move(side: Side, id: string, pounds: number, asFarAsItGoes: boolean): void {
    const state = read();
    const scenario = gesture?.origin ?? currentScenario(state);
    if (state.document === null || scenario === null) return;
    const context = boardContext(state.document.dataset, scenario, state.locks);
    const set = side === "from" ? setSpecialty : setProgramme;
    let outcome = set(scenario, id, pounds, context);
    refuse(outcome.kind === "refused" ? { control: controlName(side, id), reason: outcome.reason } : null);
    if (outcome.kind === "refused" && asFarAsItGoes) outcome = set(scenario, id, outcome.nearest, context);
    if (outcome.kind === "moved") editing.edit(outcome.scenario, gesture?.id ?? null);
  }

  return {
    begin() {
      const origin = currentScenario(read());
      gesture = origin === null ? null : { id: crypto.randomUUID(), origin };
    },
    end() {
      gesture = null;
      editing.endGesture();
    },
    drag: (side, id, pounds) => move(side, id, pounds, true),
    type(side, id, text, amount, holds) {
      const typed = typedAmount(text, side, amount, holds);
      if (typed.ok) move(side, id, typed.value, false);
      else refuse({ control: controlName(side, id), reason: typed.reason });
    },
  };
}
