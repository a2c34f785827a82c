/**
 * The per cent sign, which stands after a number: `5%` is the number 0.05. The parser would take some for the remainder of
 * a division, so they are marked before it sees them. Where they may be added is told in added-per-cents.ts.
 */
import { FormulaError } from "./formula-error.ts";
import { withoutTexts } from "./member-texts.ts";
import { shortened } from "./nearest.ts";
import { mapParsed } from "./parsed.ts";
import type { Parsed } from "./parsed.ts";

/** What the parser is given for `5%`: `$perCent(5)`. No formula can hold this name, for the sign $ is refused. */
export const PER_CENT = "$perCent";

/** A number at the end of a text; what stands before it does not make it the end of a name. */
const NUMBER_AT_END = /(?<![A-Za-z0-9_.])(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
/** What begins a value: after a per cent sign it makes the sign a remainder, or lacks a sign between. */
const VALUE_AT_START = /^\s*(?!(?:and|or)\b)[A-Za-z0-9_."(]/;

/** The line with each `5%` as a function that the parser cannot mistake. Throws where a % is not after a number. */
export function markPerCents(line: string): string {
  const plain = withoutTexts(line);
  let marked = "";
  let done = 0;
  for (let at = plain.indexOf("%"); at >= 0; at = plain.indexOf("%", at + 1)) {
    const number = NUMBER_AT_END.exec(plain.slice(done, at));
    if (number === null) throw notAfterANumber(line, plain, at);
    const typed = number[0].trim();
    if (VALUE_AT_START.test(plain.slice(at + 1))) throw beforeAValue(typed, plain.slice(at + 1));
    marked += `${line.slice(done, done + number.index)}${PER_CENT}(${typed})`;
    done = at + 1;
  }
  return marked + line.slice(done);
}

/** A text that the parser made of a marked line, as it was typed. */
export function asTyped(text: string): string {
  return text.replace(/\$perCent\(([^)]*)\)/g, "$1%");
}

/** 5 for 5% as the number that it is, exact in decimal: 0.07 for 7, not 0.07000000000000001. */
export function shareOf(perCent: number): number {
  const [digits, power = "0"] = String(perCent).split("e");
  return Number(`${digits}e${Number(power) - 2}`);
}

/** The formula with every per cent as the number that it is. */
export function sharesAsNumbers(node: Parsed): Parsed {
  return mapParsed(node, (one) => (one.kind === "per-cent" ? { kind: "number", value: shareOf(one.value) } : one));
}

function notAfterANumber(line: string, plain: string, at: number): FormulaError {
  const name = /[A-Za-z][A-Za-z0-9_]*\s*$/.exec(plain.slice(0, at))?.[0].trim();
  const what = name ?? (plain.slice(0, at).trimEnd().endsWith(")") ? "(…)" : "");
  const remedy = what === "" ? "Write 5% or 0.05." : `Write ${what} / 100 for ${what}%.`;
  const near = line.slice(Math.max(0, at - 20), at + 6).trim();
  return new FormulaError("formula.character", `The sign % in "${near}" is not after a number. ${remedy}`);
}

function beforeAValue(number: string, rest: string): FormulaError {
  const typed = shortened(number);
  const of = /^\s*of\s+([A-Za-z0-9_.]+)/.exec(rest);
  const what = shortened(of?.[1] ?? /^\s*[A-Za-z0-9_.]+/.exec(rest)?.[0].trim() ?? "(…)");
  return new FormulaError(
    "formula.character",
    `"${typed}% ${of === null ? what : `of ${what}`}" lacks a sign: write ${typed}% * ${what} for the share of it. The remainder of a division is not part of the language.`,
  );
}
