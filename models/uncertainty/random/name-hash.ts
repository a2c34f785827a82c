/** The key of a named stream: a stated hash of the seed and the name. */

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const WORD = 0xffff_ffff_ffff_ffffn;

/** 64-bit FNV-1a of some bytes. Source: Fowler, Noll, Vo, "The FNV non-cryptographic hash algorithm" (RFC 9923). */
export function fnv1a64(bytes: Iterable<number>): bigint {
  let hash = OFFSET_BASIS;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * PRIME) & WORD;
  return hash;
}

/** UTF-8 of a text. A half of a surrogate pair on its own is written as its own three bytes, so that no two texts agree. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** A seed as eight bytes, lowest first, then the name in UTF-8, through FNV-1a. `seed` is a whole number, 0 to 2^53 - 1. */
export function streamKey(seed: number, name: string): bigint {
  const seedBytes = Array.from({ length: 8 }, (_, i) => Number((BigInt(seed) >> BigInt(8 * i)) & 0xffn));
  return fnv1a64([...seedBytes, ...utf8(name)]);
}
