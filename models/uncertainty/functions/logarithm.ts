/**
 * The natural logarithm, the same to the last bit on every machine: additions, multiplications and one division, in an
 * order that vector instructions repeat. Off by less than one unit in the last place.
 *
 * x = 2^k m with m from √½ to √2; ln m = ln(1 + s) - ln(1 - s) with s = (m - 1) / (m + 1), by a polynomial in s².
 * Source: Sun Microsystems' fdlibm, `e_log.c` (1993): method and coefficients.
 */

const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
/** Coefficients of (ln(1 + s) - ln(1 - s)) / s - 2, from s² up. */
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** Upper word of √½, and what is added to an upper word so that its exponent counts from √½. */
const ROOT_HALF = 0x3fe6a09e;
const SHIFT = 0x3ff00000 - ROOT_HALF;
const LEAST_NORMAL = 2 ** -1022;

const VALUE = new Float64Array(1);
const WORDS = new Uint32Array(VALUE.buffer);
/** Place of the upper word of a number, which depends on the machine's order of bytes. */
const UPPER = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Natural logarithm of `x`: -Infinity of 0, Infinity of Infinity, NaN below 0 and of NaN. */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? Infinity : NaN;
  if (x < LEAST_NORMAL) return finite(x * 2 ** 54, -54);
  return finite(x, 0);
}

/** ln(2^k x) for a normal x above 0. */
function finite(x: number, k: number): number {
  VALUE[0] = x;
  const upper = (WORDS[UPPER] as number) + SHIFT;
  const power = k + (upper >>> 20) - 0x3ff;
  WORDS[UPPER] = (upper & 0xfffff) + ROOT_HALF;
  const f = (VALUE[0] as number) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const rest = odd + even;
  return power * LN_2_HIGH - (halfSquare - (s * (halfSquare + rest) + power * LN_2_LOW) - f);
}
