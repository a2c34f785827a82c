/** Whole pence: adding, sharing out and taking back without losing one. */

/** £ to whole pence. Throws when the amount has part of a penny: it was never checked. */
export function toPence(pounds: number): number {
  const pence = Math.round(pounds * 100);
  if (pence / 100 !== pounds) throw new Error(`£${pounds} is not a whole number of pence.`);
  return pence;
}

export function toPounds(pence: number): number {
  return pence / 100;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Shares a whole amount (0 or more) over weights (0 or more, not all 0) by largest remainder; ties go to the first.
 * The parts are whole and sum to the amount exactly; a weight of 0 gets 0.
 * `allocate(100000001, [1, 1, 1])` is `[33333334, 33333334, 33333333]`.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const shares = exactShares(amount, weights);
  const parts = shares.map((share) => share.whole);
  const left = amount - sumOf(parts);
  shares
    .map(({ remainder }, i) => ({ remainder, i }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left)
    .forEach(({ i }) => {
      parts[i] = (parts[i] as number) + 1;
    });
  return parts;
}

/** Whole shares and remainders. Integers throughout: amount x weight goes beyond what a double holds exactly. */
function exactShares(amount: number, weights: readonly number[]): { whole: number; remainder: bigint }[] {
  const whole = weights.map((weight) => BigInt(Math.round(weight)));
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n) throw new Error("There is nothing to share the amount over.");
  return whole.map((weight) => {
    const product = BigInt(amount) * weight;
    return { whole: Number(product / total), remainder: product % total };
  });
}

/**
 * As `allocate`, but no part above its limit: what does not fit is shared over those with room left, first those with a
 * weight, then the others equally. Throws when the limits together are below the amount: ask `sumOf(limits)` first.
 */
export function allocateWithin(amount: number, weights: readonly number[], limits: readonly number[]): number[] {
  const parts = weights.map(() => 0);
  let left = amount;
  while (left > 0) {
    const room = limits.map((limit, i) => limit - (parts[i] as number));
    const weighted = weights.map((weight, i) => ((room[i] as number) > 0 ? Math.round(weight) : 0));
    const open = sumOf(weighted) > 0 ? weighted : room.map((free) => (free > 0 ? 1 : 0));
    if (sumOf(open) === 0) throw new Error("The limits leave no room for the amount.");
    for (const [i, part] of allocate(left, open).entries()) {
      const placed = Math.min(part, room[i] as number);
      parts[i] = (parts[i] as number) + placed;
      left -= placed;
    }
  }
  return parts;
}
