/** One line of the board: its name, a slider, an amount, a lock. */
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useId } from "react";
import { formatMoneyExact } from "../../../scenarios/index.ts";
import { LockedIcon, UnlockedIcon } from "../../ui/icons.tsx";
import { amountAfterKey, draggedAmount, type Side } from "./board.ts";
import { MoneyField } from "./money-field.tsx";

interface MoneyRowProps {
  readonly side: Side;
  readonly label: string;
  readonly detail: ReactNode;
  readonly amount: number;
  /** Where the slider was before the last step. */
  readonly was: number;
  readonly most: number;
  readonly locked: boolean;
  readonly refusal: string | null;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  readonly onAmount: (pounds: number) => void;
  readonly onText: (text: string) => void;
  readonly onLock: () => void;
}

const HINTS: Readonly<Record<Side, string>> = {
  from: "Type 1.2m, £450k or 3 % (of what it holds). Arrow keys £10k, with Shift £100k.",
  to: "Type 1.2m, £450k or −3 % (a change of the present amount). Arrow keys £10k, with Shift £100k.",
};

export const MoneyRow = memo(function MoneyRow(props: MoneyRowProps) {
  const { side, label, detail, amount, was, most, locked, refusal } = props;
  const refusalId = useId();
  const limits = { least: 0, most };
  const step = (event: KeyboardEvent): boolean => {
    const next = amountAfterKey(event.key, event.shiftKey, amount, limits);
    if (next === null) return false;
    // A held key is one step of undo.
    if (!event.repeat) props.onBegin();
    props.onAmount(next);
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
      onClick={props.onLock}
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
          <span className="sub">{detail}</span>
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
            aria-label={`${label}, £ a year`}
            aria-valuetext={formatMoneyExact(amount)}
            aria-describedby={refusal === null ? undefined : refusalId}
            onPointerDown={props.onBegin}
            onPointerUp={props.onEnd}
            onPointerCancel={props.onEnd}
            onChange={(event) => props.onAmount(draggedAmount(Number(event.currentTarget.value), limits))}
            onKeyDown={(event) => {
              if (!event.ctrlKey && !event.metaKey && !event.altKey && step(event)) event.preventDefault();
            }}
            onKeyUp={props.onEnd}
          />
        </div>
        <MoneyField
          label={`${label}, amount`}
          hint={HINTS[side]}
          amount={amount}
          refusalId={refusal === null ? null : refusalId}
          onText={props.onText}
          onStep={step}
          onEnd={props.onEnd}
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
