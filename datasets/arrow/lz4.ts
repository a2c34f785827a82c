/**
 * LZ4 frames, as Arrow files carry them, to the bytes they were made from. Written from the format descriptions:
 * https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md and lz4_Block_format.md.
 */
import { xxHash32 } from "./xxhash32.ts";

const FRAME_MAGIC = 0x184d2204;
const UNCOMPRESSED_BLOCK = 0x80000000;

/**
 * Decodes one LZ4 frame to exactly `length` bytes. Header, block and content checksums are checked where the frame has
 * them. Throws `Error` on a frame that is damaged, cut short, needs a dictionary, or gives another length.
 */
export function decodeLz4Frame(frame: Uint8Array, length: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== FRAME_MAGIC) throw new Error("not an LZ4 frame");
  const flags = view.getUint8(4);
  if (flags >> 6 !== 1) throw new Error("an LZ4 frame of an unknown version");
  const hasBlockChecksums = (flags & 0x10) !== 0;
  const hasSize = (flags & 0x08) !== 0;
  const hasChecksum = (flags & 0x04) !== 0;
  if ((flags & 0x01) !== 0) throw new Error("an LZ4 frame that needs a dictionary");
  let at = 6;
  if (hasSize) {
    if (view.getBigUint64(at, true) !== BigInt(length)) throw new Error("an LZ4 frame of another length");
    at += 8;
  }
  if (view.getUint8(at) !== ((xxHash32(frame.subarray(4, at)) >>> 8) & 0xff)) throw new Error("a damaged LZ4 header");
  at += 1;

  const out = new Uint8Array(length);
  let written = 0;
  for (;;) {
    const blockHead = view.getUint32(at, true);
    at += 4;
    if (blockHead === 0) break;
    const size = blockHead & 0x7fffffff;
    if (at + size > frame.length) throw new Error("an LZ4 frame cut short");
    const block = frame.subarray(at, at + size);
    at += size;
    if (hasBlockChecksums) {
      if (view.getUint32(at, true) !== xxHash32(block)) throw new Error("a damaged LZ4 block");
      at += 4;
    }
    // Matches may reach back into earlier blocks of the frame: all blocks share one output.
    if ((blockHead & UNCOMPRESSED_BLOCK) === 0) written = decodeBlock(block, out, written);
    else {
      if (written + size > length) throw new Error("an LZ4 frame of another length");
      out.set(block, written);
      written += size;
    }
  }
  if (written !== length) throw new Error("an LZ4 frame of another length");
  if (hasChecksum && view.getUint32(at, true) !== xxHash32(out)) throw new Error("damaged LZ4 content");
  if (at + (hasChecksum ? 4 : 0) !== frame.length) throw new Error("something after the LZ4 frame");
  return out;
}

/** Decodes a block into `out` from `start`; returns where it ended. */
function decodeBlock(block: Uint8Array, out: Uint8Array, start: number): number {
  const end = block.length;
  let at = 0;
  let to = start;
  while (at < end) {
    const token = block[at++] as number;
    let literals = token >> 4;
    if (literals === 15) {
      let more: number;
      do {
        if (at >= end) throw new Error("an LZ4 block cut short");
        more = block[at++] as number;
        literals += more;
      } while (more === 255);
    }
    if (at + literals > end || to + literals > out.length) throw new Error("a damaged LZ4 block");
    if (literals > 16) out.set(block.subarray(at, at + literals), to);
    else for (let i = 0; i < literals; i++) out[to + i] = block[at + i] as number;
    at += literals;
    to += literals;
    // The last sequence of a block has literals only.
    if (at === end) break;

    if (at + 2 > end) throw new Error("an LZ4 block cut short");
    const distance = (block[at] as number) | ((block[at + 1] as number) << 8);
    at += 2;
    if (distance === 0 || distance > to) throw new Error("a damaged LZ4 block");
    let match = (token & 15) + 4;
    if (match === 19) {
      let more: number;
      do {
        if (at >= end) throw new Error("an LZ4 block cut short");
        more = block[at++] as number;
        match += more;
      } while (more === 255);
    }
    if (to + match > out.length) throw new Error("a damaged LZ4 block");
    const from = to - distance;
    // A match may overlap what it writes: then it repeats, byte by byte.
    if (distance >= match && match > 16) out.copyWithin(to, from, from + match);
    else for (let i = 0; i < match; i++) out[to + i] = out[from + i] as number;
    to += match;
  }
  return to;
}
