/** A table's columns as plain lists, for comparing: null where the file has none. */
import type { Table } from "../../datasets/arrow/table.ts";
import { textAt } from "../../datasets/arrow/table.ts";

export function columnOf(table: Table, name: string): (string | number | null)[] {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  if (column.kind === "text") return Array.from(column.codes, (_, row) => textAt(column, row));
  if (column.kind === "number")
    return Array.from(column.values, (value, row) => (column.missing?.[row] ? null : value));
  if (column.kind === "empty") return Array.from({ length: table.rowCount }, () => null);
  throw new Error(column.reason);
}

/** The error that a call ends in. */
export function errorOf<E extends Error>(kind: new (...args: never[]) => E, call: () => unknown): E {
  try {
    call();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error("It did not fail.");
}
