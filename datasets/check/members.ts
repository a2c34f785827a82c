/** Lists of members (areas, bands, specialties ...) and finding them by the names that tables use. */
import type { Table, TextColumn } from "../arrow/table.ts";
import { textAt } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import type { Labelled } from "../dataset.ts";
import { fieldOf } from "../package/table-specs.ts";
import type { TableName } from "../package/table-specs.ts";
import { textColumn } from "./columns.ts";

export interface Members {
  /** What one of them is called in a message: "area". */
  readonly what: string;
  readonly file: string;
  readonly list: readonly Labelled[];
  /** Position by id and by label. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Ids that scenario files name: specialties, budget lines, cost types. */
const STRICT_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9+-]{0,63}$/;

/** Reads the `id` and `label` of a table of members, in the order of its rows. Throws `DatasetError` on a double. */
export function readMembers(table: Table, name: TableName, what: string, strict = false): Members {
  const ids = textColumn(table, fieldOf(name, "id"));
  const labels = textColumn(table, fieldOf(name, "label"));
  if (table.rowCount === 0) {
    throw new DatasetError({
      code: "table.no-rows",
      problem: `the table has no rows, and a dataset has at least one ${what}`,
      file: table.file,
      remedy: `Add a row for each ${what}`,
    });
  }
  const list: Labelled[] = [];
  const positions = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const id = textAt(ids, row) as string;
    const label = textAt(labels, row) as string;
    if (!(strict ? STRICT_ID : ID).test(id) || (id === "all" && what === "specialty"))
      throw badId(table, row, id, strict);
    refuseDouble(positions, id, table, "id", row);
    if (label !== id) refuseDouble(positions, label, table, "label", row);
    positions.set(id, row).set(label, row);
    list.push({ id, label });
  }
  return { what, file: table.file, list, positions };
}

/** Members that the program makes itself, such as the financial years. */
export function membersOf(what: string, list: readonly Labelled[]): Members {
  const positions = new Map<string, number>();
  list.forEach((member, index) => positions.set(member.id, index).set(member.label, index));
  return { what, file: "", list, positions };
}

/** Position in `members` of each of a column's rows. Throws `DatasetError` on a name that is not a member. */
export function memberPositions(table: Table, column: TextColumn, members: Members): Int32Array {
  const positionOfCode = Int32Array.from(column.texts, (text) => members.positions.get(text) ?? -1);
  const rows = new Int32Array(table.rowCount);
  for (let row = 0; row < rows.length; row++) {
    const position = positionOfCode[column.codes[row] as number] as number;
    if (position < 0) throw unknownMember(table, column, row, members);
    rows[row] = position;
  }
  return rows;
}

/** The error for a name that is not among the members. */
export function unknownMember(table: Table, column: TextColumn, row: number, members: Members): DatasetError {
  const known = members.list.slice(0, 8).map((member) => member.id);
  const more = members.list.length > known.length ? " ..." : "";
  return new DatasetError({
    code: "table.unknown-member",
    problem: `there is no such ${members.what}; the dataset has ${known.join(", ")}${more}`,
    file: table.file,
    column: column.name,
    row: row + 1,
    value: textAt(column, row) ?? "",
    remedy: members.file === "" ? "Correct the name" : `Correct the name, or add it to ${members.file}`,
  });
}

function badId(table: Table, row: number, id: string, strict: boolean): DatasetError {
  return new DatasetError({
    code: "table.bad-id",
    problem: `an id has ${strict ? "lower-case letters" : "letters"}, digits and hyphens, at most 64, and is not "all"`,
    file: table.file,
    column: "id",
    row: row + 1,
    value: id,
    remedy: "Choose another id; the label may be anything",
  });
}

function refuseDouble(
  positions: ReadonlyMap<string, number>,
  name: string,
  table: Table,
  column: string,
  row: number,
): void {
  const first = positions.get(name);
  if (first === undefined) return;
  throw new DatasetError({
    code: "table.duplicate",
    problem: `the same name stands in row ${first + 1}`,
    file: table.file,
    column,
    row: row + 1,
    value: name,
    remedy: "Give each row its own id and label",
  });
}
