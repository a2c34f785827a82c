/** One column of an Arrow file, all its chunks, into one typed array. */
import { DataType } from "apache-arrow";
import type { Data } from "apache-arrow";
import { UnsafeValue, nullTest } from "./cells.ts";
import { damaged } from "./frame.ts";
import { numberReader } from "./numbers.ts";
import type { Column, NumberColumn } from "./table.ts";
import { readTextColumn } from "./texts.ts";

/** Reads a column of any type. Throws `DatasetError` when its parts do not fit the row count. */
export function readColumn(name: string, type: DataType, chunks: readonly Data[], rows: number, file: string): Column {
  if (DataType.isNull(type)) return { kind: "empty", name };
  for (const chunk of chunks) checkNullBits(chunk, file);
  const text = DataType.isDictionary(type) ? (type.dictionary as DataType) : type;
  if (DataType.isUtf8(text) || DataType.isLargeUtf8(text) || DataType.isUtf8View(text)) {
    return readTextColumn(name, chunks, rows, file);
  }
  const read = DataType.isDictionary(type) ? null : numberReader(type);
  if (read === null) {
    return {
      kind: "unreadable",
      name,
      reason: `holds ${kindInWords(type)}, which this program does not read`,
      remedy: "Save the column as text or as ordinary numbers",
    };
  }
  try {
    return readNumberColumn(name, chunks, rows, (chunk, into, start) => read(chunk, into, start, file));
  } catch (error) {
    if (!(error instanceof UnsafeValue)) throw error;
    const { message: reason, row, value } = error;
    return { kind: "unreadable", name, reason, remedy: "Save the column as ordinary numbers", row, value };
  }
}

function readNumberColumn(
  name: string,
  chunks: readonly Data[],
  rows: number,
  read: (chunk: Data, into: Float64Array, start: number) => void,
): NumberColumn {
  const values = new Float64Array(rows);
  let missing: Uint8Array | null = null;
  let start = 0;
  for (const chunk of chunks) {
    read(chunk, values, start);
    const isNull = nullTest(chunk);
    if (isNull !== null) {
      missing ??= new Uint8Array(rows);
      for (let i = 0; i < chunk.length; i++) {
        if (isNull(i)) {
          missing[start + i] = 1;
          values[start + i] = Number.NaN;
        }
      }
    }
    start += chunk.length;
  }
  return { kind: "number", name, values, missing };
}

function checkNullBits(chunk: Data, file: string): void {
  if (chunk.nullCount <= 0) return;
  const bits = chunk.nullBitmap;
  if (bits === undefined || bits.length * 8 < chunk.offset + chunk.length) throw damaged(file);
}

function kindInWords(type: DataType): string {
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return "dates or times";
  if (DataType.isBool(type)) return "true/false values";
  if (DataType.isStruct(type) || DataType.isList(type)) return "nested values";
  if (DataType.isDictionary(type)) return "coded values that are not text";
  if (DataType.isBinary(type) || DataType.isFixedSizeBinary(type)) return "raw bytes";
  return `values of the kind ${String(type)}`;
}
