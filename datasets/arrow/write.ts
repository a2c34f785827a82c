/** Tables to Arrow IPC file bytes: the same table gives the same bytes every time. */
import {
  Data,
  Dictionary,
  Field,
  Float64,
  Int32,
  Message,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  Vector,
  makeData,
} from "apache-arrow";
import type { DataType } from "apache-arrow";

export type WritableColumn =
  | { readonly name: string; readonly texts: readonly (string | null)[] }
  | { readonly name: string; readonly numbers: ArrayLike<number | null> };

/**
 * Arrow IPC file (uncompressed) of the columns, in their order. Text goes in as dictionary-coded Utf8 whose dictionary
 * is in order of first appearance, numbers as Float64. All columns have the same length; throws `RangeError` otherwise.
 */
export function writeArrowTable(columns: readonly WritableColumn[]): Uint8Array {
  const rows = columns[0] === undefined ? 0 : lengthOf(columns[0]);
  const fields: Field[] = [];
  const children: Data[] = [];
  columns.forEach((column, index) => {
    if (lengthOf(column) !== rows) throw new RangeError(`Column "${column.name}" has not ${rows} rows.`);
    const data = "texts" in column ? textData(column.texts, index) : numberData(column.numbers);
    fields.push(new Field(column.name, data.type, data.nullCount > 0));
    children.push(data);
  });
  const schema = new Schema(fields);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }));
  const writer = new WholeFileWriter();
  writer.write(batch);
  writer.finish();
  return writer.toUint8Array(true);
}

/** The format puts a whole stream inside a file; the library leaves out its first message, the schema. */
class WholeFileWriter extends RecordBatchFileWriter {
  protected override _writeSchema(schema: Schema): this {
    return super._writeSchema(schema)._writeMessage(Message.from(schema));
  }
}

function lengthOf(column: WritableColumn): number {
  return "texts" in column ? column.texts.length : column.numbers.length;
}

function numberData(numbers: ArrayLike<number | null>): Data<DataType> {
  const values = new Float64Array(numbers.length);
  const validity = new ValidityBits(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row] ?? null;
    if (value === null) validity.clear(row);
    else values[row] = value;
  }
  return makeData({ type: new Float64(), length: numbers.length, data: values, ...validity.parts() });
}

function textData(texts: readonly (string | null)[], dictionaryId: number): Data<DataType> {
  const codes = new Int32Array(texts.length);
  const validity = new ValidityBits(texts.length);
  const codeOf = new Map<string, number>();
  texts.forEach((text, row) => {
    if (text === null) {
      validity.clear(row);
      return;
    }
    let code = codeOf.get(text);
    if (code === undefined) codeOf.set(text, (code = codeOf.size));
    codes[row] = code;
  });
  // The id is given: the library's own counter would make the bytes depend on what was written before.
  const type = new Dictionary(new Utf8(), new Int32(), dictionaryId, false);
  return makeData({
    type,
    length: texts.length,
    data: codes,
    dictionary: new Vector([utf8Data([...codeOf.keys()])]),
    ...validity.parts(),
  });
}

function utf8Data(texts: readonly string[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  encoded.forEach((bytes, i) => {
    valueOffsets[i + 1] = (valueOffsets[i] as number) + bytes.length;
  });
  const data = new Uint8Array(valueOffsets[texts.length] as number);
  encoded.forEach((bytes, i) => data.set(bytes, valueOffsets[i]));
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

/** Arrow's validity bitmap: bit set = there is a value; left out when nothing is missing. */
class ValidityBits {
  private readonly bits: Uint8Array;
  private missing = 0;

  constructor(length: number) {
    this.bits = new Uint8Array(Math.ceil(length / 8)).fill(0xff);
  }

  clear(row: number): void {
    const index = row >> 3;
    this.bits[index] = (this.bits[index] as number) & ~(1 << (row & 7));
    this.missing++;
  }

  parts(): { nullCount: number; nullBitmap?: Uint8Array } {
    return this.missing === 0 ? { nullCount: 0 } : { nullCount: this.missing, nullBitmap: this.bits };
  }
}
