/** A field for an amount of money: shows it short, takes it as people type it, and steps by arrow keys. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { formatMoney, formatMoneyExact } from "../../../scenarios/index.ts";

interface MoneyFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly amount: number;
  readonly refusalId: string | null;
  readonly onText: (text: string) => void;
  /** True when the key meant something. */
  readonly onStep: (event: KeyboardEvent) => boolean;
  /** The key that stepped was let go. */
  readonly onEnd: () => void;
}

export function MoneyField({ label, hint, amount, refusalId, onText, onStep, onEnd }: MoneyFieldProps) {
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const fresh = useRef(false);
  // The amount is shown in full once the field has the focus, and what is typed takes its place.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  const commit = (): void => {
    if (typed === null) return;
    setTyped(null);
    onText(typed);
  };
  return (
    <input
      ref={input}
      className="field money"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={refusalId !== null}
      aria-describedby={refusalId ?? undefined}
      title={hint}
      data-typing={typed !== null}
      value={typed ?? (focused ? formatMoneyExact(amount) : formatMoney(amount))}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={() => setFocused(true)}
      onMouseDown={(event) => {
        fresh.current = document.activeElement !== event.currentTarget;
      }}
      onMouseUp={(event) => {
        // The click that brings the focus selects all; the next one places the caret.
        if (fresh.current) event.preventDefault();
        fresh.current = false;
      }}
      onBlur={() => {
        setFocused(false);
        commit();
      }}
      onKeyUp={onEnd}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        else if (event.key === "Escape") setTyped(null);
        else if (["ArrowUp", "ArrowDown", "PageUp", "PageDown"].includes(event.key) && typed === null) {
          if (onStep(event)) event.preventDefault();
        }
      }}
    />
  );
}
