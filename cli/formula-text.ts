/** What a formula gives, as text for a terminal and as data. */
import type { FormulaOutcome } from "../engine/index.ts";
import { textTable, wrapped } from "./text-table.ts";

type Tried = Extract<FormulaOutcome, { kind: "done" }>["tried"];

/** Rows of a table for a person; the JSON document has them all. */
const MOST_ROWS = 60;

/** The value, or one row a cell; then the unit and the formula as it was read. */
export function triedAsText({ reading, dims, members, values, unit, numbers }: Tried): string {
  const taken = numbers.map(({ number, unit: of }) => `${number} is taken as ${of}.`);
  const logarithm = /\blog\(/.test(reading) ? "log is the natural logarithm, the LN of a spreadsheet.\n" : "";
  const note = taken.length === 0 ? "" : wrapped(taken.join(" "));
  const read = wrapped(`Read as: ${reading}`) + logarithm + note;
  if (dims.length === 0) return `${shown(values[0] ?? 0)}${unit === "number" ? "" : ` ${unit}`}\n${read}`;
  const rows = Math.min(values.length, MOST_ROWS);
  const columns = dims.map((dim, i) => {
    const list = members[dim] ?? [];
    // Row-major: a later dimension moves faster.
    const repeat = dims.slice(i + 1).reduce((cells, later) => cells * (members[later]?.length ?? 1), 1);
    return Array.from({ length: rows }, (_, row) => list[Math.floor(row / repeat) % list.length] ?? "");
  });
  const table = textTable([...dims, "value"], [...columns, [...values.subarray(0, rows)].map(shown)]);
  const more = values.length > rows ? `and ${values.length - rows} more rows; --json prints them all.\n` : "";
  return `${table}${more}Unit: ${unit}\n${read}`;
}

/** The document that --json prints: values row-major by `dims`, every one of them finite. */
export function triedAsJson(expression: string, { values, ...tried }: Tried): object {
  const { reading, dims, members, unit, numbers } = tried;
  const printed = { expression, reading, dims, members, values: [...values].map(withoutMinusZero), unit };
  return numbers.length === 0 ? printed : { ...printed, numbers };
}

/** Fifteen figures: what a double holds of a decimal number, without the dust of its last bits. */
function shown(value: number): string {
  return String(withoutMinusZero(Number(value.toPrecision(15))));
}

function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}
