/** The dataset's assumptions as numbers of the model. Keys are those of docs/scenario-format.md. */
import {
  DISCOUNT_RATE,
  financialYears,
  type CommissioningCase,
  type Specialty,
  type UncertainCell,
} from "../../../models/index.ts";
import { aboveNoneUpTo1, above0, anyNumber, aRate, aShare, atLeast0, type Range } from "../assumptions.ts";
import { SHARE_OF_OVERSPEND, SHARE_OF_UNDERSPEND } from "../books.ts";
import type { Place, Places } from "./place.ts";

/** Every key of the dataset's assumption register that the model reads. */
export function datasetPlaces(given: CommissioningCase): Places {
  const years = financialYears(given.firstYear, given.yearCount);
  const byYear = (
    stem: string,
    input: string,
    values: readonly number[],
    allowed: Range,
    other: Readonly<Record<string, string>> = {},
  ) =>
    years.flatMap((year, t): [string, Place][] =>
      t === 0 ? [] : [[`${stem}:${year}`, place(values[t] as number, allowed, input, { ...other, year })]],
    );
  return new Map<string, Place | string>([
    ...projection(given, byYear("health-age-shift", "healthAgeShift", given.healthAgeShift, anyNumber)),
    ...given.specialties.flatMap(specialtyPlaces),
    ...Object.entries(given.inflation).flatMap(([costType, rates]) =>
      byYear(`inflation:${costType}`, "inflation", rates, aRate, { costType }),
    ),
    ...byYear("deflator", "deflator", given.deflator, aRate),
    ...given.lines.flatMap(({ id, uplift, demandGrowth }): [string, Place][] => [
      ...byYear(`uplift:${id}`, "uplift", uplift, aRate, { line: id }),
      [`demand-growth:${id}`, place(demandGrowth, aRate, "demandGrowth", { line: id })],
    ]),
    ["opening-reserves", place(given.openingReserves, anyNumber, "openingReserves", {})],
    ["reserves-floor", place(given.reservesFloor, atLeast0, "reservesFloor", {})],
    [SHARE_OF_OVERSPEND, place(given.riskShareOver ?? 1, aShare, "riskShareOver", {})],
    [SHARE_OF_UNDERSPEND, place(given.riskShareUnder ?? 1, aShare, "riskShareUnder", {})],
    ["discount-rate", place(given.discountRate ?? DISCOUNT_RATE, aRate, "discountRate", {})],
  ]);
}

function place(value: number, allowed: Range, input: string, at: UncertainCell["at"]): Place {
  return { value, allowed, cells: [{ input, at }], library: null };
}

/** Growth, drift and younger ages act only where the model projects activity itself. */
function projection(given: CommissioningCase, healthAge: readonly [string, Place][]): [string, Place | string][] {
  const own = given.specialties.flatMap(({ id }, k): [string, Place][] => [
    [`growth:${id}`, place(given.growth[k] as number, aRate, "growth", { specialty: id })],
    [`stay-drift:${id}`, place(given.stayDrift[k] as number, aRate, "stayDrift", { specialty: id })],
  ]);
  if (given.activity.kind === "projected") return [...own, ...healthAge];
  const why = "this dataset gives activity for every year, so nothing is projected with it";
  return [...own, ...healthAge].map(([key]) => [key, why]);
}

function specialtyPlaces(specialty: Specialty): [string, Place | string][] {
  const { id, variableShare } = specialty;
  const at = { specialty: id };
  const shared = `the three cost shares sum to 1: give variable-share:${id} the range, and the other two share the rest`;
  return [
    [`variable-share:${id}`, { value: variableShare, allowed: aShare, cells: costShares(specialty), library: null }],
    [`semi-fixed-share:${id}`, shared],
    [`fixed-share:${id}`, shared],
    [`occupancy:${id}`, place(specialty.occupancy, aboveNoneUpTo1, "occupancy", at)],
    [`closure-step:${id}`, place(specialty.closureStep, above0, "closureStep", at)],
    [`release-lag-months:${id}`, place(specialty.releaseLagMonths, atLeast0, "releaseLagMonths", at)],
    [`escalation-premium:${id}`, place(specialty.escalationPremium, atLeast0, "escalationPremium", at)],
    [`held-closed:${id}`, place(specialty.heldClosed ?? 1, aShare, "heldClosed", at)],
    [`realised:${id}`, place(specialty.realised ?? 1, aShare, "realised", at)],
  ];
}

/** The rest, 1 less the variable share, stays shared as it is; all of it is fixed where there is none to go by. */
function costShares({ id, variableShare, semiFixedShare, fixedShare }: Specialty): UncertainCell[] {
  const at = { specialty: id };
  const rest = semiFixedShare + fixedShare;
  const semiFixed = variableShare < 1 && rest > 0 ? semiFixedShare / rest : 0;
  return [
    { input: "variableShare", at },
    { input: "semiFixedShare", at, scale: -semiFixed, offset: semiFixed },
    { input: "fixedShare", at, scale: semiFixed - 1, offset: 1 - semiFixed },
  ];
}
