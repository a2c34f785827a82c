/** Money of the report: what comes out of the hospital, the budgets and the books. £ a year. */
import type { CommissioningResults } from "../../models/index.ts";
import { holdingOf, type Holding } from "./holding.ts";
import { byYear, membersOf, total, yearsOf } from "./read.ts";
import { pair, type Pair } from "./report-measures.ts";
import type { VarianceRule } from "./variance-rule.ts";

export interface MoneyParts {
  /** Cash: what the hospital costs less than in the base year, against doing nothing. */
  readonly released: readonly number[];
  /** The same if every closed bed were held shut and all variable cost taken out: what could be had. */
  readonly releasedIfHeld: readonly number[];
  /** Growth that does not come: real, but no money comes back. */
  readonly avoided: readonly number[];
  /** Notional value that is neither. */
  readonly stranded: readonly number[];
  /** The part of stranded that could be released: nobody has agreed to hold it. */
  readonly refilled: readonly number[];
  /** Released, avoided and stranded together: bed days at cost per bed day, not cash. */
  readonly notionalReduction: readonly number[];
  /** Shifted out of the set-aside and not released: the double running that someone must fund. */
  readonly bridging: readonly number[];
  readonly shiftedOut: readonly number[];
  readonly investment: readonly number[];
}

export interface MoneyReport {
  readonly unit: string;
  /** Whether anyone has agreed to hold shut what the plan lets close. */
  readonly holding: Holding;
  readonly nominal: MoneyParts;
  /** At base-year prices by the one named deflator. */
  readonly real: MoneyParts;
  /** Nominal, by hospital and specialty. */
  readonly byHospital: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;
  /** Nominal. */
  readonly byArea: Readonly<Record<string, Pick<MoneyParts, "released" | "avoided">>>;
}

export function moneyReport(results: CommissioningResults): MoneyReport {
  const nominal: MoneyParts = {
    released: byYear(results, "releasedTotal"),
    releasedIfHeld: byYear(results, "releasedIfHeldTotal"),
    avoided: byYear(results, "avoidedTotal"),
    stranded: byYear(results, "strandedTotal"),
    refilled: byYear(results, "refilledTotal"),
    notionalReduction: byYear(results, "notionalReduction"),
    bridging: byYear(results, "bridging"),
    shiftedOut: byYear(results, "shiftedOut"),
    investment: byYear(results, "investmentTotal"),
  };
  const deflator = byYear(results, "deflatorIndex");
  const real = (list: readonly number[]) => list.map((amount, t) => amount / (deflator[t] as number));
  return {
    unit: "£ a year",
    holding: holdingOf(results),
    nominal,
    real: {
      released: byYear(results, "releasedTotalReal"),
      releasedIfHeld: byYear(results, "releasedIfHeldTotalReal"),
      avoided: byYear(results, "avoidedTotalReal"),
      stranded: byYear(results, "strandedTotalReal"),
      refilled: byYear(results, "refilledTotalReal"),
      notionalReduction: real(nominal.notionalReduction),
      bridging: byYear(results, "bridgingReal"),
      shiftedOut: real(nominal.shiftedOut),
      investment: byYear(results, "investmentTotalReal"),
    },
    byHospital: byHospital(results),
    byArea: Object.fromEntries(
      membersOf(results, "area").map((area) => [
        area,
        { released: byYear(results, "releasedByArea", { area }), avoided: byYear(results, "avoidedByArea", { area }) },
      ]),
    ),
  };
}

const AT_HOSPITAL = [
  "released",
  "releasedVariable",
  "releasedBeds",
  "releasedIfHeld",
  "avoided",
  "stranded",
  "strandedFixed",
  "refilled",
  "notionalReduction",
];

function byHospital(results: CommissioningResults): MoneyReport["byHospital"] {
  return Object.fromEntries(
    membersOf(results, "hospital").map((hospital) => [
      hospital,
      Object.fromEntries(
        membersOf(results, "specialty").map((specialty) => [
          specialty,
          Object.fromEntries(AT_HOSPITAL.map((id) => [id, byYear(results, id, { hospital, specialty })])),
        ]),
      ),
    ]),
  );
}

export interface BudgetsReport {
  readonly unit: string;
  /** By line, by year, nominal. */
  readonly before: Readonly<Record<string, readonly number[]>>;
  readonly after: Readonly<Record<string, readonly number[]>>;
  readonly totalBefore: readonly number[];
  readonly totalAfter: readonly number[];
  readonly cost: Readonly<Record<string, Pair>>;
  /** Set-aside lines that pay for neither bed days nor attendances: their cost is not driven by activity. */
  readonly notDrivenByActivity: readonly string[];
  readonly byPayer: Readonly<Record<string, { readonly budget: Pair; readonly cost: Pair }>>;
}

