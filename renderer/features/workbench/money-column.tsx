/** The money: where it comes from, where it goes, when, and the ledger that shows that none is lost. */
import { type ReactNode, useMemo } from "react";
import { formatCount, formatMoney, formatMoneyExact } from "../../../scenarios/index.ts";
import { byYear } from "../../client/sums.ts";
import { useActions, useApp, useOpenDocument, useScenario, useShownResult } from "../../store/use-store.ts";
import { controlName, type Side, typedAmount } from "./board.ts";
import { Ledger } from "./ledger.tsx";
import { MoneyRow } from "./money-row.tsx";
import { PhaseBars } from "./phase-bars.tsx";
import { phasingInWords, splitInWords, termsInUse } from "./terms.ts";
import { TermsDialog } from "./terms-dialog.tsx";
import { type Board, useBoard } from "./use-board.ts";

export function MoneyColumn() {
  const actions = useActions();
  const { dataset } = useOpenDocument();
  const scenario = useScenario();
  const board = useBoard();
  const dialog = useApp((state) => state.dialog);
  const { margins, context } = board;
  const used = useMemo(() => termsInUse(scenario), [scenario]);
  const bases = margins.priceBases.filter((base) => base !== dataset.definitions.priceBase);
  return (
    <aside className="move" aria-label="Move money" data-region="" tabIndex={-1}>
      <div className="move-top">
        <div className="move-heading">
          <h2>Move money</h2>
          <span className="sub">£ a year at full effect, {dataset.definitions.priceBase} prices</span>
        </div>
        <Ledger dataset={dataset} margins={margins} />
      </div>
      <div className="group">
        <h3>From the set-aside</h3>
        <b title={formatMoneyExact(margins.moved)}>{formatMoney(margins.moved)}</b>
      </div>
      <ul>
        {context.specialties.map(({ id, label, holds, locked }) => {
          const amount = margins.specialties.get(id) ?? 0;
          return (
            <Row
              key={id}
              board={board}
              side="from"
              id={id}
              label={label}
              holds={holds}
              locked={locked}
              detail={`${formatMoney(holds)} → ${formatMoney(holds - amount)}`}
            />
          );
        })}
      </ul>
      <div className="group">
        <h3>To community programmes</h3>
        <span>
          <span className="sub">£0.00 left to place</span> <b>{formatMoney(margins.moved)}</b>
        </span>
      </div>
      <ul>
        {context.programmes.map(({ id, label, locked }) => (
          <Row
            key={id}
            board={board}
            side="to"
            id={id}
            label={label}
            holds={Infinity}
            locked={locked}
            detail={<Places programme={id} />}
          />
        ))}
      </ul>
      {margins.newMoney.size > 0 && (
        <p className="sub aside-note">
          Besides, {formatMoney([...margins.newMoney.values()].reduce((sum, amount) => sum + amount, 0))} a year of new
          money, which comes from no budget here.
        </p>
      )}
      {bases.length > 0 && (
        <p className="sub aside-note">
          Some amounts are in other prices: {bases.join(", ")}. Each is repriced as it says.
        </p>
      )}
      <div className="terms-line">
        <h3>Phasing</h3>
        <div>{phasingInWords(used)}</div>
        <PhaseBars used={used} scenario={scenario} />
        <button type="button" className="btn link" onClick={() => actions.showDialog({ kind: "phasing" })}>
          Change<span className="vh"> phasing</span>
        </button>
      </div>
      <div className="terms-line">
        <h3>Areas</h3>
        <div>{splitInWords(used)}</div>
        <span />
        <button type="button" className="btn link" onClick={() => actions.showDialog({ kind: "areas" })}>
          Change<span className="vh"> the split over areas</span>
        </button>
      </div>
      {(dialog?.kind === "phasing" || dialog?.kind === "areas") && <TermsDialog onClose={() => actions.answer(null)} />}
    </aside>
  );
}

/** Places of a programme in the last year, all areas together. Of its own, so that a new result redraws no more than it. */
function Places({ programme }: { readonly programme: string }) {
  const result = useShownResult();
  if (result === null || !(result.members["programme"] ?? []).includes(programme)) return null;
  const places = byYear(result, "capacity", { programme }).at(-1) ?? 0;
  return places > 0 ? `${formatCount(places, places < 10 ? 1 : 0)} more places` : "no places";
}

interface RowProps {
  readonly board: Board;
  readonly side: Side;
  readonly id: string;
  readonly label: string;
  readonly holds: number;
  readonly locked: boolean;
  readonly detail: ReactNode;
}

function Row({ board, side, id, label, holds, locked, detail }: RowProps) {
  const actions = useActions();
  const of = (margins: Board["margins"]): number =>
    (side === "from" ? margins.specialties : margins.programmes).get(id) ?? 0;
  const amount = of(board.margins);
  const control = controlName(side, id);
  return (
    <MoneyRow
      side={side}
      label={label}
      detail={detail}
      amount={amount}
      was={board.before === null ? amount : of(board.before)}
      most={Math.min(holds, Math.max(board.reach, amount))}
      locked={locked}
      refusal={board.refusal?.control === control ? board.refusal.reason : null}
      onBegin={board.begin}
      onEnd={board.end}
      onAmount={(pounds) => board.move(side, id, pounds, true)}
      onText={(text) => {
        const typed = typedAmount(text, side, amount, holds);
        if (typed.ok) board.move(side, id, typed.value, false);
        else board.refuse(side, id, typed.reason);
      }}
      onLock={() => actions.toggleLock(control)}
    />
  );
}
