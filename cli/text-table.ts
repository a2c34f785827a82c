/** Plain tables and paragraphs for a terminal. */

/** Columns under their heads, two spaces between; those of `words` to the left, the others (numbers) to the right. */
export function textTable(
  heads: readonly string[],
  columns: readonly (readonly string[])[],
  words: readonly number[] = [0],
): string {
  const widths = columns.map((column, i) => Math.max(heads[i]?.length ?? 0, ...column.map((cell) => cell.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (words.includes(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  const rows = (columns[0] ?? []).map((_, row) => line(columns.map((column) => column[row] ?? "")));
  return `${[line(heads), ...rows].join("\n")}\n`;
}

/** A paragraph broken between words into lines of at most `width` letters. */
export function wrapped(text: string, width = 96): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return `${lines.join("\n")}\n`;
}
