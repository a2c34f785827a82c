/** Functions of one cell that JavaScript does not have: the same ones in every way of working a formula out. */

/** a / b, and 0 where b is 0. */
export function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

/** x, but at least `low` and at most `high`; `high` wins where they cross. */
export function clamp(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}

/** Whole numbers are exact in a double below this. */
const EXACT_BELOW = 2 ** 53;
/** From here on a double prints with a power of ten and has no decimals to round. */
const NO_DECIMALS_FROM = 1e21;

/**
 * x rounded to `digits` decimal places, half away from zero, on the decimal digits as printed: 1.005 to 2 places is
 * 1.01, -2.5 to none is -3. A number too large to have such digits, or that is not finite, stays as it is.
 */
export function roundHalfAway(x: number, digits = 0): number {
  const size = Math.abs(x);
  if (!(size < NO_DECIMALS_FROM)) return x;
  const [number, power = "0"] = String(size).split("e");
  const moved = Math.round(Number(`${number}e${Number(power) + digits}`));
  return moved < EXACT_BELOW ? Math.sign(x) * Number(`${moved}e${-digits}`) : x;
}
