/** Every Arrow number type to ordinary numbers, exactly, or refused. */
import { DataType, Precision } from "apache-arrow";
import type { Data, Decimal } from "apache-arrow";
import { UnsafeValue, nullTest, valuesOf } from "./cells.ts";

/** Copies a chunk's values into `into` from `start`; cells that are null are left for the caller. */
export type NumberReader = (chunk: Data, into: Float64Array, start: number, file: string) => void;

/** The reader for a type; null when the type is not a number. */
export function numberReader(type: DataType): NumberReader | null {
  if (DataType.isFloat(type)) return type.precision === Precision.HALF ? readHalf : readPlain;
  if (DataType.isInt(type)) return type.bitWidth === 64 ? readInt64 : readPlain;
  if (DataType.isDecimal(type)) return readDecimal(type);
  return null;
}

function readPlain(chunk: Data, into: Float64Array, start: number, file: string): void {
  const values = valuesOf<Float64Array | Float32Array | Int32Array>(chunk, 1, file);
  into.set(values.length === chunk.length ? values : values.subarray(0, chunk.length), start);
}

/** IEEE 754 half precision: 1 sign, 5 exponent, 10 fraction bits. */
function readHalf(chunk: Data, into: Float64Array, start: number, file: string): void {
  const values = valuesOf<Uint16Array>(chunk, 1, file);
  for (let i = 0; i < chunk.length; i++) into[start + i] = halfToNumber(values[i] as number);
}

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function readInt64(chunk: Data, into: Float64Array, start: number, file: string): void {
  const values = valuesOf<BigInt64Array | BigUint64Array>(chunk, 1, file);
  const isNull = nullTest(chunk);
  for (let i = 0; i < chunk.length; i++) {
    const value = Number(values[i]);
    if (!Number.isSafeInteger(value) && isNull?.(i) !== true) throw beyondExact(start + i, String(values[i]));
    into[start + i] = value;
  }
}

/** Decimals are whole numbers of 10^-scale; 20,500,000.75 at scale 2 is 2,050,000,075. */
function readDecimal(type: Decimal): NumberReader {
  const words = type.bitWidth / 32;
  return (chunk, into, start, file) => {
    const values = valuesOf<Uint32Array>(chunk, words, file);
    const isNull = nullTest(chunk);
    for (let i = 0; i < chunk.length; i++) {
      let whole = 0n;
      for (let word = words - 1; word >= 0; word--) whole = (whole << 32n) | BigInt(values[i * words + word] as number);
      whole = BigInt.asIntN(type.bitWidth, whole);
      if (isNull?.(i) === true) continue;
      if (!Number.isSafeInteger(Number(whole))) throw beyondExact(start + i, `${whole}e${-type.scale}`);
      // Through text, so that 8,125,005 hundredths is the double nearest to 81250.05.
      into[start + i] = Number(`${whole}e${-type.scale}`);
    }
  };
}

function beyondExact(row: number, value: string): UnsafeValue {
  return new UnsafeValue("holds a number of more than 15 digits, which cannot be kept exactly", row + 1, value);
}
