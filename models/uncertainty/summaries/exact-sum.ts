/**
 * Sums of draws that do not depend on the order of adding, so that the mean of a run is the same bit for bit however its
 * draws are split between threads and blocks, with nothing kept per block.
 *
 * A draw x is measured from the middle of the lowest and the highest draw, in units of a power of two not less than the
 * range: t, at most 1 in size. Adding and taking away a large constant rounds t to a multiple of a unit that is so
 * coarse that sums of n such multiples are exact; the rest of t goes the same way with a second, far finer unit. What is
 * lost beyond that is below 2^-60 of the range for a million draws. Squares of t are added likewise.
 * Source: Rump, Ogita, Oishi, "Accurate floating-point summation part I", SIAM Journal on Scientific Computing 31 (2008);
 * Demmel and Nguyen, "Parallel reproducible summation", IEEE Transactions on Computers 64 (2015).
 */

/** The two constants that round a number of size at most 1 so that `draws` of them add up without an error. */
export function roundingConstants(draws: number): { readonly coarse: number; readonly fine: number } {
  const bits = Math.max(1, Math.ceil(Math.log2(draws)));
  const coarse = 1.5 * 2 ** bits;
  return { coarse, fine: coarse * 2 ** (bits - 53) };
}

/** How a draw becomes t: (draw - middle) * perUnit. */
export interface Measure {
  readonly middle: number;
  readonly perUnit: number;
}

const VIEW = new DataView(new ArrayBuffer(8));
/** A wider range than 2 to this power has squares and sums that are no numbers; it is refused before. */
export const WIDEST_RANGE = 2 ** 1000;

/** The measure of draws from `lowest` to `highest`, whose range is below WIDEST_RANGE; a range below 2^-1000 loses its last digits. */
export function measureOf(lowest: number, highest: number): Measure {
  const range = highest - lowest;
  VIEW.setFloat64(0, range);
  const exponent = ((VIEW.getUint16(0) >>> 4) & 0x7ff) - 1023;
  return { middle: lowest + range / 2, perUnit: 2 ** -Math.max(-1000, exponent + 1) };
}

/** Mean of `draws` draws from the sum of their t. */
export function meanFrom(measure: Measure, draws: number, sum: number): number {
  return measure.middle + sum / draws / measure.perUnit;
}

/** Standard error of that mean, s / √n with s² over n - 1, from the sums of t and of t². */
export function errorOfMean(measure: Measure, draws: number, sum: number, squares: number): number {
  const spread = Math.max(0, squares - (sum * sum) / draws);
  return Math.sqrt(spread / (draws - 1) / draws) / measure.perUnit;
}
