/** A table of named columns, held as typed arrays: what reading an Arrow file gives, and what checking works on. */

export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  /** One value a row; a missing one is NaN here and 1 in `missing`. */
  readonly values: Float64Array;
  /** 1 where the file holds a null, 0 elsewhere; null when nothing is missing. A NaN that the file itself holds is 0. */
  readonly missing: Uint8Array | null;
}

export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  /** Position in `texts` for each row; -1 where the file holds a null. */
  readonly codes: Int32Array;
  /** The different texts of the column, each once. */
  readonly texts: readonly string[];
}

/** A column whose type carries no values at all (every cell is empty). */
export interface EmptyColumn {
  readonly kind: "empty";
  readonly name: string;
}

/** A column that this program does not read, with the reason in words. It does no harm unless the column is needed. */
export interface UnreadableColumn {
  readonly kind: "unreadable";
  readonly name: string;
  readonly reason: string;
  readonly remedy: string;
  readonly row?: number | undefined;
  readonly value?: string | undefined;
}

export type Column = NumberColumn | TextColumn | EmptyColumn | UnreadableColumn;

export interface Table {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** The schema's own notes, by key. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** The text in a row, or null where there is none. */
export function textAt(column: TextColumn, row: number): string | null {
  const code = column.codes[row] as number;
  return code < 0 ? null : (column.texts[code] as string);
}
