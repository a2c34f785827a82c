/** Facts of the calendar that formulas need: leap days, and for each shift its phase and months since the start. */
import type { Shift } from "./case.ts";

/**
 * 1 when the financial year that starts in April of `startsIn` holds 29 February: its March is in the year after.
 * `leapDay(2027)` is 1 (29 February 2028).
 */
export function leapDay(startsIn: number): 0 | 1 {
  const year = startsIn + 1;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 1 : 0;
}

/**
 * By shift, year and month: the phase (0 before the start; then one share for each twelve months, the last one
 * holding), and the months since the start read at mid-month (0 before the start).
 */
export function monthFacts(
  shifts: readonly Pick<Shift, "startMonth" | "phase">[],
  yearCount: number,
): { phase: Float64Array; monthsSinceStart: Float64Array } {
  const months = yearCount * 12;
  const phase = new Float64Array(shifts.length * months);
  const monthsSinceStart = new Float64Array(shifts.length * months);
  shifts.forEach((shift, n) => {
    for (let month = Math.max(0, shift.startMonth); month < months; month++) {
      const since = month - shift.startMonth;
      const step = Math.min(Math.floor(since / 12), shift.phase.length - 1);
      phase[n * months + month] = shift.phase[step] ?? 0;
      monthsSinceStart[n * months + month] = since + 0.5;
    }
  });
  return { phase, monthsSinceStart };
}
