/** Names that were perhaps meant. */

/** Longer names are not compared: nobody mistypes one. */
const LONGEST_COMPARED = 60;

/** The name of the list nearest to what was typed, or null when none is near: a third of its letters may differ. */
export function nearestName(typed: string, names: Iterable<string>): string | null {
  if (typed.length > LONGEST_COMPARED) return null;
  const letters = lettersOf(typed);
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(letters.length / 3)) + 1;
  for (const name of names) {
    const own = lettersOf(name);
    if (name.length > LONGEST_COMPARED || Math.abs(own.length - letters.length) >= least) continue;
    const steps = editSteps(letters, own);
    if (steps < least) {
      nearest = name;
      least = steps;
    }
  }
  return nearest;
}

/** Capitals and underscores are how words are joined: bed_days and bedDays are one name to whoever types it. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

/** " Did you mean bedDays?", or "" when no name is near. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  const nearest = nearestName(typed, names);
  return nearest === null ? "" : ` Did you mean ${nearest}?`;
}

/** A long list cut short: "a, b, c and 9 more". */
export function fewOf(names: readonly string[], most = 12): string {
  const more = names.length - most;
  return more > 1 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}

/** A name as typed, cut where a message would not be read to its end. */
export function shortened(name: string): string {
  return name.length > LONGEST_COMPARED ? `${name.slice(0, LONGEST_COMPARED - 3)}...` : name;
}

/**
 * Fewest letters to insert, take out, change or swap with their neighbour to make `a` of `b`.
 * Source: Damerau, "A technique for computer detection and correction of spelling errors", Comm. ACM 7 (1964), in the
 * form that swaps each letter at most once.
 */
function editSteps(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let steps = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (before[j - 2] as number) + 1);
      }
      row.push(steps);
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
