/** LZ4 frames made by hand from the format's description, and the published vectors of its checksum. */
import { describe, expect, test } from "vitest";
import { decodeLz4Frame } from "../../datasets/arrow/lz4.ts";
import { xxHash32 } from "../../datasets/arrow/xxhash32.ts";

const text = (value: string) => new TextEncoder().encode(value);

test.each([
  ["", 0x02cc5d05],
  ["a", 0x550d7456],
  ["abc", 0x32d153ff],
  ["Nobody inspects the spammish repetition", 0xe2293b2f],
])("xxHash32 of %j", (value, hash) => {
  expect(xxHash32(text(value))).toBe(hash);
});

/** A frame of these blocks; `flags` without the version bits. */
function frame(
  flags: number,
  blocks: readonly (readonly [head: number, data: Uint8Array])[],
  content: Uint8Array,
): Uint8Array {
  const out: number[] = [0x04, 0x22, 0x4d, 0x18];
  const u32 = (value: number) => out.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  const header = [0x40 | flags, 0x40];
  if (flags & 0x08) header.push(content.length & 255, (content.length >> 8) & 255, 0, 0, 0, 0, 0, 0);
  out.push(...header, (xxHash32(Uint8Array.from(header)) >>> 8) & 255);
  for (const [head, data] of blocks) {
    u32(head);
    out.push(...data);
    if (flags & 0x10) u32(xxHash32(data));
  }
  u32(0);
  if (flags & 0x04) u32(xxHash32(content));
  return Uint8Array.from(out);
}

const abc = text("abcabcabcabcabcabcabcabc");
// Token 0x3f: 3 literals, match of 15 + 4 and more; distance 3; length byte 0 -> match of 19; then 2 literals "bc".
const repeated = Uint8Array.from([0x3f, 0x61, 0x62, 0x63, 3, 0, 0, 0x20, 0x62, 0x63]);

describe("decodes", () => {
  test("a match that overlaps what it writes", () => {
    // 3 + 19 + 2 = 24 letters.
    expect(decodeLz4Frame(frame(0x60, [[repeated.length, repeated]], abc), 24)).toEqual(abc);
  });

  test("checksums of header, block and content, and the stated size", () => {
    expect(decodeLz4Frame(frame(0x7c, [[repeated.length, repeated]], abc), 24)).toEqual(abc);
  });

  test("blocks as they are, and a match that reaches back into an earlier block", () => {
    const head = text("Northmuir ");
    // Token 0x06: no literals, match of 10 from 10 back; then token 0x10: one literal.
    const linked = Uint8Array.from([0x06, 10, 0, 0x10, 0x21]);
    const content = text("Northmuir Northmuir !");
    const bytes = frame(
      0x44,
      [
        [(0x80000000 | head.length) >>> 0, head],
        [linked.length, linked],
      ],
      content,
    );
    expect(decodeLz4Frame(bytes, content.length)).toEqual(content);
  });

  test("runs of more than 15 + 255 literals", () => {
    const content = text("x".repeat(300));
    // 300 = 15 + 255 + 30.
    const block = Uint8Array.from([0xf0, 255, 30, ...content]);
    expect(decodeLz4Frame(frame(0x64, [[block.length, block]], content), 300)).toEqual(content);
  });
});

describe("refuses", () => {
  const good = frame(0x7c, [[repeated.length, repeated]], abc);

  test("every changed byte of a frame that carries all its checksums", () => {
    for (let at = 0; at < good.length; at++) {
      for (const change of [1, 0x80, 0xff]) {
        const bytes = good.slice();
        bytes[at] = (bytes[at] as number) ^ change;
        expect(() => decodeLz4Frame(bytes, 24), `byte ${at}`).toThrow(/LZ4|bounds/);
      }
    }
  });

  test("every cut, and anything after the end", () => {
    for (let length = 0; length < good.length; length++) {
      expect(() => decodeLz4Frame(good.slice(0, length), 24)).toThrow(/LZ4|bounds/);
    }
    expect(() => decodeLz4Frame(Uint8Array.from([...good, 0]), 24)).toThrow("after");
  });

  test("another length than the one asked for", () => {
    expect(() => decodeLz4Frame(good, 23)).toThrow("length");
    expect(() => decodeLz4Frame(frame(0x60, [[repeated.length, repeated]], abc), 25)).toThrow("length");
  });

  test("a match before the start, and one of distance 0", () => {
    for (const distance of [4, 0]) {
      const block = Uint8Array.from([0x3f, 0x61, 0x62, 0x63, distance, 0, 0, 0x20, 0x62, 0x63]);
      expect(() => decodeLz4Frame(frame(0x60, [[block.length, block]], abc), 24)).toThrow("damaged");
    }
  });
});
