/**
 * Sobol points with Owen's scrambling, one dimension for each assumption.
 *
 * Points: Sobol (1967), in the Gray-code order of Antonov and Saleev (1979), with the direction numbers of Joe and Kuo
 * (2008); 32 bits. Scrambling: each bit is flipped by a hash of the bits above it and of a word of the assumption's
 * stream: Laine and Karras, "Stratified sampling for stochastic transparency" (2011); Burley, "Practical hash-based Owen
 * scrambling" (2020); with the constants of Vegdahl, "Building a better LK hash" (2021), whose bits depend on each other
 * more evenly. A scrambled word v gives the number (v + 1/2) / 2^32.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import type { Stream } from "../random/streams.ts";
import type { Points } from "./points.ts";
import { JOE_KUO } from "./sobol-directions.ts";

const BITS = 32;
const TWO_M32 = 2 ** -32;
const WORDS = new Uint32Array(4);

/** Points that differ from each other. */
export const SOBOL_POINTS = 2 ** BITS;

/** Dimensions that the table holds: assumptions that can have a Sobol dimension each. */
export const SOBOL_DIMENSIONS = JOE_KUO.length + 1;

/** Direction numbers of a dimension (0 the first), as 32 words: bit k of a point's Gray code switches word k. */
export function sobolDirections(dimension: number): Uint32Array {
  const words = new Uint32Array(BITS);
  if (dimension === 0) return words.map((_, k) => 2 ** (BITS - 1 - k));
  const { degree, polynomial, initial } = JOE_KUO[dimension - 1] as (typeof JOE_KUO)[number];
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      words[k] = (initial[k] as number) << (BITS - 1 - k);
      continue;
    }
    const back = words[k - degree] as number;
    let word = back ^ (back >>> degree);
    for (let i = 1; i < degree; i++) {
      if ((polynomial >> (degree - 1 - i)) & 1) word ^= words[k - i] as number;
    }
    words[k] = word;
  }
  return words;
}

/** Bits of a word in reverse order. */
function reversed(word: number): number {
  let v = word;
  v = ((v & 0xaaaaaaaa) >>> 1) | ((v & 0x55555555) << 1);
  v = ((v & 0xcccccccc) >>> 2) | ((v & 0x33333333) << 2);
  v = ((v & 0xf0f0f0f0) >>> 4) | ((v & 0x0f0f0f0f) << 4);
  v = ((v & 0xff00ff00) >>> 8) | ((v & 0x00ff00ff) << 8);
  return (v >>> 16) | (v << 16);
}

/** Owen's scrambling of a 32-bit fraction, keyed by `key`; the result is 0 to 2^32 - 1. */
export function scrambled(word: number, key: number): number {
  let v = reversed(word);
  v ^= Math.imul(v, 0x3d20adea);
  v = (v + key) | 0;
  v = Math.imul(v, (key >>> 16) | 1);
  v ^= Math.imul(v, 0x05526c56);
  v ^= Math.imul(v, 0x53a22864);
  return reversed(v) >>> 0;
}

/** Point `index` (0 to 2^32 - 1) of a dimension before scrambling, as a 32-bit fraction. */
export function sobolWord(directions: Uint32Array, index: number): number {
  let gray = (index ^ (index >>> 1)) >>> 0;
  let word = 0;
  for (let k = 0; gray !== 0; k++, gray >>>= 1) if (gray & 1) word ^= directions[k] as number;
  return word >>> 0;
}

export class ScrambledSobol implements Points {
  readonly #directions: Uint32Array;
  readonly #key: number;

  /** Scrambled by the stream of the assumption; `dimension` counts from 0. Throws ModelInputError beyond the table. */
  constructor(stream: Stream, dimension: number) {
    if (!Number.isInteger(dimension) || dimension < 0 || dimension >= SOBOL_DIMENSIONS) {
      throw new ModelInputError({
        code: "points.sobol-dimension",
        message:
          `Sobol points are asked for ${dimension + 1} uncertain assumptions and there are directions for ` +
          `${SOBOL_DIMENSIONS}. Use Latin hypercube or random points.`,
        path: "points",
        value: String(dimension + 1),
        expected: `at most ${SOBOL_DIMENSIONS} uncertain assumptions`,
      });
    }
    this.#directions = sobolDirections(dimension);
    stream.words(0, 0, WORDS);
    this.#key = WORDS[0] as number;
  }

  uniform(draw: number): number {
    return (scrambled(sobolWord(this.#directions, draw), this.#key) + 0.5) * TWO_M32;
  }

  fill(into: Float64Array, at: number, from: number, count: number): void {
    let word = sobolWord(this.#directions, from);
    for (let i = 0; i < count; i++) {
      into[at + i] = (scrambled(word, this.#key) + 0.5) * TWO_M32;
      // From a point to the next, one bit of the Gray code changes: that of the lowest 1 of the next index.
      const next = from + i + 1;
      word ^= this.#directions[31 - Math.clz32(next & -next)] as number;
    }
  }
}
