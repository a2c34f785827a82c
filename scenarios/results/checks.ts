/** Checks that every result must pass: money conserved, identities of model.md sections 6 and 7, parts that sum, no odd numbers. */
import type { CommissioningResults } from "../../models/index.ts";
import { formatMoneyExact } from "../format/money.ts";
import { formatCount, inWords } from "../format/numbers.ts";
import type { Scenario } from "../schema.ts";
import { byYear, DOING_NOTHING, has, membersOf, SCENARIO, total, yearsOf } from "./read.ts";

export interface Check {
  readonly id: string;
  readonly ok: boolean;
  /** What was compared and how near it came, in a sentence. */
  readonly detail: string;
}

/** Budgets may differ by half a penny a year before and after. */
const HALF_A_PENNY = 0.005;
/** Differences of large sums: relative to the largest figure compared. */
const RELATIVE = 1e-9;

/** All checks, on a run that was asked for `RESULT_IDS`. */
export function checkResults(results: CommissioningResults, scenario: Scenario): Check[] {
  return [
    budgetsConserved(results),
    costIdentity(results),
    notionalIdentity(results),
    positionIdentity(results),
    trueUpIdentity(results),
    areasSum(results),
    bedsAddUp(results),
    ...(movesNothing(scenario) ? [sameAsDoingNothing(results)] : []),
    noNegatives(results),
    finite(results),
  ];
}

function budgetsConserved(results: CommissioningResults): Check {
  const before = byYear(results, "budgetBeforeShifts");
  const after = byYear(results, "budget", { world: SCENARIO });
  const worst = Math.max(...before.map((amount, t) => Math.abs(amount - (after[t] as number))));
  return {
    id: "budgets-conserved",
    ok: worst <= HALF_A_PENNY,
    detail: `Budgets before and after the shifts sum to the same total in each of ${inWords(before.length)} years; largest difference ${formatMoneyExact(worst)}.`,
  };
}

function costIdentity(results: CommissioningResults): Check {
  const fall = difference(results, "hospitalCost", { from: DOING_NOTHING, to: SCENARIO });
  const parts = sum(byYear(results, "avoided"), byYear(results, "released"));
  return compared(
    "cost-identity",
    "Hospital cost of doing nothing less that of the scenario is avoided + released",
    fall,
    parts,
    results,
    "hospitalCost",
  );
}

function notionalIdentity(results: CommissioningResults): Check {
  const fall = difference(results, "notionalCost", { from: DOING_NOTHING, to: SCENARIO });
  const parts = sum(byYear(results, "avoided"), byYear(results, "released"), byYear(results, "stranded"));
  return compared(
    "notional-identity",
    "The notional reduction is avoided + released + stranded",
    fall,
    parts,
    results,
    "notionalCost",
  );
}

/** What A&E attendances cost less than doing nothing, of lines that pay for them. */
function attendances(results: CommissioningResults): readonly number[] {
  return byYear(results, "attendanceSavings");
}

/** Line savings less programme spend is what the lines outside the set-aside cost less. */
function positionIdentity(results: CommissioningResults): Check {
  const change = difference(results, "position", { from: SCENARIO, to: DOING_NOTHING });
  const allLines = difference(results, "lineCost", { from: DOING_NOTHING, to: SCENARIO });
  const setAside = difference(results, "costByPayer", { from: DOING_NOTHING, to: SCENARIO }, { payer: "set-aside" });
  const delegated = allLines.map((cost, t) => cost - (setAside[t] as number));
  const parts = sum(byYear(results, "avoided"), byYear(results, "released"), attendances(results), delegated);
  return compared(
    "position-identity",
    "The change in position is avoided + released + saved on attendances + line savings - programme spend",
    change,
    parts,
    results,
    "lineCost",
  );
}

function trueUpIdentity(results: CommissioningResults): Check {
  const change = difference(results, "trueUp", { from: SCENARIO, to: DOING_NOTHING });
  const shiftedOut = byYear(results, "shiftedOut").map((amount) => -amount);
  const parts = sum(byYear(results, "avoided"), byYear(results, "released"), attendances(results), shiftedOut);
  return compared(
    "true-up-identity",
    "The change in true-up is avoided + released + saved on attendances - shifted out",
    change,
    parts,
    results,
    "hospitalCost",
  );
}

