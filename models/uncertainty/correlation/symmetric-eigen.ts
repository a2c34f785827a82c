/** Eigenvalues and eigenvectors of a symmetric matrix, rows laid end to end. */

export interface Eigen {
  readonly values: Float64Array;
  /** Column j (places i * n + j) is the vector of value j; the columns are orthonormal. */
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/** By Jacobi's rotations in cyclic order. Source: Golub and Van Loan, "Matrix computations" (4th edition, 2013), 8.5. */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i] as number), vectors };
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) sum += Math.abs(a[i * n + j] as number);
  return sum;
}

/** Turns rows and columns p and q so that their common cell becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  if (apq === 0) return;
  const app = a[p * n + p] as number;
  const aqq = a[q * n + q] as number;
  // A cell too small to change either of its diagonal cells is 0 already.
  if (Math.abs(apq) < 1e-18 * (Math.abs(app) + Math.abs(aqq))) {
    a[p * n + q] = 0;
    a[q * n + p] = 0;
    return;
  }
  const theta = (aqq - app) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, cosine, sine);
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const x = values[first] as number;
  const y = values[second] as number;
  values[first] = cosine * x - sine * y;
  values[second] = sine * x + cosine * y;
}
