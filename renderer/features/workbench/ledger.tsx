/** The two sides of the move and their total, to the penny: what leaves one side arrives on the other. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import { formatMillions, formatMoney, formatMoneyExact, type Margins } from "../../../scenarios/index.ts";
import { TickIcon } from "../../ui/icons.tsx";
import { roundingNote } from "./rounding-note.ts";

export interface LedgerSums {
  readonly setAside: { readonly now: number; readonly after: number };
  readonly community: { readonly now: number; readonly after: number };
  readonly total: { readonly now: number; readonly after: number };
}

const pence = (pounds: number): number => Math.round(pounds * 100);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + pence(value), 0);

/** £, added in whole pence. Money from outside changes spending, not budgets, so it is not in here. */
export function ledgerSums(dataset: DatasetSummary, margins: Margins): LedgerSums {
  const paidBy = (setAside: boolean): number =>
    sum(dataset.lines.filter(({ payer }) => (payer === "set-aside") === setAside).map(({ budget0 }) => budget0));
  const across = sum(margins.acrossAll.values());
  const taken = sum(margins.specialties.values()) + across;
  const given = sum(margins.programmes.values()) + across;
  const setAside = paidBy(true);
  const community = paidBy(false);
  const pounds = (now: number, after: number) => ({ now: now / 100, after: after / 100 });
  return {
    setAside: pounds(setAside, setAside - taken),
    community: pounds(community, community + given),
    total: pounds(setAside + community, setAside - taken + community + given),
  };
}

/** Where the total is large, all of the ledger is in millions: billions to two places would hide what moved. */
const IN_MILLIONS_FROM = 999_500;

function Money({ pounds, signed }: { readonly pounds: number; readonly signed?: boolean }) {
  const options = { signed: signed === true };
  const text =
    pounds >= IN_MILLIONS_FROM && signed !== true ? `£${formatMillions(pounds)}m` : formatMoney(pounds, options);
  return <span title={formatMoneyExact(pounds, options)}>{text}</span>;
}

export function Ledger({ dataset, margins }: { readonly dataset: DatasetSummary; readonly margins: Margins }) {
  const sums = ledgerSums(dataset, margins);
  const change = (side: { readonly now: number; readonly after: number }): number =>
    (pence(side.after) - pence(side.now)) / 100;
  const balanced = change(sums.total) === 0;
  const note = roundingNote([
    [sums.setAside.now, sums.community.now],
    [sums.setAside.after, sums.community.after],
  ]);
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">Side</span>
          </th>
          <th scope="col" className="num">
            Now
          </th>
          <th scope="col" className="num">
            This scenario
          </th>
          <th scope="col" className="num">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {(
          [
            ["Set-aside", "hosp", sums.setAside],
            ["Community and care", "comm", sums.community],
          ] as const
        ).map(([label, role, side]) => (
          <tr key={label}>
            <th scope="row">
              <i className={`key ${role}`} aria-hidden="true" />
              {label}
            </th>
            <td className="num">
              <Money pounds={side.now} />
            </td>
            <td className="num">
              <Money pounds={side.after} />
            </td>
            <td className="num">
              <Money pounds={change(side)} signed />
            </td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">Total</th>
          <td className="num">
            <Money pounds={sums.total.now} />
          </td>
          <td className="num">
            <Money pounds={sums.total.after} />
          </td>
          <td className="num balance" data-balanced={balanced}>
            {balanced && <TickIcon />}
            <span>{balanced ? "£0.00" : formatMoneyExact(change(sums.total), { signed: true })}</span>
          </td>
        </tr>
        {note !== null && (
          <tr>
            <td colSpan={4} className="sub">
              {note}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
