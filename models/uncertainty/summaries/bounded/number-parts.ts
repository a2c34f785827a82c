/**
 * Parts of a stretch of numbers with as many doubles in each, in order: narrow where doubles are dense, so that a part of
 * a part of ... is a single number soon, whatever the size of the numbers and however long their tail.
 *
 * Doubles above 0 are in the order of their bits read as a whole number, those below 0 in the opposite order.
 */

const NUMBER = new Float64Array(1);
const HALVES = new Int32Array(NUMBER.buffer);
NUMBER[0] = 1;
/** Place of the half with the sign and the exponent: 1 has nothing in the other. */
const UPPER = HALVES[0] === 0 ? 1 : 0;
const LOWER = 1 - UPPER;
const TWO_32 = 2 ** 32;

export interface PartScale {
  /** The lowest number. */
  readonly lowest: number;
  /** Parts for each double. */
  readonly perDouble: number;
}

/** How many doubles `value` is above `lowest`, one more across 0; rounded beyond 2^53. Neither is NaN. */
export function doublesBetween(lowest: number, value: number): number {
  // Adding 0 makes -0 a plain 0.
  NUMBER[0] = lowest + 0;
  const negativeBase = (HALVES[UPPER] as number) < 0;
  const upperBase = (HALVES[UPPER] as number) ^ (negativeBase ? 0x7fff_ffff : 0);
  const lowerBase = ((HALVES[LOWER] as number) ^ (negativeBase ? -1 : 0)) >>> 0;
  NUMBER[0] = value + 0;
  const negative = (HALVES[UPPER] as number) < 0;
  const upper = (HALVES[UPPER] as number) ^ (negative ? 0x7fff_ffff : 0);
  const lower = ((HALVES[LOWER] as number) ^ (negative ? -1 : 0)) >>> 0;
  return (upper - upperBase) * TWO_32 + (lower - lowerBase);
}

/** `parts` parts, 2 or more, from `lowest` to `highest`, which is higher: the two are never in the same part. */
export function partScale(lowest: number, highest: number, parts: number): PartScale {
  return { lowest, perDouble: parts / (doublesBetween(lowest, highest) + 1) };
}

/** Part of `value`, 0 to `last`; what is beyond the ends is in the first or the last. */
export function partOf(value: number, lowest: number, perDouble: number, last: number): number {
  return Math.floor(Math.min(last, Math.max(0, doublesBetween(lowest, value) * perDouble)));
}
