/** One line of the board: its name, a slider, an amount, a lock. */
import { type CSSProperties, type KeyboardEvent, memo, useId } from "react";
import { formatMoney, formatMoneyExact } from "../../../scenarios/index.ts";
import { LockedIcon, UnlockedIcon } from "../../ui/icons.tsx";
import { useActions } from "../../store/use-store.ts";
import { amountAfterKey, controlName, draggedAmount, type Side } from "./board.ts";
import { MoneyField } from "./money-field.tsx";
import type { Moves } from "./moves.ts";
import { Places } from "./places.tsx";

interface MoneyRowProps {
  readonly moves: Moves;
  readonly side: Side;
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  /** Where the slider was before the last step. */
  readonly was: number;
  /** £ a year that a specialty holds; a programme holds no end. */
  readonly holds: number;
  /** Where the slider ends. */
  readonly most: number;
  /** What binds a specialty before what it holds does, in words; null where nothing does. */
  readonly limit: string | null;
  readonly locked: boolean;
  readonly refusal: string | null;
}

const HINTS: Readonly<Record<Side, string>> = {
  from: "Type 1.2m, £450k or 3 % (of what it holds). Arrow keys £10k, with Shift £100k.",
  to: "Type 1.2m, £450k or −3 % (a change of the present amount). Arrow keys £10k, with Shift £100k.",
};

export const MoneyRow = memo(function MoneyRow(props: MoneyRowProps) {
  const { moves, side, id, label, amount, was, holds, most, limit, locked, refusal } = props;
  const { toggleLock } = useActions();
  const refusalId = useId();
  const limits = { least: 0, most };
  const step = (event: KeyboardEvent): boolean => {
    const next = amountAfterKey(event.key, event.shiftKey, amount, limits);
    if (next === null) return false;
    // A held key is one step of undo.
    if (!event.repeat) moves.begin();
    moves.drag(side, id, next);
    return true;
  };
  const at = (value: number): number => (most > 0 ? Math.min(1, Math.max(0, value / most)) : 0);
  const lock = (
    <button
      type="button"
      className="btn icon"
      aria-label={`Lock ${label}`}
      aria-pressed={locked}
      title={locked ? "Locked: its money stays. Press to unlock" : "Press to lock: its money then stays"}
      onClick={() => toggleLock(controlName(side, id))}
    >
      {locked ? <LockedIcon /> : <UnlockedIcon />}
    </button>
  );
  if (locked)
    return (
      <li className="money-row one">
        <div className="name">
          {label}
          <span className="sub">{formatMoneyExact(amount)}, locked</span>
        </div>
        {lock}
      </li>
    );
  return (
    <li>
      <div className="money-row">
        <div className="name">
          {label}
          <span className="sub">
            {side === "to" ? <Places programme={id} /> : `${formatMoney(holds)} → ${formatMoney(holds - amount)}`}
          </span>
        </div>
        <div className="slider">
          {Math.abs(was - amount) >= 0.005 && (
            <i className="was" style={{ left: `calc(7px + (100% - 14px) * ${at(was)})` }} aria-hidden="true" />
          )}
          <input
            type="range"
            className={side === "to" ? "range comm" : "range"}
            style={{ "--p": `${at(amount) * 100}%` } as CSSProperties}
            min={0}
            max={most}
            step="any"
            value={Math.min(amount, most)}
            title={limit === null ? undefined : `${label} ${limit}.`}
            aria-label={`${label}, £ a year`}
            aria-valuetext={formatMoneyExact(amount)}
            aria-describedby={refusal === null ? undefined : refusalId}
            onPointerDown={moves.begin}
            onPointerUp={moves.end}
            onPointerCancel={moves.end}
            onChange={(event) => moves.drag(side, id, draggedAmount(Number(event.currentTarget.value), limits))}
            onKeyDown={(event) => {
              if (!event.ctrlKey && !event.metaKey && !event.altKey && step(event)) event.preventDefault();
            }}
            onKeyUp={moves.end}
          />
        </div>
        <MoneyField
          label={`${label}, amount`}
          hint={limit === null ? HINTS[side] : `${label} ${limit}. ${HINTS[side]}`}
          amount={amount}
          refusalId={refusal === null ? null : refusalId}
          onText={(text) => moves.type(side, id, text, amount, holds)}
          onStep={step}
          onEnd={moves.end}
        />
        {lock}
      </div>
      {refusal !== null && (
        <p className="refusal" id={refusalId} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
});
