/**
 * The nearest correlation matrix to a symmetric one of unit diagonal that no set of quantities could have: pairs typed
 * one by one may contradict each other.
 *
 * Alternating projections with Dykstra's correction. Source: Higham, "Computing the nearest correlation matrix: a
 * problem from finance", IMA Journal of Numerical Analysis 22 (2002). A last pass takes what is left of negative
 * eigenvalues away and restores the unit diagonal by scaling.
 */
import { symmetricEigen } from "./symmetric-eigen.ts";

/** An eigenvalue below 0 by less than this, for each row, is rounding. */
const ROUNDING = 1e-14;
const CLOSE_ENOUGH = 1e-10;
const MOST_TURNS = 2000;

/** A correlation matrix and whether it had to be repaired. */
export interface Repaired {
  readonly matrix: Float64Array;
  readonly repaired: boolean;
  /** Lowest eigenvalue of the matrix asked for. */
  readonly lowest: number;
}

/** `matrix` (n by n, rows end to end, symmetric, 1 on the diagonal) as it is when it can be, else the nearest that can. */
export function nearestCorrelation(matrix: Float64Array, n: number): Repaired {
  const lowest = Math.min(...symmetricEigen(matrix, n).values);
  if (lowest >= -ROUNDING * n) return { matrix, repaired: false, lowest };
  const correction = new Float64Array(n * n);
  const step = new Float64Array(n * n);
  let current: Float64Array = matrix.slice();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    for (let i = 0; i < step.length; i++) step[i] = (current[i] as number) - (correction[i] as number);
    const projected = withoutNegative(step, n);
    let moved = 0;
    for (let i = 0; i < step.length; i++) {
      correction[i] = (projected[i] as number) - (step[i] as number);
    }
    for (let i = 0; i < n; i++) projected[i * n + i] = 1;
    for (let i = 0; i < step.length; i++) {
      moved = Math.max(moved, Math.abs((projected[i] as number) - (current[i] as number)));
    }
    current = projected;
    if (moved < CLOSE_ENOUGH) break;
  }
  return { matrix: unitDiagonal(withoutNegative(current, n), n), repaired: true, lowest };
}

/** The nearest matrix without negative eigenvalues: V max(Λ, 0) Vᵀ. */
function withoutNegative(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const result = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = values[k] as number;
    if (value <= 0) continue;
    for (let i = 0; i < n; i++) {
      const scaled = value * (vectors[i * n + k] as number);
      for (let j = 0; j <= i; j++) {
        const at = i * n + j;
        result[at] = (result[at] as number) + scaled * (vectors[j * n + k] as number);
      }
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) result[j * n + i] = result[i * n + j] as number;
  return result;
}

/** D^(-1/2) M D^(-1/2), D the diagonal: keeps eigenvalues from falling below 0. */
function unitDiagonal(matrix: Float64Array, n: number): Float64Array {
  const result = matrix.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const size = Math.sqrt((matrix[i * n + i] as number) * (matrix[j * n + j] as number));
      result[i * n + j] = i === j ? 1 : (matrix[i * n + j] as number) / size;
    }
  }
  return result;
}
