/**
 * Looks at a formula as typed, before it is parsed, and refuses what reads in more than one way or does not belong:
 * signs from a word processor or a spreadsheet, thousands commas, per cents, dates and bands typed whole.
 */
import { FormulaError } from "./formula-error.ts";

/** Longest formula, in characters. */
export const LONGEST_FORMULA = 2000;
/** Deepest nesting of brackets. */
export const DEEPEST_NESTING = 40;

const ADVICE: Readonly<Record<string, string>> = {
  "£": "Leave the pound sign out: write 5 for £5. The unit belongs in the variable's unit.",
  "€": "Leave the currency sign out; the unit belongs in the variable's unit.",
  $: "Leave the dollar sign out; the unit belongs in the variable's unit.",
  "×": "Write * to multiply.",
  "·": "Write * to multiply.",
  "÷": "Write / to divide.",
  "−": "This is a typographic minus; write the hyphen - instead.",
  "–": "This is a dash; write the hyphen - to subtract.",
  "—": "This is a dash; write the hyphen - to subtract.",
  "[": 'Lists and matrices are not part of the language; name a member with at(x, dimension, "member").',
  "{": "Objects are not part of the language.",
  ";": "A formula is one expression; make a second variable for a second one.",
  "#": "Comments go in the variable's docs.",
  "'": "Transposing is not part of the language; member names go in double quotes.",
};

const LOOK_ALIKES: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /^\d{4}\/\d{2}(\d{2})?$/, what: "a financial year, not a division" },
  { pattern: /^\d{1,2}\/\d{1,2}\/\d{2,4}$/, what: "a date, not a division" },
  { pattern: /^\d{1,4}-\d{1,2}(-\d{1,4})?$/, what: "an age band, a range or a date, not a subtraction" },
];

/** The formula on one line, ready for the parser. Throws FormulaError, naming the sign and what to write instead. */
export function checkWrittenForm(formula: string): string {
  if (formula.length > LONGEST_FORMULA) {
    throw new FormulaError(
      "formula.too-long",
      `The formula has ${formula.length} characters; the most is ${LONGEST_FORMULA}. Split it into variables.`,
    );
  }
  const line = formula.replace(/\s+/g, " ").trim();
  if (line === "") throw new FormulaError("formula.syntax", "The formula is empty.");
  if (line.startsWith("=")) {
    throw new FormulaError(
      "formula.character",
      'Leave out the "=" at the start: a formula is only its right-hand side.',
    );
  }
  refuseLookAlikes(line);
  refusePerCent(line);
  refuseSigns(line);
  refuseThousands(line);
  refuseDeepNesting(line);
  return line;
}

function refuseLookAlikes(line: string): void {
  for (const { pattern, what } of LOOK_ALIKES) {
    if (pattern.test(line)) {
      throw new FormulaError(
        "formula.look-alike",
        `"${line}" looks like ${what}. If arithmetic is meant, put spaces around the sign and use it in a longer formula, or write the answer.`,
      );
    }
  }
}

function refusePerCent(line: string): void {
  if (!line.includes("%")) return;
  const first = /(\d+(?:\.\d+)?)\s*%/.exec(line);
  const example = first === null ? "0.05 for 5%" : `${Number(first[1]) / 100} for ${first[1]}%`;
  throw new FormulaError(
    "formula.character",
    `The sign % is read in more than one way (5% of what?). Write the share as a number and say what it is a share of: ` +
      `${example}, so x + 5% of x is x * (1 + 0.05).`,
  );
}

function refuseSigns(line: string): void {
  const quoted = line.replace(/"[^"\\]*"/g, '""');
  const found = /[^A-Za-z0-9_.+\-*/^(),<>=!?: "]/u.exec(quoted);
  if (found !== null) {
    const advice = ADVICE[found[0]] ?? "Only letters, digits, _ and the signs + - * / ^ ( ) , < > = ! ? : are used.";
    throw new FormulaError("formula.character", `The sign "${found[0]}" cannot be used in a formula. ${advice}`);
  }
  if (/(^|[^<>=!])=([^=]|$)/.test(quoted)) {
    throw new FormulaError(
      "formula.not-allowed",
      'A single "=" gives a value a name, which a formula may not do; to compare, write ==.',
    );
  }
  if (/\b0[xbo]/i.test(quoted)) {
    throw new FormulaError("formula.not-allowed", "Numbers are written in decimal: 31, not 0x1F.");
  }
}

function refuseThousands(line: string): void {
  const comma = /\d,\d{3}(?!\d)/.exec(line);
  if (comma !== null) {
    throw new FormulaError(
      "formula.look-alike",
      `"${comma[0]}" may be one number with a thousands comma or two values. Write 1000 for 1,000, or a space after the comma between two values.`,
    );
  }
  const space = /(\d) (\d{3})\b/.exec(line);
  if (space !== null) {
    throw new FormulaError(
      "formula.look-alike",
      `"${space[0]}" has a space inside a number or lacks a sign between two. Write 1000 for 1 000.`,
    );
  }
}

function refuseDeepNesting(line: string): void {
  let depth = 0;
  for (const sign of line) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (depth > DEEPEST_NESTING) {
      throw new FormulaError(
        "formula.too-deep",
        `Brackets are nested more than ${DEEPEST_NESTING} deep. Split the formula into variables.`,
      );
    }
  }
}
