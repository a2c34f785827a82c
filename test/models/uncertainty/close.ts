/** How near two numbers are, for tests. */

/** Difference over the size of the wanted number (over 1 where it is 0). */
export function relativeError(found: number, wanted: number): number {
  return Math.abs(found - wanted) / (wanted === 0 ? 1 : Math.abs(wanted));
}

/** Mean and variance (over n - 1), and their standard errors from the draws' own moments. */
export function moments(values: Float64Array): { mean: number; variance: number; ofMean: number; ofVariance: number } {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / n;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    second += (value - mean) ** 2;
    fourth += (value - mean) ** 4;
  }
  const variance = second / (n - 1);
  return {
    mean,
    variance,
    ofMean: Math.sqrt(variance / n),
    ofVariance: Math.sqrt((fourth / n - variance * variance) / n),
  };
}
