/** Long tables to blocks by named dimension: every combination of the key columns present exactly once. */
import type { NamedArray } from "../../models/index.ts";
import type { Table } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import { fieldOf } from "../package/table-specs.ts";
import type { TableName } from "../package/table-specs.ts";
import { textColumn } from "./columns.ts";
import { memberPositions } from "./members.ts";
import type { Members } from "./members.ts";

/** Most combinations that a table may be asked for. */
const MOST_CELLS = 50_000_000;

export interface Key {
  /** Column of the table. */
  readonly column: string;
  /** Dimension of the block. */
  readonly dim: string;
  readonly members: Members;
}

export interface Cells {
  readonly dims: readonly string[];
  readonly count: number;
  /** Cell of each row, row-major in the order of the keys. */
  readonly cellOfRow: Int32Array;
  /** The combination in words: "2026/27, moray, 90+". */
  readonly describe: (cell: number) => string;
}

/** The cell of each row, whether or not all are there. Throws `DatasetError` on an unknown member. */
export function locateRows(table: Table, name: TableName, keys: readonly Key[]): Cells {
  const count = keys.reduce((product, key) => product * key.members.list.length, 1);
  if (count > MOST_CELLS) throw tooMany(table, count);
  const cellOfRow = new Int32Array(table.rowCount);
  for (const { column, members } of keys) {
    const positions = memberPositions(table, textColumn(table, fieldOf(name, column)), members);
    const size = members.list.length;
    for (let row = 0; row < cellOfRow.length; row++) {
      cellOfRow[row] = (cellOfRow[row] as number) * size + (positions[row] as number);
    }
  }
  const describe = (cell: number): string => {
    const names: string[] = [];
    let rest = cell;
    for (const { members } of keys.toReversed()) {
      names.unshift(members.list[rest % members.list.length]?.id ?? "");
      rest = Math.floor(rest / members.list.length);
    }
    return names.join(", ");
  };
  return { dims: keys.map((key) => key.dim), count, cellOfRow, describe };
}

/** The cell of each row, each cell once. Throws `DatasetError` on a double or a missing combination. */
export function locateCells(table: Table, name: TableName, keys: readonly Key[]): Cells {
  const cells = locateRows(table, name, keys);
  const rowOfCell = new Int32Array(cells.count);
  for (let row = 0; row < cells.cellOfRow.length; row++) {
    const cell = cells.cellOfRow[row] as number;
    const first = rowOfCell[cell] as number;
    if (first !== 0) throw doubleRow(table, cells.describe(cell), first, row + 1);
    rowOfCell[cell] = row + 1;
  }
  if (table.rowCount < cells.count) throw missingRows(table, cells, rowOfCell);
  return cells;
}

/** Values of a column, put into the block. */
export function fillBlock(cells: Cells, values: Float64Array): NamedArray {
  const block = new Float64Array(cells.count);
  for (let row = 0; row < values.length; row++) block[cells.cellOfRow[row] as number] = values[row] as number;
  return { dims: cells.dims, values: block };
}

function tooMany(table: Table, count: number): DatasetError {
  return new DatasetError({
    code: "table.too-large",
    problem: `the table would need ${count} rows, and ${MOST_CELLS} is the most`,
    file: table.file,
    remedy: "Use fewer areas, age bands, specialties or years",
  });
}

function doubleRow(table: Table, what: string, first: number, row: number): DatasetError {
  return new DatasetError({
    code: "table.duplicate-row",
    problem: `the combination ${what} stands in row ${first} already`,
    file: table.file,
    row,
    value: what,
    remedy: "Keep one row for each combination",
  });
}

function missingRows(table: Table, cells: Cells, rowOfCell: Int32Array): DatasetError {
  const cell = rowOfCell.indexOf(0);
  const others = cells.count - table.rowCount - 1;
  const more = others === 0 ? "" : ` and for ${others} other ${others === 1 ? "combination" : "combinations"}`;
  return new DatasetError({
    code: "table.missing-rows",
    problem: `there is no row for ${cells.describe(cell)}${more}`,
    file: table.file,
    value: cells.describe(cell),
    remedy: "Add the rows; write 0 where the value is nought",
  });
}