function areasSum(results: CommissioningResults): Check {
  const gaps = [
    relativeGap(byYear(results, "releasedByArea"), byYear(results, "released"), scaleOf(results, "hospitalCost")),
    relativeGap(byYear(results, "avoidedByArea"), byYear(results, "avoided"), scaleOf(results, "hospitalCost")),
    ...[DOING_NOTHING, SCENARIO].map((world) =>
      relativeGap(
        byYear(results, "hospitalCostByArea", { world }),
        byYear(results, "hospitalCost", { world }),
        scaleOf(results, "hospitalCost"),
      ),
    ),
  ];
  const worst = Math.max(...gaps);
  return {
    id: "areas-sum",
    ok: worst <= RELATIVE,
    detail: `What areas release, avoid and pay sums to the whole; largest relative difference ${scientific(worst)}.`,
  };
}

function bedsAddUp(results: CommissioningResults): Check {
  const scale = scaleOf(results, "bedsOpen");
  const base = total(results, "bedsOpenBase");
  const worst = Math.max(
    ...[DOING_NOTHING, SCENARIO].flatMap((world) => {
      const open = byYear(results, "bedsOpen", { world });
      const closed = byYear(results, "bedsClosed", { world });
      const extra = byYear(results, "bedsExtra", { world });
      return open.map((beds, t) => Math.abs(beds - (base - (closed[t] as number) + (extra[t] as number))) / scale);
    }),
  );
  return {
    id: "beds-add-up",
    ok: worst <= RELATIVE,
    detail: `Beds open are those of the base year, less closed, and escalation beds; largest relative difference ${scientific(worst)}.`,
  };
}

/** Bit for bit: the same code ran with nothing to move. */
function sameAsDoingNothing(results: CommissioningResults): Check {
  const different = [...results.values].filter(([, block]) => {
    if (block.dims[0] !== "world") return false;
    const half = block.values.length / 2;
    return block.values.subarray(0, half).some((value, i) => !Object.is(value, block.values[half + i]));
  });
  return {
    id: "nothing-moved-nothing-changed",
    ok: different.length === 0,
    detail:
      different.length === 0
        ? "No money is moved, and every figure is that of doing nothing, bit for bit."
        : `No money is moved, but ${different.map(([id]) => id).join(", ")} differ from doing nothing.`,
  };
}

function noNegatives(results: CommissioningResults): Check {
  const ids = ["emergencyAdmissions", "emergencyBedDays", "delayedBedDays", "bedsNeeded", "bedsOpen", "reach"];
  const below = ids.filter((id) => has(results, id) && results.values.get(id)?.values.some((value) => value < 0));
  return {
    id: "no-negatives",
    ok: below.length === 0,
    detail:
      below.length === 0
        ? "No admissions, bed days, beds or reach are below 0."
        : `${below.join(", ")} hold figures below 0.`,
  };
}

function finite(results: CommissioningResults): Check {
  const blocks = [...results.values];
  const odd = blocks.filter(([, block]) => !block.values.every(Number.isFinite)).map(([id]) => id);
  const count = blocks.reduce((figures, [, block]) => figures + block.values.length, 0);
  return {
    id: "finite",
    ok: odd.length === 0,
    detail:
      odd.length === 0
        ? `All ${formatCount(count)} figures are numbers.`
        : `${odd.join(", ")} hold figures that are not numbers.`,
  };
}

function movesNothing(scenario: Scenario): boolean {
  return scenario.shifts.every((shift) => shift.amount === 0);
}

function difference(
  results: CommissioningResults,
  id: string,
  worlds: { from: string; to: string },
  at: Readonly<Record<string, string>> = {},
): number[] {
  const to = byYear(results, id, { ...at, world: worlds.to });
  return byYear(results, id, { ...at, world: worlds.from }).map((value, t) => value - (to[t] as number));
}

function sum(...lists: readonly (readonly number[])[]): number[] {
  return (lists[0] ?? []).map((_, t) => lists.reduce((all, list) => all + (list[t] as number), 0));
}

function compared(
  id: string,
  sentence: string,
  left: readonly number[],
  right: readonly number[],
  results: CommissioningResults,
  scaleId: string,
): Check {
  const worst = relativeGap(left, right, scaleOf(results, scaleId));
  return {
    id,
    ok: worst <= RELATIVE,
    detail: `${sentence}, in every year; largest relative difference ${scientific(worst)}.`,
  };
}

function relativeGap(left: readonly number[], right: readonly number[], scale: number): number {
  return Math.max(...left.map((value, t) => Math.abs(value - (right[t] as number)) / scale));
}

/** The largest yearly figure of a variable, over both worlds: what a rounding error is relative to. */
function scaleOf(results: CommissioningResults, id: string): number {
  const worlds = membersOf(results, "world");
  const figures = worlds.flatMap((world) =>
    yearsOf(results).map((year) => Math.abs(total(results, id, { world, year }))),
  );
  return Math.max(1, ...figures);
}

function scientific(value: number): string {
  return value === 0 ? "0" : value.toExponential(1);
}
