/** Columns of a table as a field says they must be: there, of its type, every cell filled and inside its domain. */
import type { Column, NumberColumn, Table, TextColumn } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import type { FieldSpec } from "../package/table-specs.ts";

/** Whether the table has the column (an optional one may be left out). */
export function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}

/** A text column. Throws `DatasetError` when it is missing, of another kind, or has an empty cell that is not allowed. */
export function textColumn(table: Table, field: FieldSpec): TextColumn {
  const column = find(table, field);
  if (column.kind === "empty") {
    if (table.rowCount > 0 && field.nullable !== true) throw emptyCell(table, field, 0);
    return { kind: "text", name: field.name, codes: new Int32Array(table.rowCount).fill(-1), texts: [] };
  }
  if (column.kind !== "text") throw wrongKind(table, field, column, "text");
  if (field.nullable !== true) {
    const row = column.codes.indexOf(-1);
    if (row >= 0) throw emptyCell(table, field, row);
  }
  column.texts.forEach((text, code) => {
    // Control characters include line breaks and the marks that turn the direction of text round.
    if (text.trim() === text && text !== "" && !/[\p{Cc}\p{Cf}]/u.test(text)) return;
    const row = column.codes.indexOf(code);
    if (row < 0) return;
    throw new DatasetError({
      code: "table.bad-text",
      problem:
        text.trim() === "" ? "the text is blank" : "the text starts or ends with a blank, or holds a hidden character",
      file: table.file,
      column: field.name,
      row: row + 1,
      value: JSON.stringify(text),
      remedy: "Correct the text",
    });
  });
  return column;
}

/** A number column whose every cell is a finite number inside the field's domain. Throws `DatasetError` otherwise. */
export function numberColumn(table: Table, field: FieldSpec): Float64Array {
  const column = numbersOrEmpty(table, field);
  const least = field.least ?? -Infinity;
  const most = field.most ?? Infinity;
  const { values, missing } = column;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    // One comparison for the usual case: it fails for NaN and infinities too.
    if (value >= least && value <= most && Number.isFinite(value)) continue;
    if (missing !== null && missing[row] === 1) throw emptyCell(table, field, row);
    throw outOfDomain(table, field, row, value);
  }
  return values;
}

/** A number column that may have empty cells; every filled cell is checked as in `numberColumn`. */
export function partNumberColumn(table: Table, field: FieldSpec): NumberColumn {
  const column = numbersOrEmpty(table, field);
  const { values, missing } = column;
  for (let row = 0; row < values.length; row++) {
    if (missing !== null && missing[row] === 1) continue;
    const value = values[row] as number;
    if (!Number.isFinite(value) || value < (field.least ?? -Infinity) || value > (field.most ?? Infinity)) {
      throw outOfDomain(table, field, row, value);
    }
  }
  return column;
}

/** The error for a cell that must be filled and is not. */
export function emptyCell(table: Table, field: FieldSpec, row: number): DatasetError {
  return new DatasetError({
    code: "table.empty-cell",
    problem: "the cell is empty, and every cell must be filled",
    file: table.file,
    column: field.name,
    row: row + 1,
    remedy: field.type === "number" ? "Fill it in; nothing is taken for 0 unless it is written as 0" : "Fill it in",
  });
}

function numbersOrEmpty(table: Table, field: FieldSpec): NumberColumn {
  const column = find(table, field);
  if (column.kind === "number") return column;
  if (column.kind !== "empty") throw wrongKind(table, field, column, "numbers");
  return {
    kind: "number",
    name: field.name,
    values: new Float64Array(table.rowCount).fill(Number.NaN),
    missing: new Uint8Array(table.rowCount).fill(1),
  };
}

function find(table: Table, field: FieldSpec): Column {
  const column = table.columns.find((one) => one.name === field.name);
  if (column !== undefined) return column;
  const names = table.columns.map((one) => `"${one.name}"`).join(", ");
  throw new DatasetError({
    code: "table.missing-column",
    problem: `the column is missing (there are ${names})`,
    file: table.file,
    column: field.name,
    remedy: `Add it: ${field.description}${field.unit === "" ? "" : `, in ${field.unit}`}`,
  });
}

function wrongKind(table: Table, field: FieldSpec, column: Column, wanted: string): DatasetError {
  const unreadable = column.kind === "unreadable" ? column : null;
  return new DatasetError({
    code: "table.wrong-type",
    problem: unreadable === null ? `the column must hold ${wanted}` : `the column ${unreadable.reason}`,
    file: table.file,
    column: field.name,
    row: unreadable?.row,
    value: unreadable?.value,
    remedy: unreadable?.remedy ?? `Save the column as ${wanted}`,
  });
}

function outOfDomain(table: Table, field: FieldSpec, row: number, value: number): DatasetError {
  const { least, most } = field;
  const unit = field.unit === "" || field.unit === "1" ? "" : ` (${field.unit})`;
  const range =
    least !== undefined && most !== undefined
      ? `from ${least} to ${most}`
      : least !== undefined
        ? `${least} or more`
        : "a number";
  return new DatasetError({
    code: "table.out-of-domain",
    problem: Number.isFinite(value)
      ? `the value must be ${range}${unit}`
      : `the value is ${Number.isNaN(value) ? "not a number" : "infinite"}`,
    file: table.file,
    column: field.name,
    row: row + 1,
    value: String(value),
    remedy: "Correct the value",
  });
}
