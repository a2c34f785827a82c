/**
 * Latin hypercube points: draw d of n falls at a random place in slice p(d) of n equal slices, p a random permutation
 * of 0 to n - 1 that belongs to the name. Source: McKay, Beckman, Conover, Technometrics 21 (1979).
 *
 * The permutation is not stored: it is an enciphered count (a Feistel network of eight rounds, walking on while the
 * result is n or more), so any draw can be had on its own and memory does not grow with the draws. Source: Black and
 * Rogaway, "Ciphers with arbitrary finite domains", CT-RSA (2002).
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import type { Stream } from "../random/streams.ts";
import type { Points } from "./points.ts";

const ROUNDS = 8; // even, so that the halves are back in their places
/** Turn of the stream that the keys of the rounds are from; the place within the slice is turn 0 of the draw. */
const KEY_TURN = 0xffff_ffff;
const TWO_M32 = 2 ** -32;
/** With more slices, a place within a slice would no longer fit a double. */
const MOST_DRAWS = 2 ** 20;
const WORDS = new Uint32Array(4);

/** A whole number mixed well: the finaliser of MurmurHash3 (Appleby, public domain). */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export class LatinHypercube implements Points {
  readonly #stream: Stream;
  readonly #draws: number;
  readonly #upperBits: number;
  readonly #lowerBits: number;
  readonly #keys = new Uint32Array(ROUNDS);

  constructor(stream: Stream, draws: number) {
    if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
      throw new ModelInputError({
        code: "points.latin-hypercube-draws",
        message: `Latin hypercube points are asked for ${draws} draws. Give 1 to ${MOST_DRAWS} draws, or use random points.`,
        path: "draws",
        value: String(draws),
        expected: `a whole number from 1 to ${MOST_DRAWS}`,
      });
    }
    this.#stream = stream;
    this.#draws = draws;
    const bits = Math.max(2, Math.ceil(Math.log2(draws)));
    this.#upperBits = bits >> 1;
    this.#lowerBits = bits - this.#upperBits;
    for (let i = 0; i < ROUNDS; i += 4) {
      stream.words(i, KEY_TURN, WORDS);
      this.#keys.set(WORDS, i);
    }
  }

  /** Slice of draw `draw`, 0 to draws - 1: a permutation of the draws. */
  slice(draw: number): number {
    let at = draw;
    do at = this.#encipher(at);
    while (at >= this.#draws);
    return at;
  }

  /** One pass: a permutation of the whole numbers of upper + lower bits. */
  #encipher(value: number): number {
    let leftBits = this.#upperBits;
    let rightBits = this.#lowerBits;
    let left = value >>> rightBits;
    let right = value & ((1 << rightBits) - 1);
    for (let round = 0; round < ROUNDS; round++) {
      const changed = (left ^ mix(right ^ (this.#keys[round] as number))) & ((1 << leftBits) - 1);
      left = right;
      right = changed;
      const bits = leftBits;
      leftBits = rightBits;
      rightBits = bits;
    }
    return (left << rightBits) | right;
  }

  uniform(draw: number): number {
    this.#stream.words(draw, 0, WORDS);
    return (this.slice(draw) + ((WORDS[0] as number) + 0.5) * TWO_M32) / this.#draws;
  }

  fill(into: Float64Array, at: number, from: number, count: number): void {
    for (let i = 0; i < count; i++) into[at + i] = this.uniform(from + i);
  }
}
