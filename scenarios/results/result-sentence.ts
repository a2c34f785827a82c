/** The result in plain English: what is moved, what it does to bed days, what comes out as cash, and the main caveat. */
import { formatMoney } from "../format/money.ts";
import { formatCount, inWords } from "../format/numbers.ts";
import { caveats } from "./caveat.ts";
import { nobodyHolds } from "./holding.ts";
import { labelOf, type Told } from "./labels.ts";
import { movesAnything, moneyMoved, moneyMovedInWords, type MoneyMoved } from "./money-moved.ts";
import { aboutCount, plain, sizeOfChange, strong, type Segment } from "./phrases.ts";
import { byYear, DOING_NOTHING, SCENARIO, total, yearsOf } from "./read.ts";
import { wardClosures, type WardClosure } from "./wards.ts";

export interface ResultSentence {
  readonly segments: readonly Segment[];
  /** The main caveat, without the words "Main caveat". */
  readonly caveat: string;
  /** Others that are true of this result. */
  readonly furtherCaveats: readonly string[];
}

/** Less than half a pound or half a bed day is not spoken of. */
const HALF = 0.5;

/** For the last year of the plan, from a run that was asked for `RESULT_IDS`. Money in base-year prices. */
export function resultSentence(told: Told): ResultSentence {
  const money = moneyMoved(told.scenario);
  const [caveat = "", ...furtherCaveats] = caveats(told, money);
  const segments = movesAnything(money) ? movedSentence(told, money) : nothingSentence(told);
  return { segments, caveat, furtherCaveats };
}

function nothingSentence({ results }: Told): Segment[] {
  const years = yearsOf(results);
  const bedDays = byYear(results, "emergencyBedDays", { world: DOING_NOTHING });
  const [first, last] = [bedDays[0] as number, bedDays[bedDays.length - 1] as number];
  const change = first > 0 ? last / first - 1 : 0;
  const verb = Math.abs(last - first) < HALF ? "stay at" : last > first ? "rise from" : "fall from";
  return [
    plain("No money is moved, so this is doing nothing: emergency bed days "),
    plain(`${verb} ${formatCount(first)} in ${years[0]}`),
    ...(Math.abs(last - first) < HALF
      ? [plain(".")]
      : [
          plain(" to "),
          strong(`${formatCount(last)} in ${years[years.length - 1]}`),
          plain(`, ${sizeOfChange(change)} ${last > first ? "more" : "fewer"}.`),
        ]),
  ];
}

function movedSentence(told: Told, money: MoneyMoved): Segment[] {
  const years = yearsOf(told.results);
  const last = years[years.length - 1] as string;
  const { segments, saved } = bedDaysInWords(told, last);
  return [
    ...moneyMovedInWords(money, years[0] as string),
    plain(` leaves emergency bed days in ${last} `),
    ...segments,
    ...(saved > HALF ? whatItIsWorth(told, last) : []),
    ...(money.fromSetAside > 0 ? cashInWords(told, last) : costInWords(told, last)),
    plain(` Money in ${years[0]} prices.`),
  ];
}

function bedDaysInWords({ results }: Told, year: string): { segments: Segment[]; saved: number } {
  const nothing = total(results, "emergencyBedDays", { world: DOING_NOTHING, year });
  const saved = nothing - total(results, "emergencyBedDays", { world: SCENARIO, year });
  if (Math.abs(saved) < HALF) return { segments: [strong("as they would be doing nothing"), plain(".")], saved };
  const way = saved > 0 ? "below" : "above";
  return {
    segments: [
      strong(`${sizeOfChange(saved / nothing)} ${way} doing nothing`),
      plain(`: ${aboutCount(saved)} ${saved > 0 ? "fewer" : "more"}.`),
    ],
    saved,
  };
}

