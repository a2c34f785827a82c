/**
 * A draw program: everything in a model that differs from draw to draw, as a flat list of instructions over rows. A row
 * holds one number for each draw of a tile; an instruction works out a whole row from others. What no draw changes is in
 * the program as numbers only.
 *
 * Rows 0 to `columns` - 1 are the drawn assumptions, filled before the program runs. The next `constants.length` rows
 * hold one constant each, the same in every draw. The others are worked out. A machine (`machine.ts`, and the same in
 * WebAssembly) runs the code; every machine gives the same bits.
 */
export interface DrawProgram {
  readonly columns: number;
  readonly constants: Float64Array;
  /** Rows of a tile in all: columns, constants, and rows that instructions write, each used again when it is free. */
  readonly rows: number;
  /** Instructions one after the other, in the form that `OP` describes. */
  readonly code: Int32Array;
  /** Numbers that instructions name by their place here (written #n below). */
  readonly numbers: Float64Array;
  /** How many series `OP.store` writes. */
  readonly series: number;
}

/**
 * Operation codes and what follows each in the code. `dst`, `x`, `y`, `t` ... are rows; `n` is a count. Answers to
 * comparisons are 1 (yes) and 0 (no). Sums and products go strictly from left to right.
 */
export const OP = {
  /** series, x: the row is a result; draw d of the tile goes to place d of the series. */
  store: 0,
  /** dst, n, #c, then n times (#a, x): c + a x + ... ; starts from c and adds term after term, each rounded. */
  linear: 1,
  /** dst, n, then n times x (n is 2 or more): the product. */
  product: 2,
  /** dst, n, #c, then n times (#a, x, y): c + a (x y) + ... , the product of two rows first: as if it were a row of its own. */
  products: 3,
  /** dst, x: 1 / x. */
  reciprocal: 4,
  /** dst, x: `exponential(x)` of models/uncertainty/functions/exponential.ts. */
  exp: 5,
  /** dst, x: Math.log. */
  log: 6,
  sqrt: 7,
  abs: 8,
  floor: 9,
  ceil: 10,
  /** dst, x, digits: `roundHalfAway`. */
  round: 11,
  /** dst, x, n: x multiplied by itself; n is a whole number from 2 to 64, by `wholePower`. */
  power: 12,
  /** dst, x, y: Math.pow. */
  pow: 13,
  /** dst, x, y: Math.min, Math.max (not a number if either is not; -0 is below 0). */
  min: 14,
  max: 15,
  /** dst, x, y: x / y, and 0 where y is 0. */
  ratio: 16,
  /** dst, x, y: 1 or 0. */
  equal: 17,
  unequal: 18,
  smaller: 19,
  larger: 20,
  smallerEqual: 21,
  largerEqual: 22,
  /** dst, x, y of 1 and 0. */
  and: 23,
  or: 24,
  /** dst, x: 1 where x is 0, else 0. */
  not: 25,
  /** dst, t, x, y: x where t is not 0, else y. */
  select: 26,
  /**
   * dst, p, n, then n times (q, v, u): v read at position p, on a straight line between the positions q of those that
   * count (u above 0), flat beyond the first and last; 0 where none counts. Of equal positions the first counts.
   */
  interpolate: 27,
  /** dst, mean, u: `poissonQuantile(u, mean)` of models/uncertainty/chance/poisson.ts. */
  poisson: 28,
  /** dst, x, y: x / y. Of a row by itself it is exactly 1, as it would not be by way of a reciprocal. */
  divide: 29,
} as const;
