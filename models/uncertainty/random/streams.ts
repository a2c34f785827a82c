/**
 * Named random streams. Draw d of the stream of a name is a pure function of (seed, name, d): it does not depend on
 * other streams, on the order of asking, or on how many draws are asked for at once.
 *
 * Key: FNV-1a (64 bit) of the seed (eight bytes, lowest first) and the name (UTF-8); its lower half is word 0 of the
 * key. Generator: Philox4x32-10, whose blocks hold four words. Two draws share the block of their uniform numbers: with
 * b the whole part of d / 2, its counter is (b modulo 2^32, b / 2^32, 0, 1); even draws have words 0 and 1, odd draws
 * words 2 and 3. A draw that needs more has blocks of its own, of counter (d modulo 2^32, d / 2^32, turn, 0).
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { streamKey } from "./name-hash.ts";
import { philox } from "./philox.ts";

const BLOCK = new Uint32Array(4);
const TWO_32 = 2 ** 32;
const TWO_26 = 2 ** 26;
const TWO_M53 = 2 ** -53;
const SMALLEST = 2 ** -54;
/** Last word of the counter: it keeps the blocks that two draws share apart from those of one draw. */
const OF_TWO_DRAWS = 1;
const OF_ONE_DRAW = 0;

/**
 * The uniform number of two random words: k / 2^53, where k is the upper 27 bits of the first word followed by the
 * upper 26 bits of the second; k = 0 gives 2^-54. So 0 and 1 never occur: the numbers are 2^-54, and the multiples of
 * 2^-53 from 2^-53 to 1 - 2^-53.
 */
export function uniformOfWords(first: number, second: number): number {
  const k = (first >>> 5) * TWO_26 + (second >>> 6);
  return k === 0 ? SMALLEST : k * TWO_M53;
}

export class Stream {
  readonly seed: number;
  readonly name: string;
  /** The two words of the key. */
  readonly key0: number;
  readonly key1: number;

  constructor(seed: number, name: string) {
    this.seed = seed;
    this.name = name;
    const key = streamKey(seed, name);
    this.key0 = Number(key & 0xffff_ffffn);
    this.key1 = Number(key >> 32n);
  }

  /** Writes the four random words of draw `draw` (a whole number, 0 to 2^53 - 1), turn `turn`, to `words`. */
  words(draw: number, turn: number, words: Uint32Array): void {
    philox(draw >>> 0, Math.floor(draw / TWO_32), turn, OF_ONE_DRAW, this.key0, this.key1, words);
  }

  /** The uniform number of draw `draw`, above 0 and below 1. */
  uniform(draw: number): number {
    this.#shared(Math.floor(draw / 2));
    const first = draw % 2 === 0 ? 0 : 2;
    return uniformOfWords(BLOCK[first] as number, BLOCK[first + 1] as number);
  }

  /** Writes the uniform numbers of draws `from` to `from + count - 1` to `into`, from place `at`. */
  fill(into: Float64Array, at: number, from: number, count: number): void {
    let i = 0;
    if (from % 2 === 1 && count > 0) into[at + i++] = this.uniform(from);
    for (; i + 1 < count; i += 2) {
      this.#shared((from + i) / 2);
      into[at + i] = uniformOfWords(BLOCK[0] as number, BLOCK[1] as number);
      into[at + i + 1] = uniformOfWords(BLOCK[2] as number, BLOCK[3] as number);
    }
    if (i < count) into[at + i] = this.uniform(from + i);
  }

  #shared(block: number): void {
    philox(block >>> 0, Math.floor(block / TWO_32), 0, OF_TWO_DRAWS, this.key0, this.key1, BLOCK);
  }
}

/** Opens the stream of a name. Throws ModelInputError unless `seed` is a whole number from 0 to 2^53 - 1. */
export function createStream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new ModelInputError({
      code: "uncertainty.seed",
      message: `The seed is ${seed}. Give a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
      path: "seed",
      value: String(seed),
      expected: `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    });
  }
  return new Stream(seed, name);
}
