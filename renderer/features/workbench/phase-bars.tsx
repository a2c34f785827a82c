/** How the yearly amount builds up, drawn small: a bar a year from the first start. */
import type { Scenario } from "../../../scenarios/index.ts";
import type { ProgrammeTerms } from "./terms.ts";

const BARS = 7;
const HEIGHT = 20;

/** Share of the whole yearly amount that is spent in each twelve months from the earliest start. */
export function buildUp(used: readonly ProgrammeTerms[], scenario: Scenario): number[] {
  const amounts = new Map<string, number>();
  for (const { to, amount } of scenario.shifts) amounts.set(to, (amounts.get(to) ?? 0) + Math.abs(amount));
  const months = used.map(({ terms }) => Number(terms.start.slice(0, 4)) * 12 + Number(terms.start.slice(5)));
  const first = Math.min(...months);
  const whole = used.reduce((sum, { id }) => sum + (amounts.get(id) ?? 0), 0);
  return Array.from({ length: BARS }, (_, bar) => {
    let spent = 0;
    for (const [index, { id, terms }] of used.entries()) {
      // Twelve months of this bar, each in the programme's own year since its start.
      for (let month = 0; month < 12; month++) {
        const since = first + bar * 12 + month - (months[index] ?? first);
        if (since < 0) continue;
        const share = terms.phase[Math.min(Math.floor(since / 12), terms.phase.length - 1)] ?? 0;
        spent += ((amounts.get(id) ?? 0) * share) / 12;
      }
    }
    return whole > 0 ? spent / whole : 0;
  });
}

export function PhaseBars({
  used,
  scenario,
}: {
  readonly used: readonly ProgrammeTerms[];
  readonly scenario: Scenario;
}) {
  const shares = buildUp(used, scenario);
  const most = Math.max(1, ...shares);
  return (
    <svg width={BARS * 9 - 2} height={HEIGHT} aria-hidden="true" className="phase-bars">
      {shares.map((share, bar) => {
        const height = (share / most) * HEIGHT;
        // oxlint-disable-next-line react/no-array-index-key -- the year is what tells the bars apart
        return <rect key={bar} x={bar * 9} y={HEIGHT - height} width={7} height={height} />;
      })}
    </svg>
  );
}
