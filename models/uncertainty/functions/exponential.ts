/**
 * The exponential function, the same to the last bit on every machine: additions, multiplications and one division, in
 * an order that vector instructions repeat. Off by less than one unit in the last place.
 *
 * x = k ln 2 + r with k whole and |r| at most (ln 2) / 2; exp(r) from a polynomial of degree 5 in r²; then times 2^k.
 * Source: Sun Microsystems' fdlibm, `e_exp.c` (1993): method and coefficients.
 */

const INVERSE_LN_2 = 1.4426950408889634;
/** ln 2 in two parts: the first has 32 zero bits at its end, so that k times it is exact. */
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
/** Coefficients of r (exp(r) + 1) / (exp(r) - 1) - 2, from r² up. */
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
/** Added and taken away again, it rounds to the nearest whole number, halves to even. */
const ROUNDER = 1.5 * 2 ** 52;

/** Between these the result is a normal number, and so is the power of 2 in it. */
const NORMAL_FROM = -708;
const NORMAL_TO = 709;
/** Beyond these it is 0 and Infinity whatever the digits. */
const LOWEST = -746;
const HIGHEST = 710;
const LEAST_POWER = -1022;
/** 2^LEAST_POWER to 2^1023. */
const POWERS = Float64Array.from({ length: 1023 - LEAST_POWER + 1 }, (_, i) => 2 ** (i + LEAST_POWER));

/** The whole number nearest to x / ln 2. */
function powerOf(x: number): number {
  return x * INVERSE_LN_2 + ROUNDER - ROUNDER;
}

/** exp(x) / 2^k, from 0.7 to 1.42. */
function fraction(x: number, k: number): number {
  const high = x - k * LN_2_HIGH;
  const low = k * LN_2_LOW;
  const r = high - low;
  const square = r * r;
  const c = r - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

/** e to the power `x`: 0 below -745.2, Infinity above 709.8, NaN of NaN. */
export function exponential(x: number): number {
  if (!(x > NORMAL_FROM && x < NORMAL_TO)) return farOut(x);
  const k = powerOf(x);
  return fraction(x, k) * (POWERS[(k | 0) - LEAST_POWER] as number);
}

function farOut(x: number): number {
  if (!(x < HIGHEST)) return x >= HIGHEST ? Infinity : NaN;
  if (x < LOWEST) return 0;
  const k = powerOf(x);
  // In two steps, so that a result below the normal numbers is rounded once and 2^1024 is not needed.
  const half = k >> 1;
  return fraction(x, k) * (POWERS[half - LEAST_POWER] as number) * (POWERS[k - half - LEAST_POWER] as number);
}
