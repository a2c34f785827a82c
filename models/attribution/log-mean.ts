/**
 * Additive log-mean Divisia index (LMDI-I): splits a change of a product over its factors, exactly and without order.
 * Source: Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005).
 */

/** Logarithmic mean of two positive numbers: (a - b) / ln(a / b), and a when they are equal. `logMean(2, 1)` is 1.4427. */
export function logMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log1p((a - b) / b);
}

/** Factors of a product with their logarithms; `logs[i]` is ln(`factors[i]`). */
export interface Factors {
  readonly factors: Float64Array;
  readonly logs: Float64Array;
}

/**
 * Adds each factor's part of the change from `before` to `after`, where after = before * Π factors, to
 * `parts[offset + i * stride]`. Both ends 0: no parts. Fallen to 0: the factors that are 0 share the change equally.
 * Risen from 0: the infinite factors do.
 */
export function addParts(
  parts: Float64Array,
  offset: number,
  stride: number,
  before: number,
  after: number,
  { factors, logs }: Factors,
): void {
  if (before === 0 && after === 0) return;
  if (before !== 0 && after !== 0) {
    const weight = logMean(after, before);
    for (let i = 0, at = offset; i < logs.length; i++, at += stride) {
      parts[at] = (parts[at] as number) + weight * (logs[i] as number);
    }
    return;
  }
  const responsible = after === 0 ? 0 : Infinity;
  const count = factors.reduce((sum, factor) => sum + (factor === responsible ? 1 : 0), 0);
  factors.forEach((factor, i) => {
    const at = offset + i * stride;
    if (factor === responsible) parts[at] = (parts[at] as number) + (after - before) / count;
  });
}
