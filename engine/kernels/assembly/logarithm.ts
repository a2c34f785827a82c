// The logarithm of two numbers at once, from 2^-1022 up and finite: models/uncertainty/functions/logarithm.ts, operation
// for operation.

const LN_2_HIGH = f64x2.splat(0.6931471803691238);
const LN_2_LOW = f64x2.splat(1.9082149292705877e-10);
const L1 = f64x2.splat(0.6666666666666735);
const L2 = f64x2.splat(0.3999999999940942);
const L3 = f64x2.splat(0.2857142874366239);
const L4 = f64x2.splat(0.22222198432149784);
const L5 = f64x2.splat(0.1818357216161805);
const L6 = f64x2.splat(0.15313837699209373);
const L7 = f64x2.splat(0.14798198605116586);
const ONE = f64x2.splat(1);
const TWO = f64x2.splat(2);
const HALF = f64x2.splat(0.5);
/** The bits of √½ without its lower word, what is added so that exponents count from √½, and the bits of a fraction. */
const ROOT_HALF = i64x2.splat(0x3fe6a09e_00000000);
const SHIFT = i64x2.splat(0x3ff00000_00000000 - 0x3fe6a09e_00000000);
const FRACTION = i64x2.splat(0x000fffff_ffffffff);
const BIAS = i32x4.splat(1023);

export function logarithm(x: v128): v128 {
  const bits = i64x2.add(x, SHIFT);
  const exponents = i64x2.shr_u(bits, 52);
  const power = f64x2.convert_low_i32x4_s(i32x4.sub(v128.shuffle<i32>(exponents, exponents, 0, 2, 0, 2), BIAS));
  const f = f64x2.sub(i64x2.add(v128.and(bits, FRACTION), ROOT_HALF), ONE);
  const halfSquare = f64x2.mul(f64x2.mul(HALF, f), f);
  const s = f64x2.div(f, f64x2.add(TWO, f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.add(L4, f64x2.mul(w, L6));
  even = f64x2.mul(w, f64x2.add(L2, f64x2.mul(w, even)));
  let odd = f64x2.add(L5, f64x2.mul(w, L7));
  odd = f64x2.add(L3, f64x2.mul(w, odd));
  odd = f64x2.mul(z, f64x2.add(L1, f64x2.mul(w, odd)));
  const rest = f64x2.add(odd, even);
  const corrected = f64x2.add(f64x2.mul(s, f64x2.add(halfSquare, rest)), f64x2.mul(power, LN_2_LOW));
  return f64x2.sub(f64x2.mul(power, LN_2_HIGH), f64x2.sub(f64x2.sub(halfSquare, corrected), f));
}
