/** Rank correlation (Spearman's): asked of a pair, and achieved by its draws. */

/**
 * The correlation of two normals whose rank correlation is `rank`: 2 sin(π rank / 6). Source: Pearson, "On further
 * methods of determining correlation" (1907).
 */
export function normalCorrelationOf(rank: number): number {
  // 2 sin(π/6) rounds to just below 1.
  return Math.abs(rank) === 1 ? rank : 2 * Math.sin((Math.PI * rank) / 6);
}

/** The other way: the rank correlation of two normals of correlation `correlation`, (6 / π) asin(correlation / 2). */
export function rankCorrelationOf(correlation: number): number {
  return Math.abs(correlation) === 1 ? correlation : (6 / Math.PI) * Math.asin(correlation / 2);
}

/** Rank correlation of two columns of draws of the same length, ties sharing the middle of their ranks; NaN where one is constant. */
export function achievedRankCorrelation(first: Float64Array, second: Float64Array): number {
  return correlationOfRanks(centredRanks(first), centredRanks(second));
}

/** Correlation of two columns of centred ranks; NaN where one is constant. */
export function correlationOfRanks(x: Float64Array, y: Float64Array): number {
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] as number;
    const dy = y[i] as number;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Rank of each value less the middle rank; ties share the middle of their ranks. */
export function centredRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const middle = (values.length + 1) / 2;
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let k = from; k < to; k++) result[order[k] as number] = (from + 1 + to) / 2 - middle;
    from = to;
  }
  return result;
}