/** Adding in floating point leaves a millionth of a penny or so of dust, which must not read as money lost. */
const toHundredthOfPenny = (pounds: number): number => Math.round(pounds * 1e4) / 1e4;

/** Totals are the sums of the lines, to a hundredth of a penny: before and after a shift they are the same number. */
export function budgetsReport(results: CommissioningResults): BudgetsReport {
  const lines = membersOf(results, "line");
  const before = Object.fromEntries(lines.map((line) => [line, byYear(results, "budgetBeforeShifts", { line })]));
  const after = Object.fromEntries(lines.map((line) => [line, byYear(results, "budget", { line, world: "scenario" })]));
  const totals = (byLine: Readonly<Record<string, readonly number[]>>) =>
    yearsOf(results).map((_, t) =>
      toHundredthOfPenny(lines.reduce((sum, line) => sum + (byLine[line]?.[t] as number), 0)),
    );
  return {
    unit: "£ a year, nominal",
    before,
    after,
    totalBefore: totals(before),
    totalAfter: totals(after),
    cost: Object.fromEntries(lines.map((line) => [line, pair(results, "lineCost", { line })])),
    notDrivenByActivity: lines.filter((line) => total(results, "notDrivenByActivity", { line }) === 1),
    byPayer: Object.fromEntries(
      membersOf(results, "payer").map((payer) => [
        payer,
        { budget: pair(results, "budgetByPayer", { payer }), cost: pair(results, "costByPayer", { payer }) },
      ]),
    ),
  };
}

export interface BooksReport {
  readonly unit: string;
  /** Set-aside after shifts less its cost: the set-aside's own position, which is apart from the integrated budget's. */
  readonly trueUp: Pair;
  /** Budgets less costs over the lines paid to the integration authority. */
  readonly integrated: Pair;
  /** Both together: the position of health and care as a whole. */
  readonly position: Pair;
  /** The integrated position and our share of the set-aside's: what reserves and the gap rest on. */
  readonly onUs: Pair;
  readonly varianceRule: VarianceRule;
  readonly section28: Section28Report;
  readonly generalReserves: Pair;
  readonly reserves: Pair;
  readonly reservesDrawn: Pair;
  readonly fundingGap: Pair;
  readonly real: Readonly<
    Record<"trueUp" | "integrated" | "position" | "onUs" | "reserves" | "fundingGap", Pair> &
      Record<"section28", Section28Parts>
  >;
}

/** £ a year. Positive: the integration authority could ask it of the Health Board; negative, the other way. */
interface Section28Parts {
  readonly alreadyThereIfWeDoNothing: readonly number[];
  readonly becauseOfThisPlan: readonly number[];
}

interface Section28Report extends Section28Parts {
  readonly meaning: string;
}

export const SECTION_28 =
  "What either side could ask for under section 28, against the base year; whether anyone pays is for the integration scheme.";

function section28(results: CommissioningResults, suffix: "" | "Real"): Section28Parts {
  return {
    alreadyThereIfWeDoNothing: byYear(results, `section28DoingNothing${suffix}`),
    becauseOfThisPlan: byYear(results, `section28OfPlan${suffix}`),
  };
}

export function booksReport(results: CommissioningResults, rule: VarianceRule): BooksReport {
  return {
    unit: "£ a year, nominal; reserves £ at 31 March",
    trueUp: pair(results, "trueUp"),
    integrated: pair(results, "integratedPosition"),
    position: pair(results, "position"),
    onUs: pair(results, "onUs"),
    varianceRule: rule,
    section28: { ...section28(results, ""), meaning: SECTION_28 },
    generalReserves: pair(results, "generalReserves"),
    reserves: pair(results, "reserves"),
    reservesDrawn: pair(results, "reservesDrawn"),
    fundingGap: pair(results, "fundingGap"),
    real: {
      trueUp: pair(results, "trueUpReal"),
      integrated: pair(results, "integratedPositionReal"),
      position: pair(results, "positionReal"),
      onUs: pair(results, "onUsReal"),
      section28: section28(results, "Real"),
      reserves: pair(results, "reservesReal"),
      fundingGap: pair(results, "fundingGapReal"),
    },
  };
}
