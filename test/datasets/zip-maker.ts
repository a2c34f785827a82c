/** Zip files by hand, so that they can be wrong in exactly one way (format: APPNOTE.TXT of PKWARE). */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** UTF-8 (0x800) unless given. */
  readonly flags?: number;
  readonly deflate?: boolean;
  /** Stated in place of the true one. */
  readonly crc?: number;
  readonly unixMode?: number;
}

export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === "string" ? new TextEncoder().encode(entry.name) : entry.name;
    const packed = entry.deflate === true ? new Uint8Array(deflateRawSync(entry.bytes)) : entry.bytes;
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, entry.flags ?? 0x800, true);
    common.setUint16(4, entry.deflate === true ? 8 : 0, true);
    common.setUint32(6, 0x00210000, true);
    common.setUint32(10, entry.crc ?? crc32(entry.bytes), true);
    common.setUint32(14, packed.length, true);
    common.setUint32(18, entry.bytes.length, true);
    common.setUint16(22, name.length, true);
    const head = new Uint8Array(common.buffer);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(6, ((entry.unixMode ?? 0) << 16) >>> 0, true);
    tail.setUint32(10, offset, true);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 3), head, new Uint8Array(tail.buffer), name);
    const local = [Uint8Array.of(0x50, 0x4b, 3, 4), head, name, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]);
}

/** A zip of files by path. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, folder = "", deflate = true): Uint8Array {
  return makeZip([...files].map(([path, bytes]) => ({ name: `${folder}${path}`, bytes, deflate })));
}
