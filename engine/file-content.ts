/** What a file is by the bytes that it begins with. */

export type ContentKind = "zip" | "arrow" | "json" | "unknown";

/**
 * "zip" by its local or end-of-archive signature; "arrow" by the magic of an Arrow IPC file or the continuation marker
 * of a stream; "json" by its first character that is not white space. An empty file is "unknown".
 */
export function contentKind(bytes: Uint8Array): ContentKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (startsWith(bytes, [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]) || startsWith(bytes, [0xff, 0xff, 0xff, 0xff]))
    return "arrow";
  const from = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const first = bytes.subarray(from, from + 1000).find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b || first === 0x5b ? "json" : "unknown";
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}
