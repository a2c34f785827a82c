// Uniform numbers of a stream, eight draws at a time: `Stream.uniform` of models/uncertainty/random/streams.ts, whose
// blocks two draws share. A v128 holds one word of four blocks.

const MULTIPLIER_0 = i32x4.splat(0xd2511f53);
const MULTIPLIER_2 = i32x4.splat(0xcd9e8d57);
const KEY_STEP_0 = i32x4.splat(0x9e3779b9);
const KEY_STEP_1 = i32x4.splat(0xbb67ae85);
/** Last word of the counter of a block that two draws share. */
const OF_TWO_DRAWS = i32x4.splat(1);
const TWO_M27 = f64x2.splat(7.450580596923828e-9);
const TWO_M53 = f64x2.splat(1.1102230246251565e-16);
const SMALLEST = f64x2.splat(5.551115123125783e-17); // 2^-54

/** Upper 32 bits of the products of words. */
function upperProducts(words: v128, multiplier: v128): v128 {
  const near = i64x2.extmul_low_i32x4_u(words, multiplier);
  const far = i64x2.extmul_high_i32x4_u(words, multiplier);
  return v128.shuffle<i32>(near, far, 1, 3, 5, 7);
}

function upperHalf(words: v128): v128 {
  return v128.shuffle<i64>(words, words, 1, 1);
}

/** Uniform numbers of words of two draws, in the lower halves: upper 27 bits of `first`, then upper 26 of `second`. */
function uniforms(first: v128, second: v128): v128 {
  const upper = f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.shr_u(first, 5)), TWO_M27);
  const lower = f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.shr_u(second, 6)), TWO_M53);
  return f64x2.pmax(f64x2.add(upper, lower), SMALLEST);
}

/** Writes the numbers of eight draws from the words of their four blocks. */
function storeUniforms(to: usize, w0: v128, w1: v128, w2: v128, w3: v128): void {
  // Even draws have words 0 and 1 of a block, odd draws words 2 and 3.
  const firsts = v128.shuffle<i32>(w0, w2, 0, 4, 1, 5);
  const seconds = v128.shuffle<i32>(w1, w3, 0, 4, 1, 5);
  const laterFirsts = v128.shuffle<i32>(w0, w2, 2, 6, 3, 7);
  const laterSeconds = v128.shuffle<i32>(w1, w3, 2, 6, 3, 7);
  v128.store(to, uniforms(firsts, seconds));
  v128.store(to, uniforms(upperHalf(firsts), upperHalf(seconds)), 16);
  v128.store(to, uniforms(laterFirsts, laterSeconds), 32);
  v128.store(to, uniforms(upperHalf(laterFirsts), upperHalf(laterSeconds)), 48);
}

/**
 * Writes the numbers of draws 2 `block` and on to `to`, 128 bytes at a time until at least `bytes` are written. Eight
 * blocks, a and b, go through the rounds in step: one alone would wait for each of its multiplications.
 */
export function uniformRow(to: usize, bytes: usize, block: f64, key0: i32, key1: i32): void {
  let blocks = i64x2.add(i64x2.splat(<i64>block), i64x2(0, 1));
  for (let d: usize = 0; d < bytes; d += 128) {
    const second = i64x2.add(blocks, i64x2.splat(2));
    const third = i64x2.add(blocks, i64x2.splat(4));
    const fourth = i64x2.add(blocks, i64x2.splat(6));
    let a0 = v128.shuffle<i32>(blocks, second, 0, 2, 4, 6);
    let a1 = v128.shuffle<i32>(blocks, second, 1, 3, 5, 7);
    let a2 = i32x4.splat(0);
    let a3 = OF_TWO_DRAWS;
    let b0 = v128.shuffle<i32>(third, fourth, 0, 2, 4, 6);
    let b1 = v128.shuffle<i32>(third, fourth, 1, 3, 5, 7);
    let b2 = i32x4.splat(0);
    let b3 = OF_TWO_DRAWS;
    let k0 = i32x4.splat(key0);
    let k1 = i32x4.splat(key1);
    for (let round = 0; round < 10; round++) {
      const upperA0 = upperProducts(a0, MULTIPLIER_0);
      const upperB0 = upperProducts(b0, MULTIPLIER_0);
      const upperA2 = upperProducts(a2, MULTIPLIER_2);
      const upperB2 = upperProducts(b2, MULTIPLIER_2);
      const lowerA0 = i32x4.mul(a0, MULTIPLIER_0);
      const lowerB0 = i32x4.mul(b0, MULTIPLIER_0);
      a0 = v128.xor(v128.xor(a1, k0), upperA2);
      b0 = v128.xor(v128.xor(b1, k0), upperB2);
      a1 = i32x4.mul(a2, MULTIPLIER_2);
      b1 = i32x4.mul(b2, MULTIPLIER_2);
      a2 = v128.xor(v128.xor(a3, k1), upperA0);
      b2 = v128.xor(v128.xor(b3, k1), upperB0);
      a3 = lowerA0;
      b3 = lowerB0;
      k0 = i32x4.add(k0, KEY_STEP_0);
      k1 = i32x4.add(k1, KEY_STEP_1);
    }
    storeUniforms(to + d, a0, a1, a2, a3);
    storeUniforms(to + d + 64, b0, b1, b2, b3);
    blocks = i64x2.add(blocks, i64x2.splat(8));
  }
}
