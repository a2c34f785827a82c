/** The two compressions that Arrow files use (a Feather file is LZ4 unless its maker says otherwise). */
import { CompressionType, compressionRegistry } from "apache-arrow";
import { decompress } from "fzstd";
import { decodeLz4Frame } from "./lz4.ts";

let registered = false;

/** Makes compressed Arrow files readable. May be called any number of times. */
export function registerArrowCodecs(): void {
  if (registered) return;
  registered = true;
  compressionRegistry.set(CompressionType.LZ4_FRAME, {
    decode: (bytes) => {
      const length = declaredLength(bytes);
      return length === 0 ? new Uint8Array(0) : decodeLz4Frame(bytes, length);
    },
  });
  compressionRegistry.set(CompressionType.ZSTD, { decode: decodeZstd });
}

function decodeZstd(bytes: Uint8Array): Uint8Array {
  const length = declaredLength(bytes);
  if (length === 0) return new Uint8Array(0);
  const out = decompress(bytes, new Uint8Array(length));
  if (out.length !== length) throw new Error("a zstd frame of another length");
  return out;
}

/** Arrow writes the unfolded length in the eight bytes before each compressed buffer; checkArrowFrame has bounded it. */
function declaredLength(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset - 8, 8).getBigInt64(0, true));
}
