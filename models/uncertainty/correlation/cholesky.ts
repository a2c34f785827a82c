/** The triangular root of a correlation matrix. */

/** A pivot below this is 0: the quantity follows wholly from those before it. */
const NOTHING_LEFT = 1e-12;

/**
 * Lower triangular L with L Lᵀ = `matrix` (n by n, rows end to end, a correlation matrix; it may be singular). Each row
 * is scaled to length 1, so that what it makes of independent normals of variance 1 has variance 1. Source: Higham,
 * "Accuracy and stability of numerical algorithms" (2nd edition, 2002), chapter 10.
 */
export function choleskyOfCorrelation(matrix: Float64Array, n: number): Float64Array {
  const root = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) rest -= (root[i * n + k] as number) * (root[j * n + k] as number);
      const pivot = root[j * n + j] as number;
      if (j === i) root[i * n + i] = rest > NOTHING_LEFT ? Math.sqrt(rest) : 0;
      else root[i * n + j] = pivot > 0 ? rest / pivot : 0;
    }
    let square = 0;
    for (let j = 0; j <= i; j++) square += (root[i * n + j] as number) ** 2;
    const length = Math.sqrt(square);
    for (let j = 0; j <= i; j++) root[i * n + j] = (root[i * n + j] as number) / length;
  }
  return root;
}
