// The normal quantile: models/uncertainty/functions/normal.ts, operation for operation. The middle of the distribution
// (85 % of uniform numbers) is worked out two draws at a time; places of draws in the tails are noted and done after.
import { logarithm } from "./logarithm";

const HALF = f64x2.splat(0.5);
const ONE = f64x2.splat(1);
const MIDDLE = f64x2.splat(0.425);
const MIDDLE_SQUARED = f64x2.splat(0.180625);
const NEAR_FROM = f64x2.splat(1.6);
const FAR_FROM = f64x2.splat(5);

function middleTop(r: v128): v128 {
  let value = f64x2.splat(2509.0809287301227);
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(33430.57558358813));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(67265.7709270087));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(45921.95393154987));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(13731.69376550946));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(1971.5909503065513));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(133.14166789178438));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(3.3871328727963665));
  return value;
}

function middleBottom(r: v128): v128 {
  let value = f64x2.splat(5226.495278852854);
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(28729.085735721943));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(39307.89580009271));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(21213.794301586597));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(5394.196021424751));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(687.1870074920579));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(42.31333070160091));
  value = f64x2.add(f64x2.mul(value, r), f64x2.splat(1));
  return value;
}

function nearTop(x: v128): v128 {
  let value = f64x2.splat(0.0007745450142783414);
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.022723844989269184));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.2417807251774506));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.2704582524523684));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(3.6478483247632045));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(5.769497221460691));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(4.630337846156546));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.4234371107496835));
  return value;
}

function nearBottom(x: v128): v128 {
  let value = f64x2.splat(1.0507500716444169e-9);
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.0005475938084995345));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.015198666563616457));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.14810397642748008));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.6897673349851));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.6763848301838038));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(2.053191626637759));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1));
  return value;
}

function farTop(x: v128): v128 {
  let value = f64x2.splat(2.0103343992922881e-7);
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(2.7115555687434876e-5));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.0012426609473880784));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.026532189526576124));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.29656057182850487));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.7848265399172913));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(5.463784911164114));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(6.657904643501103));
  return value;
}

function farBottom(x: v128): v128 {
  let value = f64x2.splat(2.0442631033899397e-15);
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.421511758316446e-7));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1.8463183175100548e-5));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.0007868691311456133));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.014875361290850615));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.1369298809227358));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(0.599832206555888));
  value = f64x2.add(f64x2.mul(value, x), f64x2.splat(1));
  return value;
}

/**
 * Writes the quantiles of the uniform numbers at `u` (above 0 and below 1, `bytes` of them, a multiple of 16) to `to`.
 * `list` has room for as many places of four bytes, and one more.
 */
export function quantileRow(to: usize, u: usize, bytes: usize, list: usize): void {
  const end = middles(to, u, bytes, list);
  if (end == list) return;
  // A place more, so that there is an even number of them: the last is then done twice.
  store<usize>(end, load<usize>(end - 4));
  for (let at = list; at < end; at += 8) tails(to, u, load<usize>(at), load<usize>(at, 4));
}

/** Quantiles as if all were in the middle; the offsets of those that are not go to `list`. The end of the list. */
export function middles(to: usize, u: usize, bytes: usize, list: usize): usize {
  let end = list;
  for (let d: usize = 0; d < bytes; d += 16) {
    const q = f64x2.sub(v128.load(u + d), HALF);
    const r = f64x2.sub(MIDDLE_SQUARED, f64x2.mul(q, q));
    v128.store(to + d, f64x2.div(f64x2.mul(q, middleTop(r)), middleBottom(r)));
    const beyond = i64x2.bitmask(f64x2.gt(f64x2.abs(q), MIDDLE));
    store<usize>(end, d);
    end += (beyond & 1) << 2;
    store<usize>(end, d + 8);
    end += (beyond & 2) << 1;
  }
  return end;
}

/** Quantiles at offsets `a` and `b`, both in a tail. */
export function tails(to: usize, u: usize, a: usize, b: usize): void {
  const share = f64x2.replace_lane(v128.load64_splat(u + a), 1, load<f64>(u + b));
  const q = f64x2.sub(share, HALF);
  const lower = f64x2.lt(q, f64x2.splat(0));
  const tail = v128.bitselect(share, f64x2.sub(ONE, share), lower);
  const r = f64x2.sqrt(f64x2.neg(logarithm(tail)));
  const x = f64x2.sub(r, NEAR_FROM);
  let size = f64x2.div(nearTop(x), nearBottom(x));
  const isFar = f64x2.gt(r, FAR_FROM);
  if (v128.any_true(isFar)) {
    const y = f64x2.sub(r, FAR_FROM);
    size = v128.bitselect(f64x2.div(farTop(y), farBottom(y)), size, isFar);
  }
  const z = v128.bitselect(f64x2.neg(size), size, lower);
  store<f64>(to + a, f64x2.extract_lane(z, 0));
  store<f64>(to + b, f64x2.extract_lane(z, 1));
}
