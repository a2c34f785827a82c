/** Beds of the report, by hospital and specialty. Not rounded. */
import type { CommissioningResults } from "../../models/index.ts";
import { membersOf, total } from "./read.ts";
import { pair, type Pair } from "./report-measures.ts";

export interface BedsReport {
  readonly openInBaseYear: number;
  readonly needed: Pair;
  readonly closed: Pair;
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
        needed: pair(results, "bedsNeeded", at),
        closed: pair(results, "bedsClosed", at),
        extra: pair(results, "bedsExtra", at),
        open: pair(results, "bedsOpen", at),
      },
    ];
  });
  return Object.fromEntries(
    reports.filter(([, report]) => report.openInBaseYear > 0 || report.needed.scenario.some((beds) => beds > 0)),
  );
}
