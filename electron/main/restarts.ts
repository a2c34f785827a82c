const WITHIN = 60_000;
const MOST = 3;

/** Whether an engine that ended at these times (milliseconds, the last one just now) is started again: not a third time within a minute. */
export function mayStartAgain(endings: readonly number[], now: number): boolean {
  return endings.filter((at) => now - at < WITHIN).length < MOST;
}
