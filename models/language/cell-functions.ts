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
  const [number = "0", power = "0"] = String(size).split("e");
  const moved = Number(`${number}e${Number(power) + digits}`);
  const whole = Math.floor(moved);
  const rest = moved - whole;
  // Moving the point can round 386.49999999999998 up to 386.5: there the printed digit decides.
  const up = rest === 0.5 ? digitAfter(number, Number(power) + digits) >= "5" : rest > 0.5;
  const rounded = up ? whole + 1 : whole;
  return rounded < EXACT_BELOW ? Math.sign(x) * Number(`${rounded}e${-digits}`) : x;
}

/** The digit that comes after the point once it has moved `places` to the right in "12.34"; "" beyond the last. */
function digitAfter(number: string, places: number): string {
  const [whole = "", decimals = ""] = number.split(".");
  return (whole + decimals)[whole.length + places] ?? "";
}
