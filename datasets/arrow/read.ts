/** Arrow IPC file or stream to a table of named columns: every value right, or refused. */
import { RecordBatchReader } from "apache-arrow";
import type { Data, RecordBatch, Schema } from "apache-arrow";
import { DatasetError } from "../dataset-error.ts";
import { registerArrowCodecs } from "./codecs.ts";
import { readColumn } from "./columns.ts";
import { checkArrowFrame, damaged } from "./frame.ts";
import type { Table } from "./table.ts";

/**
 * Reads a whole file, plain or compressed (LZ4, zstd). `file` is the name used in messages. No rows gives a table of no
 * rows with its columns named. Columns of a kind that is not read (dates, lists, numbers beyond 2^53) come as
 * "unreadable" with the reason, and do harm only where they are needed.
 * Throws `DatasetError`: "arrow.empty", "arrow.not-arrow", "arrow.incomplete", "arrow.padded", "arrow.damaged",
 * "arrow.big-endian", "arrow.old-format", "arrow.too-large", "arrow.duplicate-column".
 */
export function readArrowTable(bytes: Uint8Array, file: string): Table {
  registerArrowCodecs();
  const frame = checkArrowFrame(bytes, file);
  // The reader lays typed arrays over the bytes where they are, which needs them on an 8-byte boundary.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  let schema: Schema;
  // Each batch is kept as it was when read: a later dictionary replaces an earlier one for later batches only.
  const batches: RecordBatch[] = [];
  try {
    const reader = RecordBatchReader.from(aligned);
    reader.open();
    schema = reader.schema;
    for (const batch of reader) if (batch.numRows > 0) batches.push(batch);
  } catch {
    throw damaged(file);
  }
  refuseDuplicates(schema, file);
  const rows = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  if (rows !== frame.rowCount) throw damaged(file);

  const columns = schema.fields.map((field, index) => {
    const chunks = batches.map((batch) => batch.data.children[index] as Data);
    chunks.forEach((chunk, i) => {
      if (chunk.length !== (batches[i] as RecordBatch).numRows) throw damaged(file);
    });
    try {
      return readColumn(field.name, field.type, chunks, rows, file);
    } catch (error) {
      if (error instanceof DatasetError) throw error;
      throw damaged(file);
    }
  });
  return { file, rowCount: rows, columns, metadata: schema.metadata };
}

function refuseDuplicates(schema: Schema, file: string): void {
  const seen = new Set<string>();
  for (const { name } of schema.fields) {
    if (seen.has(name)) {
      throw new DatasetError({
        code: "arrow.duplicate-column",
        problem: "two columns have the same name",
        file,
        column: name,
        remedy: "Rename or remove one of them",
      });
    }
    seen.add(name);
  }
}
