/** Beds of the report, by hospital and specialty. Not rounded. */
import type { CommissioningResults } from "../../models/index.ts";
import { membersOf, total } from "./read.ts";
import { pair, type Pair } from "./report-measures.ts";

export interface BedsReport {
  readonly openInBaseYear: number;
  /** Where beds were not counted, those that base-year bed days fill at target occupancy are taken to be open. */
  readonly basis: "beds counted" | "beds assumed, not counted";
  /** Beds short of target occupancy in the base year: the first beds saved end that, and none of it is money. */
  readonly shortInBaseYear: number;
  readonly needed: Pair;
  readonly closed: Pair;
  /** Of the closed, those that someone has agreed to hold shut. */
  readonly heldClosed: Pair;
  readonly extra: Pair;
  readonly open: Pair;
}

/** Specialties that have no beds in the set-aside at a hospital are left out of it. */
export function beds(results: CommissioningResults): Record<string, Record<string, BedsReport>> {
  return Object.fromEntries(
    membersOf(results, "hospital").map((hospital) => [hospital, atHospital(results, hospital)]),
  );
}

function atHospital(results: CommissioningResults, hospital: string): Record<string, BedsReport> {
  const reports = membersOf(results, "specialty").map((specialty): [string, BedsReport] => {
    const at = { hospital, specialty };
    return [
      specialty,
      {
        openInBaseYear: total(results, "bedsOpenBase", at),
        basis: total(results, "bedsCounted", at) > 0 ? "beds counted" : "beds assumed, not counted",
        shortInBaseYear: total(results, "bedsRelief", at),
        needed: pair(results, "bedsNeeded", at),
        closed: pair(results, "bedsClosed", at),
        heldClosed: pair(results, "bedsHeldClosed", at),
        extra: pair(results, "bedsExtra", at),
        open: pair(results, "bedsOpen", at),
      },
    ];
  });
  return Object.fromEntries(
    reports.filter(([, report]) => report.openInBaseYear > 0 || report.needed.scenario.some((beds) => beds > 0)),
  );
}
