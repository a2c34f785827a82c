/** Zips with one fault each, that no zip library would write. Entries are stored; faults are made byte by byte. */
import { crc32 } from "node:zlib";

export interface HandEntry {
  /** Text is written in UTF-8. */
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** Bits of the general purpose flag: 0x800 for UTF-8, 1 for encrypted. */
  readonly flags?: number;
  /** Claimed sizes and method, where they are not those of `bytes` stored. */
  readonly method?: number;
  readonly packed?: Uint8Array;
  /** Unix mode in the external attributes. */
  readonly mode?: number;
}

export function zipByHand(entries: readonly HandEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(typeof entry.name === "string" ? Buffer.from(entry.name, "utf8") : entry.name);
    const data = Buffer.from(entry.packed ?? entry.bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0x800, 2);
    common.writeUInt16LE(entry.method ?? 0, 4);
    common.writeUInt32LE(0x00210000, 6); // 1 January 1980
    common.writeUInt32LE(crc32(entry.bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 3]); // Unix
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2]), madeBy, common, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}
