/** The source files are plain CSV: a header, then rows of the same number of cells, none of them quoted. */

export type Row = Readonly<Record<string, string>>;

/** Rows by column name. Throws `Error` with file and line on a ragged row: a source is never read half. */
export function parseCsv(text: string, file: string): Row[] {
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = (header as string).split(",");
  return lines.map((line, index) => {
    const cells = line.split(",");
    if (cells.length !== names.length) throw new Error(`${file}, line ${index + 2}: not ${names.length} cells.`);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] as string]));
  });
}

/** A cell as a number. Throws `Error` when it is empty or not a number: blanks are never 0. */
export function numberIn(row: Row, name: string): number {
  const text = row[name];
  const value = Number(text);
  if (text === undefined || text === "" || !Number.isFinite(value)) throw new Error(`"${name}" is "${text}".`);
  return value;
}

/** A cell as text. Throws `Error` when there is no such column. */
export function textIn(row: Row, name: string): string {
  const text = row[name];
  if (text === undefined) throw new Error(`There is no column "${name}".`);
  return text;
}
