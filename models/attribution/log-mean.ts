/**
 * Additive log-mean Divisia index (LMDI-I): splits a change of a product over its factors, exactly and without order.
 * Source: Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005).
 */

/** Logarithmic mean of two positive numbers: (a - b) / ln(a / b), and a when they are equal. `logMean(2, 1)` is 1.4427. */
export function logMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log1p((a - b) / b);
}

/** Where the parts of one change go: part i at `offset + i * stride`. */
export interface Parts {
  readonly values: Float64Array;
  readonly offset: number;
  readonly stride: number;
}

/**
 * Adds each factor's part of the change from `before` to `after`, where after = before * Π factors. Both ends 0: no
 * parts. Fallen to 0: the factors that are 0 share the change equally. Risen from 0: the infinite factors do.
 */
export function addParts(parts: Parts, before: number, after: number, factors: readonly number[]): void {
  if (before === 0 && after === 0) return;
  if (before !== 0 && after !== 0) {
    const weight = logMean(after, before);
    factors.forEach((factor, i) => {
      if (factor !== 1) addTo(parts, i, weight * Math.log(factor));
    });
    return;
  }
  const responsible = factors.map((factor) => (after === 0 ? factor === 0 : factor === Infinity));
  const count = responsible.filter(Boolean).length;
  responsible.forEach((is, i) => {
    if (is) addTo(parts, i, (after - before) / count);
  });
}

/** Adds `amount` to part `i`. */
export function addTo(parts: Parts, i: number, amount: number): void {
  const at = parts.offset + i * parts.stride;
  parts.values[at] = (parts.values[at] ?? 0) + amount;
}
