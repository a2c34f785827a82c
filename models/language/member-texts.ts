/** Member names in double quotes may hold any sign; what looks at a formula as typed looks past them. */

/** The line with the inside of each text in double quotes blanked out by _, at the same places. */
export function withoutTexts(line: string): string {
  return line.replace(/"[^"\\]*"/g, (text) => `"${"_".repeat(text.length - 2)}"`);
}
