/** Text that is a number, a year, a date or a band to a reader, and arithmetic to a parser. Refused, with the rewrite. */
import { FormulaError } from "./formula-error.ts";
import { withoutTexts } from "./member-texts.ts";

/** What a whole formula may be taken for. Blanks, brackets and a sign round it change nothing. */
const WHOLE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /^\d{4}\/\d{2}(\d{2})?$/, what: "a financial year, not a division" },
  { pattern: /^\d{1,2}\/\d{1,2}\/\d{2,4}$/, what: "a date, not a division" },
  { pattern: /^\d{4}\/\d{1,2}\/\d{1,2}$/, what: "a date, not a division" },
  { pattern: /^\d{1,2}\.\d{1,2}\.\d{2,4}$/, what: "a date" },
  { pattern: /^\d{1,4}-\d{1,2}(-\d{1,4})?$/, what: "an age band, a range or a date, not a subtraction" },
  { pattern: /^\d{1,3}\+$/, what: "an open age band, not a sum" },
];

/** The same inside a longer formula: only what nobody writes to divide, with no blank round the sign. */
const INSIDE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\w.])\d{1,2}\/\d{1,2}\/\d{4}(?![\w.])/, what: "a date" },
  { pattern: /(?<![\w.])(?:19|20)\d{2}\/\d{2}(?![\w.])/, what: "a financial year" },
];

/** Longest part of a formula that a message repeats. */
const LONGEST_TOLD = 60;

/** Throws FormulaError with what the text looks like. */
export function refuseLookAlikes(line: string): void {
  const plain = withoutTexts(line);
  refuseWhole(line);
  refuseYearsAndDates(plain);
  refuseThousands(plain);
  refuseBrokenNumbers(plain);
  refuseLooseCommas(plain);
}

function refuseWhole(line: string): void {
  const bare = line.replace(/^[\s(+]+|[\s)]+$/g, "");
  const what = wholeLooksLike(bare);
  if (what === null) return;
  const apart = bare.replace(/[-/+.]/g, " $& ");
  const remedy =
    /^[\d\s/-]+$/.test(bare) && wholeLooksLike(apart) === null
      ? `If arithmetic is meant, put blanks round the sign: ${apart}.`
      : "If arithmetic is meant, write the answer, or use it in a longer formula with blanks round the sign.";
  throw new FormulaError("formula.look-alike", `"${line}" looks like ${what}. ${remedy}${naming(line)}`);
}

function wholeLooksLike(bare: string): string | null {
  const typed = WHOLE.find(({ pattern }) => pattern.test(bare));
  return typed?.what ?? yearOrDateApart(bare.replaceAll(" ", ""));
}

/** How a year is named, where the text is one. */
function naming(text: string): string {
  return /^\d{4}\/\d{2}$/.test(text) ? ` To look a year up, write it in double quotes: x[year = "${text}"].` : "";
}

/** 2024 / 25 with blanks is still the year 2024/25, and 1 / 4 / 2024 a date; 2024 / 30 is a division. */
function yearOrDateApart(text: string): string | null {
  if (/^\d{1,2}\/\d{1,2}\/(?:19|20)\d{2}$/.test(text)) return "a date, not a division";
  const [, first, second] = /^((?:19|20)\d{2})\/(\d{2})$/.exec(text) ?? [];
  const next = first !== undefined && (Number(first) + 1) % 100 === Number(second);
  return next ? "a financial year, not a division" : null;
}

function refuseYearsAndDates(plain: string): void {
  for (const { pattern, what } of INSIDE) {
    const [found] = pattern.exec(plain) ?? [];
    if (found === undefined) continue;
    throw new FormulaError(
      "formula.look-alike",
      `"${found}" looks like ${what}. To divide, put blanks round the sign: ${found.replaceAll("/", " / ")}.${naming(found)}`,
    );
  }
}

function refuseThousands(plain: string): void {
  const [comma] = /(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)/.exec(plain) ?? [];
  if (comma !== undefined) {
    throw new FormulaError(
      "formula.look-alike",
      `The sign "," in "${comma}" may be a thousands comma or stand between two values. Write ${comma.replaceAll(",", "")} for the number, or ${comma.replaceAll(",", ", ")} for values of a function.`,
    );
  }
  const [blank] = /(?<![\w.])\d{1,3}(?: \d{3})+(?!\d)/.exec(plain) ?? [];
  if (blank !== undefined) {
    throw new FormulaError(
      "formula.look-alike",
      `"${blank}" has a blank inside a number or lacks a sign between two. Write ${blank.replaceAll(" ", "")} for the number.`,
    );
  }
}

/** A number with marks inside it, and two numbers with nothing but a blank between. */
function refuseBrokenNumbers(plain: string): void {
  const [marked] = /(?<![\w.])\d+(?:_\d+)+(?!\w)/.exec(plain) ?? [];
  if (marked !== undefined) {
    throw new FormulaError(
      "formula.look-alike",
      `"${cut(marked)}" has a mark inside a number. Write ${cut(marked.replaceAll("_", ""))} for the number.`,
    );
  }
  const [pointed] = /(?<![\w.])\d+(?:\.\d+){2,}(?!\w)/.exec(plain) ?? [];
  if (pointed !== undefined) {
    const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(pointed);
    const remedy = thousands ? ` Write ${cut(pointed.replaceAll(".", ""))} for the number.` : "";
    throw new FormulaError(
      "formula.look-alike",
      `"${cut(pointed)}" has more than one decimal point in a number.${remedy}`,
    );
  }
  const [apart] = /(?<![\w.])\d[\d.]* \d[\d.]*/.exec(plain) ?? [];
  if (apart !== undefined) {
    throw new FormulaError("formula.look-alike", `"${cut(apart)}" lacks a sign between two numbers.`);
  }
}

function cut(text: string): string {
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD - 3)}...` : text;
}

/** A comma that is not between the values of a function, nor between members looked up. */
function refuseLooseCommas(plain: string): void {
  const open: boolean[] = [];
  for (let i = 0; i < plain.length; i++) {
    const sign = plain.charAt(i);
    if (sign === "(") open.push(/\w\s*$/.test(plain.slice(Math.max(0, i - 20), i)));
    if (sign === "[") open.push(true);
    if (sign === ")" || sign === "]") open.pop();
    if (sign !== "," || open.at(-1) === true) continue;
    const decimal = decimalAround(plain, i);
    throw new FormulaError(
      "formula.look-alike",
      `The sign "," stands between the values of a function, and here there is none. ` +
        (decimal === null ? "A formula is one expression." : `Write ${decimal.point} for the number ${decimal.comma}.`),
    );
  }
}

/** The number that a comma at `at` is in, written with a point instead: 1000.5 for 1.000,5. Null where it is in none. */
function decimalAround(plain: string, at: number): { readonly point: string; readonly comma: string } | null {
  const [before] = /(?<![\d.])(?:\d{1,3}(?:\.\d{3})+|\d+)$/.exec(plain.slice(Math.max(0, at - 20), at)) ?? [];
  const [after] = /^\d{1,20}/.exec(plain.slice(at + 1)) ?? [];
  if (before === undefined || after === undefined) return null;
  return { point: `${before.replaceAll(".", "")}.${after}`, comma: `${before},${after}` };
}
