/** What reading any kind of column needs: its values, its nulls, and the ways a cell can be refused. */
import type { Data } from "apache-arrow";
import { DatasetError } from "../dataset-error.ts";
import { damaged } from "./frame.ts";

/** A value that a column holds but a number cannot: makes the column unreadable, with the row. */
export class UnsafeValue extends Error {
  readonly row: number;
  readonly value: string;
  constructor(problem: string, row: number, value: string) {
    super(problem);
    this.row = row;
    this.value = value;
  }
}

/** Tells whether a cell of the chunk is null; null when none is. Only for chunks whose bits have been checked. */
export function nullTest(chunk: Data): ((index: number) => boolean) | null {
  // `nullCount` is worked out at every call, so it is asked for once.
  if (chunk.nullCount <= 0) return null;
  const bits = chunk.nullBitmap as Uint8Array;
  const offset = chunk.offset;
  return (index) => ((bits[(offset + index) >> 3] as number) & (1 << ((offset + index) & 7))) === 0;
}

/** The first `length` values of a chunk, or an error when it holds fewer. */
export function valuesOf<T extends { readonly length: number }>(chunk: Data, stride: number, file: string): T {
  const values = chunk.values as T | undefined;
  if (values === undefined || values.length < chunk.length * stride) throw damaged(file);
  return values;
}

/** Raised for text that is not valid UTF-8, or whose position lies outside its column. */
export function badText(file: string, column: string, row: number): DatasetError {
  return new DatasetError({
    code: "arrow.damaged-text",
    problem: "the text in this cell cannot be read",
    file,
    column,
    row: row + 1,
    remedy: "Write the file again with its text in UTF-8",
  });
}
