/** The money: where it comes from, where it goes, when, and the ledger that shows that none is lost. */
import { useMemo } from "react";
import { formatMoney, formatMoneyExact, lastingLimitInWords } from "../../../scenarios/index.ts";
import { useActions, useApp, useOpenDocument, useScenario } from "../../store/use-store.ts";
import { controlName, type Side } from "./board.ts";
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
        {context.specialties.map(({ id, label, holds, locked, most, shortIn }) => (
          <Row
            key={id}
            board={board}
            side="from"
            id={id}
            label={label}
            holds={holds}
            canGive={most ?? holds}
            limit={
              shortIn !== null && shortIn !== undefined && most !== undefined
                ? lastingLimitInWords(holds, most, shortIn, context.years[0] ?? "")
                : null
            }
            locked={locked}
          />
        ))}
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
            canGive={Infinity}
            limit={null}
            locked={locked}
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

interface RowProps {
  readonly board: Board;
  readonly side: Side;
  readonly id: string;
  readonly label: string;
  readonly holds: number;
  /** £ a year that holds in every year. */
  readonly canGive: number;
  /** What binds before what is held does, in words. */
  readonly limit: string | null;
  readonly locked: boolean;
}

/** What one line needs of the board, in figures, so that it is drawn again only when they change. */
function Row({ board, side, id, label, holds, canGive, limit, locked }: RowProps) {
  const of = (margins: Board["margins"]): number =>
    (side === "from" ? margins.specialties : margins.programmes).get(id) ?? 0;
  const amount = of(board.margins);
  return (
    <MoneyRow
      moves={board.moves}
      side={side}
      id={id}
      label={label}
      amount={amount}
      was={board.before === null ? amount : of(board.before)}
      holds={holds}
      most={Math.max(amount, Math.min(canGive, board.reach))}
      limit={limit}
      locked={locked}
      refusal={board.refusal?.control === controlName(side, id) ? board.refusal.reason : null}
    />
  );
}
