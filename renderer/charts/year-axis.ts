/** Which years an axis names when there is not room for all: evenly spaced, ending on the last. */

/** `"2026/27"` as an axis shows it: `"26/27"`. */
export function shortYear(year: string): string {
  return year.slice(2);
}

/** Indices of the years to name, at least `gap` pixels apart; the last year is always one of them, the first where it fits. */
export function namedYears(count: number, width: number, gap: number): number[] {
  if (count < 2) return count === 1 ? [0] : [];
  const step = Math.max(1, Math.ceil((gap * (count - 1)) / Math.max(1, width)));
  const named: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) named.unshift(index);
  const first = named[0] as number;
  // The base year says where the lines start: it takes the place of a neighbour that would crowd it.
  if (first !== 0) {
    if (first < step * 0.75) named.shift();
    named.unshift(0);
  }
  return named;
}
