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

/** Uniform numbers of words of two draws, in the lower halves: upper 27 bits of `first`, then upper 26 of `second`. */
function uniforms(first: v128, second: v128): v128 {
  const upper = f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.shr_u(first, 5)), TWO_M27);
  const lower = f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.shr_u(second, 6)), TWO_M53);
  return f64x2.max(f64x2.add(upper, lower), SMALLEST);
}

/** Writes the numbers of draws 2 `block` and on to `to`, 64 bytes at a time until at least `bytes` are written. */
export function uniformRow(to: usize, bytes: usize, block: f64, key0: i32, key1: i32): void {
  let blocks = i64x2.add(i64x2.splat(<i64>block), i64x2(0, 1));
  for (let d: usize = 0; d < bytes; d += 64) {
    const next = i64x2.add(blocks, i64x2.splat(2));
    let w0 = v128.shuffle<i32>(blocks, next, 0, 2, 4, 6);
    let w1 = v128.shuffle<i32>(blocks, next, 1, 3, 5, 7);
    let w2 = i32x4.splat(0);
    let w3 = OF_TWO_DRAWS;
    let k0 = i32x4.splat(key0);
    let k1 = i32x4.splat(key1);
    for (let round = 0; round < 10; round++) {
      const low0 = i64x2.extmul_low_i32x4_u(w0, MULTIPLIER_0);
      const high0 = i64x2.extmul_high_i32x4_u(w0, MULTIPLIER_0);
      const low2 = i64x2.extmul_low_i32x4_u(w2, MULTIPLIER_2);
      const high2 = i64x2.extmul_high_i32x4_u(w2, MULTIPLIER_2);
      w0 = v128.xor(v128.xor(v128.shuffle<i32>(low2, high2, 1, 3, 5, 7), w1), k0);
      w1 = v128.shuffle<i32>(low2, high2, 0, 2, 4, 6);
      w2 = v128.xor(v128.xor(v128.shuffle<i32>(low0, high0, 1, 3, 5, 7), w3), k1);
      w3 = v128.shuffle<i32>(low0, high0, 0, 2, 4, 6);
      k0 = i32x4.add(k0, KEY_STEP_0);
      k1 = i32x4.add(k1, KEY_STEP_1);
    }
    // Even draws have words 0 and 1 of a block, odd draws words 2 and 3.
    const firsts = v128.shuffle<i32>(w0, w2, 0, 4, 1, 5);
    const seconds = v128.shuffle<i32>(w1, w3, 0, 4, 1, 5);
    const laterFirsts = v128.shuffle<i32>(w0, w2, 2, 6, 3, 7);
    const laterSeconds = v128.shuffle<i32>(w1, w3, 2, 6, 3, 7);
    v128.store(to + d, uniforms(firsts, seconds));
    v128.store(
      to + d,
      uniforms(v128.shuffle<i64>(firsts, firsts, 1, 1), v128.shuffle<i64>(seconds, seconds, 1, 1)),
      16,
    );
    v128.store(to + d, uniforms(laterFirsts, laterSeconds), 32);
    v128.store(
      to + d,
      uniforms(v128.shuffle<i64>(laterFirsts, laterFirsts, 1, 1), v128.shuffle<i64>(laterSeconds, laterSeconds, 1, 1)),
      48,
    );
    blocks = i64x2.add(blocks, i64x2.splat(4));
  }
}
