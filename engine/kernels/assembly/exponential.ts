// The exponential of two numbers at once: models/uncertainty/functions/exponential.ts, operation for operation.

const INVERSE_LN_2 = f64x2.splat(1.4426950408889634);
const LN_2_HIGH = f64x2.splat(0.6931471803691238);
const LN_2_LOW = f64x2.splat(1.9082149292705877e-10);
const P1 = f64x2.splat(0.16666666666666602);
const P2 = f64x2.splat(-0.0027777777777015593);
const P3 = f64x2.splat(6.613756321437934e-5);
const P4 = f64x2.splat(-1.6533902205465252e-6);
const P5 = f64x2.splat(4.1381367970572385e-8);
const ROUNDER = f64x2.splat(6755399441055744.0); // 1.5 x 2^52
const ONE = f64x2.splat(1);
const TWO = f64x2.splat(2);
/** Beyond these the result is Infinity and 0 as it is at them. */
const HIGHEST = f64x2.splat(710);
const LOWEST = f64x2.splat(-746);
const BIAS = i32x4.splat(1023);

export function exponential(given: v128): v128 {
  // pmin and pmax keep a NaN that comes first.
  const x = f64x2.pmax(f64x2.pmin(given, HIGHEST), LOWEST);
  const rounded = f64x2.add(f64x2.mul(x, INVERSE_LN_2), ROUNDER);
  const k = f64x2.sub(rounded, ROUNDER);
  const high = f64x2.sub(x, f64x2.mul(k, LN_2_HIGH));
  const low = f64x2.mul(k, LN_2_LOW);
  const r = f64x2.sub(high, low);
  const square = f64x2.mul(r, r);
  let polynomial = f64x2.add(P4, f64x2.mul(square, P5));
  polynomial = f64x2.add(P3, f64x2.mul(square, polynomial));
  polynomial = f64x2.add(P2, f64x2.mul(square, polynomial));
  polynomial = f64x2.add(P1, f64x2.mul(square, polynomial));
  const c = f64x2.sub(r, f64x2.mul(square, polynomial));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(TWO, c));
  const value = f64x2.sub(ONE, f64x2.sub(f64x2.sub(low, quotient), high));
  // The last 32 bits of `rounded` are k. 2^k is multiplied in two halves, made by writing their exponents.
  const half = i32x4.shr_s(rounded, 1);
  const first = i64x2.shl(i32x4.add(half, BIAS), 52);
  const second = i64x2.shl(i32x4.add(i32x4.sub(rounded, half), BIAS), 52);
  return f64x2.mul(f64x2.mul(value, first), second);
}
