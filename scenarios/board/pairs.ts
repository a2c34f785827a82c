/** Pairwise amounts that hold both margins of the board exactly. All in whole pence. */
import { allocate, sumOf } from "./pence.ts";

/**
 * Amounts [specialty][programme] whose rows sum to `taken` and columns to `given`, as near as whole pence allow to
 * proportional. Margins may be negative (a programme that is cut gives its money back); their totals must be equal.
 * Where both signs are there, money from a cut programme to a grown one passes through specialties by `passage`.
 */
export function pairsFromMargins(
  taken: readonly number[],
  given: readonly number[],
  passage: readonly number[],
): number[][] {
  if (sumOf(taken) !== sumOf(given)) throw new Error("What is taken and what is given differ.");
  const out = { rows: taken.map(positive), columns: given.map(positive) };
  const back = { rows: taken.map(negative), columns: given.map(negative) };
  const through = sumOf(out.columns) - sumOf(out.rows);
  if (through > 0) addToBoth(out.rows, back.rows, through, passage);
  else if (through < 0)
    addToBoth(
      out.columns,
      back.columns,
      -through,
      given.map(() => 1),
    );
  const forwards = nonNegativePairs(out.rows, out.columns);
  const backwards = nonNegativePairs(back.rows, back.columns);
  return forwards.map((row, i) => row.map((amount, j) => amount - ((backwards[i] as number[])[j] as number)));
}

function positive(amount: number): number {
  return Math.max(0, amount);
}

function negative(amount: number): number {
  return Math.max(0, -amount);
}

function addToBoth(first: number[], second: number[], amount: number, weights: readonly number[]): void {
  allocate(amount, weights).forEach((part, i) => {
    first[i] = (first[i] as number) + part;
    second[i] = (second[i] as number) + part;
  });
}

/**
 * Each row in turn is shared over what its columns still want, by largest remainder. A share rounded up never exceeds
 * the whole that a column wants, so nothing goes negative, and the last row finds exactly what is left.
 */
function nonNegativePairs(rows: readonly number[], columns: readonly number[]): number[][] {
  const wanted = [...columns];
  return rows.map((row) => {
    if (row === 0) return columns.map(() => 0);
    const parts = allocate(row, wanted);
    parts.forEach((part, j) => {
      wanted[j] = (wanted[j] as number) - part;
    });
    return parts;
  });
}
