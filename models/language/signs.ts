/** The signs that a formula may hold. Others are refused by name, with the formula as it could be written. */
import { FormulaError } from "./formula-error.ts";
import { withoutTexts } from "./member-texts.ts";

interface Advice {
  readonly why: string;
  /** What stands in its place; absent where there is nothing to put. */
  readonly instead?: string;
}

const CURRENCY: Advice = { why: "the unit belongs in the variable's unit", instead: "" };
const TIMES: Advice = { why: "* multiplies", instead: "*" };
const MINUS: Advice = { why: "it is a dash or a typographic minus, and the hyphen subtracts", instead: "-" };
const QUOTE: Advice = { why: "the names of members go in straight double quotes", instead: '"' };
const OTHER_SIGNS: Readonly<Record<string, Advice>> = {
  "£": CURRENCY,
  "€": CURRENCY,
  $: CURRENCY,
  "×": TIMES,
  "·": TIMES,
  "⋅": TIMES,
  "∗": TIMES,
  "÷": { why: "/ divides", instead: "/" },
  "∕": { why: "/ divides", instead: "/" },
  "⁄": { why: "/ divides", instead: "/" },
  "−": MINUS,
  "–": MINUS,
  "—": MINUS,
  "≤": { why: "<= compares", instead: "<=" },
  "≥": { why: ">= compares", instead: ">=" },
  "≠": { why: "!= compares", instead: "!=" },
  "²": { why: "^ raises to a power", instead: "^2" },
  "³": { why: "^ raises to a power", instead: "^3" },
  "“": QUOTE,
  "”": QUOTE,
  "{": { why: "objects are not part of the language" },
  "}": { why: "objects are not part of the language" },
  ";": { why: "a formula is one expression; make a second variable for a second one" },
  "#": { why: "comments go in the variable's docs" },
  "'": { why: "the names of members go in double quotes" },
  "&": { why: "`and` joins two comparisons, and texts are not joined" },
  "|": { why: "`or` joins two comparisons" },
  "\\": { why: "nothing is escaped" },
};

/** Two signs that mean something elsewhere, and what they are here. */
const ELSEWHERE: readonly { readonly typed: RegExp; readonly sign: string; readonly why: string }[] = [
  { typed: /<>/, sign: "!=", why: "not equal is !=" },
  { typed: /=</, sign: "<=", why: "at most is <=" },
  { typed: /=>/, sign: ">=", why: "at least is >=" },
  { typed: /\*\*/, sign: "^", why: "a power is ^" },
];

const NOT_IN_THE_LANGUAGE = /[^A-Za-z0-9_.+\-*/^(),<>=!?: "%[\]]/u;

/** Throws FormulaError naming the first sign that does not belong. `line` is one line without blanks at its ends. */
export function refuseSigns(line: string): void {
  if (line.startsWith("=")) {
    throw new FormulaError(
      "formula.character",
      `Leave out the sign "=" at the start: a formula is only its right-hand side. ${toWrite(line)}`,
    );
  }
  const plain = withoutTexts(line);
  const [found] = NOT_IN_THE_LANGUAGE.exec(plain) ?? [];
  if (found !== undefined) {
    const why =
      OTHER_SIGNS[found]?.why ?? "only letters, digits, _ and the signs + - * / ^ % ( ) [ ] , < > = ! ? : are";
    throw new FormulaError(
      "formula.character",
      `The sign "${shown(found)}" is not used in a formula: ${why}. ${toWrite(line)}`.trim(),
    );
  }
  for (const { typed, why } of ELSEWHERE) {
    const [signs] = typed.exec(plain) ?? [];
    if (signs === undefined) continue;
    throw new FormulaError(
      "formula.character",
      `The signs "${signs}" are not used in a formula: ${why}. ${toWrite(line)}`,
    );
  }
  if (hasSingleEquals(plain)) {
    throw new FormulaError(
      "formula.not-allowed",
      'A single "=" gives a value a name, which a formula may not do; to compare, write ==. It is used only to look up a member: x[year = "2026/27"].',
    );
  }
  if (/\b0[xbo]/i.test(plain)) {
    throw new FormulaError("formula.not-allowed", "Numbers are written in decimal: 31, not 0x1F.");
  }
}

/** "Write 5 * 2.": the formula with what can be put right put right, or "" where that does not make it a formula. */
function toWrite(line: string): string {
  let written = line.replace(/^=+\s*/, "");
  written = written.replace(/(?<=[£€$]\s?\d[\d,]*),(?=\d{3})/gu, "");
  written = [...written].map((sign) => OTHER_SIGNS[sign]?.instead ?? sign).join("");
  for (const { typed, sign } of ELSEWHERE) written = written.replaceAll(new RegExp(typed, "g"), sign);
  written = written.replace(/ {2,}/g, " ").trim();
  const right = written !== "" && !NOT_IN_THE_LANGUAGE.test(withoutTexts(written));
  return right && written.length <= LONGEST_TOLD ? `Write ${written} instead.` : "";
}

/** Letters of a formula that a message still repeats whole. */
const LONGEST_TOLD = 160;

/** An = that is no part of == <= >= != and not inside square brackets. */
function hasSingleEquals(plain: string): boolean {
  let depth = 0;
  for (let i = 0; i < plain.length; i++) {
    const sign = plain.charAt(i);
    if (sign === "[") depth++;
    if (sign === "]") depth--;
    if (sign !== "=" || depth > 0) continue;
    if (plain.charAt(i + 1) === "=") i++;
    else if (!"<>!".includes(plain.charAt(i - 1)) || i === 0) return true;
  }
  return false;
}

/** A sign that cannot be seen is named by its number. */
function shown(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const unseen = /[\p{C}\p{Z}\p{M}]/u.test(sign);
  return unseen ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : sign;
}
