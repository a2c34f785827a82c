// Functions of one row, two draws at a time; those of JavaScript one by one. `to` and `x` are addresses of rows of `bytes`.
import { exponential } from "./exponential";
import * as javascript from "./imports";

const ONE = f64x2.splat(1);
const ZERO = f64x2.splat(0);

export function exp(to: usize, x: usize, bytes: usize): void {
  // The exponential of -0 and of 0 is the same, and 0 + 1 x changes nothing else.
  expOfLine(to, x, 0, 1, bytes);
}

/** exp(a + b x) */
export function expOfLine(to: usize, x: usize, a: f64, b: f64, bytes: usize): void {
  const start = f64x2.splat(a);
  const slope = f64x2.splat(b);
  for (let d: usize = 0; d < bytes; d += 64) {
    const e0 = exponential(f64x2.add(start, f64x2.mul(slope, v128.load(x + d))));
    const e1 = exponential(f64x2.add(start, f64x2.mul(slope, v128.load(x + d, 16))));
    const e2 = exponential(f64x2.add(start, f64x2.mul(slope, v128.load(x + d, 32))));
    const e3 = exponential(f64x2.add(start, f64x2.mul(slope, v128.load(x + d, 48))));
    v128.store(to + d, e0);
    v128.store(to + d, e1, 16);
    v128.store(to + d, e2, 32);
    v128.store(to + d, e3, 48);
  }
}

export function reciprocal(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.div(ONE, v128.load(x + d)));
}

export function sqrt(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.sqrt(v128.load(x + d)));
}

export function abs(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.abs(v128.load(x + d)));
}

export function floor(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.floor(v128.load(x + d)));
}

export function ceil(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.ceil(v128.load(x + d)));
}

/** 1 where x is 0, else 0. */
export function not(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, v128.and(f64x2.eq(v128.load(x + d), ZERO), ONE));
}

/** `wholePower` of models/language/draws/whole-power.ts, multiplication for multiplication. */
export function power(to: usize, x: usize, n: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    let product = ONE;
    let square = v128.load(x + d);
    for (let rest = n; ; square = f64x2.mul(square, square)) {
      if (rest & 1) product = f64x2.mul(product, square);
      rest >>= 1;
      if (rest == 0) break;
    }
    v128.store(to + d, product);
  }
}

export function log(to: usize, x: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 8) store<f64>(to + d, javascript.log(load<f64>(x + d)));
}

export function pow(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 8) store<f64>(to + d, javascript.pow(load<f64>(x + d), load<f64>(y + d)));
}

export function round(to: usize, x: usize, digits: i32, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 8) {
    store<f64>(to + d, javascript.roundHalfAway(load<f64>(x + d), <f64>digits));
  }
}

/** How many events there are at `u` where so many are expected. */
export function poisson(to: usize, mean: usize, u: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 8) {
    store<f64>(to + d, javascript.poissonQuantile(load<f64>(u + d), load<f64>(mean + d)));
  }
}