/** What the saving is, by its parts of the notional value. */
function whatItIsWorth({ results }: Told, year: string): Segment[] {
  const at = { year };
  const [released, avoided, stranded] = ["releasedTotal", "avoidedTotal", "strandedTotal"].map((id) =>
    total(results, id, at),
  ) as [number, number, number];
  const half = (released + avoided + stranded) / 2;
  if (half < HALF) return [];
  if (avoided > half) return [plain(" Most of that is growth avoided, not cash.")];
  if (stranded > half) return [plain(" Most of that is cost stranded in the hospital, not cash.")];
  if (released > half) return [plain(" Most of its value is released as cash.")];
  return [plain(" Less than half of its value is released as cash; the rest is growth avoided or cost stranded.")];
}

/** Wards, cash released and double running, for money out of the set-aside: in the year of the first closure, else the last. */
function cashInWords(told: Told, last: string): Segment[] {
  const closures = wardClosures(told);
  const year = closures[0]?.firstYear ?? last;
  const when = closures.length > 0 ? `in ${year}` : "that year";
  const released = total(told.results, "releasedTotalReal", { year });
  const bridging = total(told.results, "bridgingReal", { year });
  const ifHeld = total(told.results, "releasedIfHeldTotalReal", { year });
  const wardsClose = closures.length > 0;
  const cash = (): string => {
    if (Math.abs(released) > HALF) {
      const amount = `${formatMoney(Math.abs(released))} ${released > 0 ? "is released" : "more is spent in the hospital"}`;
      const beside = ifHeld - released > HALF ? ` (${formatMoney(ifHeld)} if all of it were held)` : "";
      return `, so ${!wardsClose && released > 0 ? "only " : ""}${amount} ${when}${beside}`;
    }
    if (ifHeld <= HALF) return `, so no cash is released ${when}`;
    const would = `(${formatMoney(ifHeld)} would be)`;
    return `, ${wardsClose ? "but" : "and"} no cash is released ${when} ${nobodyHolds(wardsClose)} ${would}`;
  };
  return [
    plain(" "),
    ...wardsInWords(told, closures, last),
    plain(cash()),
    ...(bridging > HALF
      ? [plain(" and "), strong(`${formatMoney(bridging)} of double running`), plain(" needs a funder.")]
      : [plain(" and no double running needs a funder.")]),
  ];
}

function wardsInWords({ labels }: Told, closures: readonly WardClosure[], last: string): Segment[] {
  const [first] = closures;
  if (first === undefined) return [strong("No ward can close"), plain(` by ${last}`)];
  const wards = closures.reduce((sum, each) => sum + each.wards, 0);
  const beds = closures.reduce((sum, each) => sum + each.wards * each.step, 0);
  const where = `${labelOf(labels.specialties, first.specialty)}, ${labelOf(labels.hospitals, first.hospital)}`;
  if (wards === 1) {
    const again = first.neededAgain === null ? "" : `, and is needed again in ${first.neededAgain}`;
    return [
      strong(`One ${formatCount(first.step)}-bed ward can close`),
      plain(`, in ${first.firstYear} (${where})${again}`),
    ];
  }
  const count = inWords(wards);
  return [
    strong(`${count.charAt(0).toUpperCase()}${count.slice(1)} wards can close`),
    plain(`, ${formatCount(beds)} beds in all, the first in ${first.firstYear} (${where})${againInWords(closures)}`),
  ];
}

function againInWords(closures: readonly WardClosure[]): string {
  const again = closures.flatMap((each) => each.neededAgain ?? []).sort();
  if (again.length === 0) return "";
  return again.length === closures.length
    ? `, all needed again by ${again[again.length - 1]}`
    : ", some of them needed again later";
}

/** What the hospital costs more or less, where no money leaves the set-aside. */
function costInWords({ results }: Told, year: string): Segment[] {
  const less = total(results, "releasedTotalReal", { year }) + total(results, "avoidedTotalReal", { year });
  if (Math.abs(less) < HALF) return [plain(" The hospital costs the same as doing nothing.")];
  const text = `costs ${formatMoney(Math.abs(less))} ${less > 0 ? "less" : "more"}`;
  return [plain(" The hospital "), strong(text), plain(` that year than doing nothing, growth avoided included.`)];
}
