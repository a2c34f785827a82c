/** Named streams: the generator's published vectors, the hash's, and what a draw may depend on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { fnv1a64, streamKey, utf8 } from "../../../models/uncertainty/random/name-hash.ts";
import { philox } from "../../../models/uncertainty/random/philox.ts";
import { createStream, uniformOfWords } from "../../../models/uncertainty/random/streams.ts";

const words = (text: string) => text.split(" ").map((word) => Number.parseInt(word, 16));
const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const draws = fc.integer({ min: 0, max: 2 ** 40 });

describe("Philox4x32-10", () => {
  // The three vectors of Random123's kat_vectors: counter, key, block.
  it.each([
    ["00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ])("gives the published block for counter %s, key %s", (counter, key, block) => {
    const [c0, c1, c2, c3] = words(counter) as [number, number, number, number];
    const [k0, k1] = words(key) as [number, number];
    const found = new Uint32Array(4);
    philox(c0, c1, c2, c3, k0, k1, found);
    expect([...found]).toEqual(words(block));
  });

  it("agrees with whole-number arithmetic of any length", () => {
    const mask = 0xffff_ffffn;
    const slow = (counter: number[], key: number[]) => {
      let [a, b, c, d] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
      let [k0, k1] = key.map(BigInt) as [bigint, bigint];
      for (let round = 0; round < 10; round++) {
        const first = a * 0xd2511f53n;
        const second = c * 0xcd9e8d57n;
        [a, b, c, d] = [(second >> 32n) ^ b ^ k0, second & mask, (first >> 32n) ^ d ^ k1, first & mask];
        k0 = (k0 + 0x9e3779b9n) & mask;
        k1 = (k1 + 0xbb67ae85n) & mask;
      }
      return [a, b, c, d].map(Number);
    };
    const word = fc.integer({ min: 0, max: 0xffff_ffff });
    const found = new Uint32Array(4);
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), ([c0, c1, c2, c3], [k0, k1]) => {
        philox(c0, c1, c2, c3, k0, k1, found);
        expect([...found]).toEqual(slow([c0, c1, c2, c3], [k0, k1]));
      }),
    );
  });
});

describe("the key of a name", () => {
  // RFC 9923's test vectors for 64-bit FNV-1a.
  it.each([
    ["", 0xcbf29ce484222325n],
    ["a", 0xaf63dc4c8601ec8cn],
    ["foobar", 0x85944171f73967e8n],
  ])("hashes %j as published", (text, hash) => {
    expect(fnv1a64(utf8(text))).toBe(hash);
  });

  it("writes names in UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8(text)).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it("differs by seed and by name, and keeps half surrogates apart", () => {
    const keys = [0, 1, 2 ** 32, 2 ** 52].flatMap((seed) =>
      ["growth", "growth ", "Growth", "", "\ud800", "\ud801"].map((name) => streamKey(seed, name)),
    );
    expect(new Set(keys).size).toBe(24);
  });
});

describe("uniform numbers", () => {
  it("follow their definition at the ends and between", () => {
    expect(uniformOfWords(0, 0)).toBe(2 ** -54);
    expect(uniformOfWords(0, 64)).toBe(2 ** -53); // the lower six bits of the second word are not used
    expect(uniformOfWords(0, 63)).toBe(2 ** -54);
    expect(uniformOfWords(32, 0)).toBe(2 ** -27); // nor the lower five of the first
    expect(uniformOfWords(0x8000_0000, 0)).toBe(0.5);
    expect(uniformOfWords(0xffff_ffff, 0xffff_ffff)).toBe(1 - 2 ** -53);
  });

  it("are, two draws to a block, the words of the block of counter d / 2 and the name's key", () => {
    // Key of (42, "growth") by the stated hash; draws 2^34 + 14 and 2^34 + 15 have counter (7, 2, 0, 1).
    const key = streamKey(42, "growth");
    const block = new Uint32Array(4);
    philox(7, 2, 0, 1, Number(key & 0xffff_ffffn), Number(key >> 32n), block);
    const [w0, w1, w2, w3] = block as unknown as [number, number, number, number];
    const stream = createStream(42, "growth");
    expect(stream.uniform(2 ** 34 + 14)).toBe(uniformOfWords(w0, w1));
    expect(stream.uniform(2 ** 34 + 15)).toBe(uniformOfWords(w2, w3));
  });

  it("share no word with the blocks of a draw that has its own", () => {
    const stream = createStream(42, "growth");
    const own = new Uint32Array(4);
    const shared = Array.from({ length: 40 }, (_, draw) => stream.uniform(draw));
    for (let draw = 0; draw < 40; draw++) {
      stream.words(draw, 0, own);
      const [w0, w1, w2, w3] = own as unknown as [number, number, number, number];
      expect(shared).not.toContain(uniformOfWords(w0, w1));
      expect(shared).not.toContain(uniformOfWords(w2, w3));
    }
  });

  it("do not depend on other streams, on the order, or on the size of a block", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.string(),
        fc.string(),
        draws,
        fc.integer({ min: 1, max: 40 }),
        (seed, name, other, from, n) => {
          const alone = Array.from({ length: 40 }, (_, i) => createStream(seed, name).uniform(from + i));
          const stream = createStream(seed, name);
          const disturbing = createStream(seed, `${other} beside`);
          const found = new Float64Array(40);
          const starts = Array.from({ length: Math.ceil(40 / n) }, (_, block) => block * n).reverse();
          for (const start of starts) {
            disturbing.uniform(start);
            stream.fill(found, start, from + start, Math.min(n, 40 - start));
          }
          expect([...found]).toEqual(alone);
        },
      ),
    );
  });

  it("fill 0 to 1 evenly and do not follow those of another name or the draw before", () => {
    const n = 20_000;
    const [first, second] = ["stay", "growth"].map((name) => {
      const values = new Float64Array(n);
      createStream(1, name).fill(values, 0, 0, n);
      return values;
    }) as [Float64Array, Float64Array];
    // Chi-square of 100 equal cells, 99 degrees of freedom: beyond 170 has a chance of 1 in 80,000.
    const cells = new Float64Array(100);
    for (const u of first) cells[Math.floor(u * 100)] = (cells[Math.floor(u * 100)] as number) + 1;
    expect(cells.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0)).toBeLessThan(170);
    // The mean product of independent uniforms, less 1/4, has standard error √(1/144/n) after centring.
    const product = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, u, i) => sum + (u - 0.5) * ((b[i] as number) - 0.5), 0) / a.length;
    expect(Math.abs(product(first, second))).toBeLessThan(4 / 12 / Math.sqrt(n));
    expect(Math.abs(product(first.subarray(1), first.subarray(0, n - 1)))).toBeLessThan(4 / 12 / Math.sqrt(n - 1));
  });

  it("refuse a seed that is not a whole number from 0", () => {
    for (const seed of [-1, 0.5, NaN, 2 ** 53]) expect(() => createStream(seed, "a")).toThrow(ModelInputError);
  });
});
