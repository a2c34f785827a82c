// The normal quantile: models/uncertainty/functions/normal.ts, operation for operation. The middle of the distribution
// (85 % of uniform numbers) is worked out two draws at a time; places of draws in the tails are noted and done after.
import { logarithm } from "./logarithm";

const HALF = f64x2.splat(0.5);
const ONE = f64x2.splat(1);
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
 * Writes the quantiles of the uniform numbers at `u` (above 0 and below 1, `bytes` of them, a multiple of 64) to `to`.
 * `list` has room for as many places of four bytes, and four more.
 */
export function quantileRow(to: usize, u: usize, bytes: usize, list: usize): void {
  const end = middles(to, u, bytes, list);
  if (end == list) return;
  // The last place again, so that the list ends with a whole four: it is then done more than once.
  v128.store(end, i32x4.splat(load<i32>(end - 4)));
  tails(to, u, list, end);
}

/** 0.425² - q²: below 0 in the tails. */
function middling(q: v128): v128 {
  return f64x2.sub(MIDDLE_SQUARED, f64x2.mul(q, q));
}

function middle(q: v128, r: v128): v128 {
  return f64x2.div(f64x2.mul(q, middleTop(r)), middleBottom(r));
}

/** Adds to a list the offsets of the two draws at `d` whose `r` is below 0; the new end of the list. */
function noted(end: usize, d: usize, r: v128): usize {
  const beyond = i64x2.bitmask(r);
  // Both are written, and the end moves past those that count: there is no branch to guess wrong.
  store<usize>(end, d);
  const next = end + ((beyond & 1) << 2);
  store<usize>(next, d + 8);
  return next + ((beyond & 2) << 1);
}

/** Quantiles as if all were in the middle; the offsets of those that are not go to `list`. The end of the list. */
export function middles(to: usize, u: usize, bytes: usize, list: usize): usize {
  let end = list;
  for (let d: usize = 0; d < bytes; d += 64) {
    const q0 = f64x2.sub(v128.load(u + d), HALF);
    const q1 = f64x2.sub(v128.load(u + d, 16), HALF);
    const q2 = f64x2.sub(v128.load(u + d, 32), HALF);
    const q3 = f64x2.sub(v128.load(u + d, 48), HALF);
    const r0 = middling(q0);
    const r1 = middling(q1);
    const r2 = middling(q2);
    const r3 = middling(q3);
    const z0 = middle(q0, r0);
    const z1 = middle(q1, r1);
    const z2 = middle(q2, r2);
    const z3 = middle(q3, r3);
    v128.store(to + d, z0);
    v128.store(to + d, z1, 16);
    v128.store(to + d, z2, 32);
    v128.store(to + d, z3, 48);
    end = noted(end, d, r0);
    end = noted(end, d + 16, r1);
    end = noted(end, d + 32, r2);
    end = noted(end, d + 48, r3);
  }
  return end;
}

/** √(-ln of the share beyond), for a uniform number in a tail. */
function depth(share: v128): v128 {
  const tail = v128.bitselect(share, f64x2.sub(ONE, share), f64x2.lt(share, HALF));
  return f64x2.sqrt(f64x2.neg(logarithm(tail)));
}

/** Size of z at a depth up to 5. */
function nearSize(r: v128): v128 {
  const x = f64x2.sub(r, NEAR_FROM);
  return f64x2.div(nearTop(x), nearBottom(x));
}

/** `size` where the depth is up to 5; beyond, the size of z there. */
function orFarSize(size: v128, r: v128): v128 {
  const x = f64x2.sub(r, FAR_FROM);
  return v128.bitselect(f64x2.div(farTop(x), farBottom(x)), size, f64x2.gt(r, FAR_FROM));
}

/** z of that size, below 0 in the lower tail. */
function signed(size: v128, share: v128): v128 {
  return v128.bitselect(f64x2.neg(size), size, f64x2.lt(share, HALF));
}

/** The uniform numbers at two places of the list. */
function shares(u: usize, at: usize): v128 {
  return f64x2.replace_lane(v128.load64_splat(u + load<usize>(at)), 1, load<f64>(u + load<usize>(at, 4)));
}

function storeBoth(to: usize, at: usize, z: v128): void {
  store<f64>(to + load<usize>(at), f64x2.extract_lane(z, 0));
  store<f64>(to + load<usize>(at, 4), f64x2.extract_lane(z, 1));
}

/** Quantiles at the offsets of the list, all in a tail, four at a time. */
export function tails(to: usize, u: usize, list: usize, end: usize): void {
  for (let at = list; at < end; at += 16) {
    const first = shares(u, at);
    const second = shares(u, at + 8);
    const firstDepth = depth(first);
    const secondDepth = depth(second);
    let firstSize = nearSize(firstDepth);
    let secondSize = nearSize(secondDepth);
    // One uniform number in 36,000 million is that far out.
    if (v128.any_true(f64x2.gt(f64x2.pmax(firstDepth, secondDepth), FAR_FROM))) {
      firstSize = orFarSize(firstSize, firstDepth);
      secondSize = orFarSize(secondSize, secondDepth);
    }
    storeBoth(to, at, signed(firstSize, first));
    storeBoth(to, at + 8, signed(secondSize, second));
  }
}
