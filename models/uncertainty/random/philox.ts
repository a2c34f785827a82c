/**
 * Philox4x32-10, a counter-based random generator: a block of four random words is a pure function of a counter (four
 * words) and a key (two words), so any draw can be had without the draws before it.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), and its published
 * known-answer vectors (Random123, `kat_vectors`), which are among the tests.
 */

const ROUNDS = 10;
const MULTIPLIER_0 = 0xd2511f53 | 0;
const MULTIPLIER_0_LOW = 0x1f53;
const MULTIPLIER_0_HIGH = 0xd251;
const MULTIPLIER_2 = 0xcd9e8d57 | 0;
const MULTIPLIER_2_LOW = 0x8d57;
const MULTIPLIER_2_HIGH = 0xcd9e;
/** Weyl steps of the key: the golden ratio and √3 - 1, as fractions of 2^32. */
const KEY_STEP_0 = 0x9e3779b9 | 0;
const KEY_STEP_1 = 0xbb67ae85 | 0;

/** Upper 32 bits of a 32 by 32 bit product, from halves of 16 bits; the parts of a sum stay below 2^32. */
function upperProduct(word: number, low: number, high: number): number {
  const wordLow = word & 0xffff;
  const wordHigh = word >>> 16;
  const carried = (Math.imul(wordHigh, low) >>> 0) + (Math.imul(wordLow, low) >>> 16);
  const middle = (Math.imul(wordLow, high) >>> 0) + (carried & 0xffff);
  return (Math.imul(wordHigh, high) + (carried >>> 16) + (middle >>> 16)) | 0;
}

/**
 * Writes the block of counter (`c0`, `c1`, `c2`, `c3`) and key (`k0`, `k1`) to `block` (four words). Words are any
 * numbers; they count modulo 2^32, and those written are 0 to 2^32 - 1.
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  block: Uint32Array,
): void {
  let w0 = c0 | 0;
  let w1 = c1 | 0;
  let w2 = c2 | 0;
  let w3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const upper0 = upperProduct(w0, MULTIPLIER_0_LOW, MULTIPLIER_0_HIGH);
    const lower0 = Math.imul(w0, MULTIPLIER_0);
    const upper2 = upperProduct(w2, MULTIPLIER_2_LOW, MULTIPLIER_2_HIGH);
    const lower2 = Math.imul(w2, MULTIPLIER_2);
    w0 = upper2 ^ w1 ^ key0;
    w1 = lower2;
    w2 = upper0 ^ w3 ^ key1;
    w3 = lower0;
    key0 = (key0 + KEY_STEP_0) | 0;
    key1 = (key1 + KEY_STEP_1) | 0;
  }
  block[0] = w0;
  block[1] = w1;
  block[2] = w2;
  block[3] = w3;
}
