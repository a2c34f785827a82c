/** Wards that a scenario closes and doing nothing does not. */
import type { CommissioningResults } from "../../models/index.ts";
import { closureStepOf, type Told } from "./labels.ts";
import { byYear, DOING_NOTHING, membersOf, SCENARIO, yearsOf } from "./read.ts";

export interface WardClosure {
  readonly hospital: string;
  readonly specialty: string;
  /** Beds closed at a time. */
  readonly step: number;
  /** Whole steps closed at most, beyond those of doing nothing. */
  readonly wards: number;
  readonly firstYear: string;
  /** First year after in which none of them is closed any more; null when some still are at the end of the plan. */
  readonly neededAgain: string | null;
}

/** Less than this is rounding. */
const NO_BEDS = 1e-6;

/** Closures beyond doing nothing, the earliest first. */
export function wardClosures(told: Told): WardClosure[] {
  const { results } = told;
  return membersOf(results, "hospital")
    .flatMap((hospital) =>
      membersOf(results, "specialty").flatMap((specialty) => closureAt(told, hospital, specialty) ?? []),
    )
    .sort((a, b) =>
      a.firstYear === b.firstYear ? b.wards * b.step - a.wards * a.step : a.firstYear < b.firstYear ? -1 : 1,
    );
}

/** Null when this specialty closes no more here than doing nothing would. */
export function closureAt(told: Told, hospital: string, specialty: string): WardClosure | null {
  const years = yearsOf(told.results);
  const more = closedBeyond(told.results, hospital, specialty);
  const first = more.findIndex((beds) => beds > NO_BEDS);
  if (first < 0) return null;
  const step = closureStepOf(told, specialty);
  const again = more.findIndex((beds, t) => t > first && beds <= NO_BEDS);
  const open = again >= 0 && more.slice(again).every((beds) => beds <= NO_BEDS);
  return {
    hospital,
    specialty,
    step,
    // A closed bed counts for part of its first year, so the largest year is rounded up to whole steps.
    wards: step > 0 ? Math.ceil(Math.max(...more) / step - NO_BEDS) : 1,
    firstYear: years[first] as string,
    neededAgain: open ? (years[again] as string) : null,
  };
}

function closedBeyond(results: CommissioningResults, hospital: string, specialty: string): number[] {
  const nothing = byYear(results, "bedsClosed", { world: DOING_NOTHING, hospital, specialty });
  return byYear(results, "bedsClosed", { world: SCENARIO, hospital, specialty }).map(
    (beds, t) => beds - (nothing[t] as number),
  );
}
