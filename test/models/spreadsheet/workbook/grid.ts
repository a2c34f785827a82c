/**
 * Places rows of formulas on sheets. A formula names the rows it uses in braces, `={beds needed}*{price}`; the name is the
 * text in the row's first column, and becomes an address such as `'6 Hospital'!D12`.
 *
 * `{x}` is x in the same year; `{x@0}` in the base year; `{x@-1}` in the year before; `{x@all}` in all years; `{x@months}` in
 * the twelve months of the year.
 */

/** What the columns of a block are: one figure, financial years, or the months of all years. */
export type Axis = "one" | "year" | "month";
export type Value = number | string;
/** Inputs: one, or one a column. Text that starts with "=" is a formula for every column; a pair has its own for the first. */
export type Content = Value | readonly Value[] | { readonly first: string; readonly later: string };

export interface Block {
  readonly heading: string;
  /** The formula in words, or what the rows are. */
  readonly note: string;
  readonly unit: string;
  readonly axis: Axis;
  readonly rows: readonly (readonly [name: string, content: Content])[];
}

export interface Sheet {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Cell {
  /** "C12" */
  readonly at: string;
  readonly value: Value;
  readonly look: "heading" | "note" | "text" | "input" | "formula";
}

export interface PlacedSheet {
  readonly title: string;
  readonly cells: readonly (readonly Cell[])[];
}

export interface Workbook {
  readonly sheets: readonly PlacedSheet[];
  /** The sheet and the addresses of a row's figures, by name. Throws when there is no such row. */
  readonly find: (name: string) => { readonly sheet: string; readonly cells: readonly string[] };
}

const FIRST_COLUMN = 2;
const MONTHS = 12;

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly axis: Axis;
}

/** Throws when two rows have one name, or a formula names a row that is not there. */
export function layOut(sheets: readonly Sheet[], years: readonly string[]): Workbook {
  const places = new Map<string, Place>();
  for (const sheet of sheets) {
    let row = 1;
    for (const block of sheet.blocks) {
      row += 2;
      for (const [name] of block.rows) {
        if (places.has(name)) throw new Error(`Two rows are named "${name}".`);
        places.set(name, { sheet: sheet.title, row: row++, axis: block.axis });
      }
      row++;
    }
  }
  const size = (axis: Axis): number => (axis === "one" ? 1 : axis === "year" ? years.length : MONTHS * years.length);
  const find = (name: string): Place => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`There is no row named "${name}".`);
    return place;
  };
  return {
    sheets: sheets.map((sheet) => ({
      title: sheet.title,
      cells: placeSheet(sheet, years, size, (text, axis, n) => resolve(text, sheet.title, axis, n, find, years.length)),
    })),
    find: (name) => {
      const { sheet, row, axis } = find(name);
      return { sheet, cells: Array.from({ length: size(axis) }, (_, n) => `${column(n + FIRST_COLUMN)}${row}`) };
    },
  };
}

function placeSheet(
  sheet: Sheet,
  years: readonly string[],
  size: (axis: Axis) => number,
  address: (text: string, axis: Axis, n: number) => string,
): Cell[][] {
  const lines: Cell[][] = [];
  for (const { heading, note, unit, axis, rows } of sheet.blocks) {
    const at = (n: number, value: Value, look: Cell["look"]): Cell => ({
      at: `${column(n)}${lines.length + 1}`,
      value,
      look,
    });
    const labels = axis === "one" ? [] : axis === "year" ? years : years.flatMap(monthLabels);
    lines.push([
      at(0, heading, "heading"),
      at(1, "", "heading"),
      ...labels.map((label, n) => at(n + FIRST_COLUMN, label, "heading")),
    ]);
    lines.push([at(0, note, "note")]);
    for (const [name, content] of rows) {
      const figures = Array.from({ length: size(axis) }, (_, n): Cell => {
        const value = contentAt(content, n);
        const isFormula = typeof value === "string" && value.startsWith("=");
        return at(n + FIRST_COLUMN, isFormula ? address(value, axis, n) : value, isFormula ? "formula" : "input");
      });
      lines.push([at(0, name, "text"), at(1, unit, "text"), ...figures]);
    }
    lines.push([]);
  }
  return lines;
}

function contentAt(content: Content, n: number): Value {
  if (typeof content === "number" || typeof content === "string") return content;
  if ("later" in content) return n === 0 ? content.first : content.later;
  const value = content[n];
  if (value === undefined)
    throw new Error(`An input has ${content.length} figures; one is missing for column ${n + 1}.`);
  return value;
}

function resolve(
  text: string,
  sheet: string,
  axis: Axis,
  n: number,
  find: (name: string) => Place,
  yearCount: number,
): string {
  return text.replace(/\{([^}]+)\}/g, (_, token: string) => {
    const [name = "", when] = token.split("@");
    const { sheet: of, row, axis: axisOf } = find(name);
    const [start, end] = columns(axisOf, axis, n, when, yearCount, token);
    const fixed = axisOf === "one" || when === "0" || when === "all" ? "$" : "";
    const corner = (at: number): string => `${fixed}${column(at + FIRST_COLUMN)}${fixed}${row}`;
    const area = start === end ? corner(start) : `${corner(start)}:${corner(end)}`;
    return of === sheet ? area : `'${of}'!${area}`;
  });
}

/** First and last column of a row that a formula in column `n` of its own block means. */
function columns(
  of: Axis,
  from: Axis,
  n: number,
  when: string | undefined,
  yearCount: number,
  token: string,
): readonly [number, number] {
  if (of === "one") return [0, 0];
  if (when === "0") return [0, 0];
  if (when === "all") return [0, yearCount - 1];
  if (when === "-1") return [n - 1, n - 1];
  if (when === "months" && of === "month") return [n * MONTHS, n * MONTHS + MONTHS - 1];
  if (of === from) return [n, n];
  if (of === "year" && from === "month") return [Math.floor(n / MONTHS), Math.floor(n / MONTHS)];
  throw new Error(`{${token}} does not say which ${of} is meant.`);
}

function monthLabels(year: string): string[] {
  return ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"].map(
    (month) => `${month} ${year}`,
  );
}

/** 0 is A, 25 is Z, 26 is AA. */
function column(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : column(Math.floor(n / 26) - 1) + column(n % 26);
}
