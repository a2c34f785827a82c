/**
 * The operations of a draw program over rows of one array: row x holds its draws at places x to x + count - 1. A row that
 * is written may be one of those read.
 */
import { poissonQuantile } from "../../uncertainty/chance/poisson.ts";
import { exponential } from "../../uncertainty/functions/exponential.ts";
import { ratio } from "../cell-functions.ts";
import { OP } from "./program.ts";

type OfOne = (x: number) => number;
type OfTwo = (x: number, y: number) => number;

/** Operations of one row, by code. */
export const OF_ONE: ReadonlyMap<number, OfOne> = new Map<number, OfOne>([
  [OP.reciprocal, (x) => 1 / x],
  [OP.exp, exponential],
  [OP.log, Math.log],
  [OP.sqrt, Math.sqrt],
  [OP.abs, Math.abs],
  [OP.floor, Math.floor],
  [OP.ceil, Math.ceil],
  [OP.not, (x) => (x === 0 ? 1 : 0)],
]);

/** Operations of two rows, by code. */
export const OF_TWO: ReadonlyMap<number, OfTwo> = new Map<number, OfTwo>([
  [OP.pow, Math.pow],
  [OP.min, Math.min],
  [OP.max, Math.max],
  [OP.ratio, ratio],
  [OP.divide, (x, y) => x / y],
  [OP.equal, (x, y) => (x === y ? 1 : 0)],
  [OP.unequal, (x, y) => (x !== y ? 1 : 0)],
  [OP.smaller, (x, y) => (x < y ? 1 : 0)],
  [OP.larger, (x, y) => (x > y ? 1 : 0)],
  [OP.smallerEqual, (x, y) => (x <= y ? 1 : 0)],
  [OP.largerEqual, (x, y) => (x >= y ? 1 : 0)],
  [OP.and, (x, y) => (x !== 0 && y !== 0 ? 1 : 0)],
  [OP.or, (x, y) => (x !== 0 || y !== 0 ? 1 : 0)],
  [OP.poisson, (mean, u) => poissonQuantile(u, mean)],
]);

/**
 * Writes c + a x + ... to `sum`: `code[at]` is the place of c in `numbers`, then come `n` pairs (place of a, row x). A row
 * at a time, so that each draw's terms are added from left to right and the loop over draws has nothing else to look up.
 */
export function linear(
  rows: Float64Array,
  numbers: Float64Array,
  code: Int32Array,
  at: number,
  n: number,
  sum: Float64Array,
  count: number,
): void {
  sum.fill(numbers[code[at] as number] as number, 0, count);
  const end = at + 1 + 2 * n;
  for (let i = at + 1; i < end; i += 2) {
    const a = numbers[code[i] as number] as number;
    const x = code[i + 1] as number;
    for (let d = 0; d < count; d++) sum[d] = (sum[d] as number) + a * (rows[x + d] as number);
  }
}

/** Writes c + a (x y) + ... to `sum`: `code[at]` is the place of c, then come `n` triples (place of a, rows x and y). */
export function products(
  rows: Float64Array,
  numbers: Float64Array,
  code: Int32Array,
  at: number,
  n: number,
  sum: Float64Array,
  count: number,
): void {
  sum.fill(numbers[code[at] as number] as number, 0, count);
  const end = at + 1 + 3 * n;
  for (let i = at + 1; i < end; i += 3) {
    const a = numbers[code[i] as number] as number;
    const x = code[i + 1] as number;
    const y = code[i + 2] as number;
    for (let d = 0; d < count; d++) {
      sum[d] = (sum[d] as number) + a * ((rows[x + d] as number) * (rows[y + d] as number));
    }
  }
}

/** x y ... of the `n` rows named at `code[at]` and after. */
export function product(rows: Float64Array, code: Int32Array, at: number, n: number, to: number, count: number): void {
  for (let d = 0; d < count; d++) {
    let value = rows[(code[at] as number) + d] as number;
    for (let i = at + 1; i < at + n; i++) value *= rows[(code[i] as number) + d] as number;
    rows[to + d] = value;
  }
}

/**
 * The curve of `n` points named at `code[at]` and after (rows of position, value, and above 0 where the point counts),
 * read at row `where`: straight between points, flat beyond them, 0 without points, not a number where `where` is not.
 */
export function interpolate(
  rows: Float64Array,
  code: Int32Array,
  at: number,
  n: number,
  where: number,
  to: number,
  count: number,
): void {
  const end = at + 3 * n;
  for (let d = 0; d < count; d++) {
    const x = rows[where + d] as number;
    let below = NaN;
    let above = NaN;
    let valueBelow = 0;
    let valueAbove = 0;
    for (let i = at; i < end; i += 3) {
      if (!((rows[(code[i + 2] as number) + d] as number) > 0)) continue;
      const position = rows[(code[i] as number) + d] as number;
      const value = rows[(code[i + 1] as number) + d] as number;
      // Nothing compares with NaN, so the first point on a side is always taken.
      if (position <= x && !(position <= below)) {
        below = position;
        valueBelow = value;
      }
      if (position >= x && !(position >= above)) {
        above = position;
        valueAbove = value;
      }
    }
    rows[to + d] = between(x, below, above, valueBelow, valueAbove);
  }
}

/** The value at `x` on the straight line between two points; a position that is not a number stands for no point. */
function between(x: number, below: number, above: number, valueBelow: number, valueAbove: number): number {
  if (Number.isNaN(x)) return NaN;
  if (Number.isNaN(below)) return valueAbove;
  if (Number.isNaN(above) || below === above) return valueBelow;
  return valueBelow + (valueAbove - valueBelow) * ((x - below) / (above - below));
}
