/**
 * Bins of equal width that put draws in rough order: binOf rises with the draw, so all draws of a bin are below all draws
 * of the next. The first and the last bin are open.
 */

export interface BinScale {
  readonly from: number;
  /** Bins for each unit of the draw. */
  readonly perUnit: number;
}

/** Bin of a number that is not NaN, 0 to `last`. */
export function binOf(value: number, from: number, perUnit: number, last: number): number {
  const x = (value - from) * perUnit;
  return x < last ? (x > 0 ? x | 0 : 0) : last;
}

/**
 * Scale of `bins` bins for percentiles from `lowest` to `highest` (per cent), from a sorted sample: they span the part of
 * the sample where those percentiles will be, give or take `reach` standard errors of a sample's percentile, and not the
 * tails beyond, which may be long. A percentile that is beyond all the same is in an open bin, which only takes longer.
 */
export function scaleFrom(
  sorted: Float64Array,
  lowest: number,
  highest: number,
  reach: number,
  bins: number,
): BinScale {
  const n = sorted.length;
  const around = (q: number): number => reach * Math.sqrt(n * q * (1 - q)) + 1;
  let first = Math.max(0, Math.floor((n * lowest) / 100 - around(lowest / 100)));
  let last = Math.min(n - 1, Math.ceil((n * highest) / 100 + around(highest / 100)));
  // Of a value that many draws share the neighbours are told apart.
  while (sorted[first] === sorted[last] && (first > 0 || last < n - 1)) {
    first = Math.max(0, first - 1);
    last = Math.min(n - 1, last + 1);
  }
  return scaleBetween(sorted[first] as number, sorted[last] as number, bins);
}

/** Scale of bins of which all but the first and last divide `low` to `high` evenly; all in one bin where that is nothing. */
function scaleBetween(low: number, high: number, bins: number): BinScale {
  const perUnit = (bins - 2) / (high - low);
  if (!Number.isFinite(perUnit) || !(perUnit > 0)) return { from: low, perUnit: 0 };
  return { from: low - 1 / perUnit, perUnit };
}
