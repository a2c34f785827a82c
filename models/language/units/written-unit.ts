/**
 * Units as people write them: "bed days a year", "£ of the base year a place a year", "share of the eligible". The form is
 * closed: a word that is not known is refused, so that a slip of the pen is not taken for a new unit.
 */
import { FormulaError } from "../formula-error.ts";
import { BASE_YEAR, NOMINAL, poundOfYear } from "./price-bases.ts";
import { unitOfPowers } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { isNumberWord, keysOfTerm, knownWords } from "./words.ts";

/** Longest written unit, in characters. */
const LONGEST_UNIT = 200;
/** "a", "an", "per" and "/" divide by the term that follows. */
const DIVIDES = / (?:an?|per) | ?\/ ?/;
/** Money of the year for money of the base year: to multiply by it changes the price base. */
const PRICE_INDEX: readonly (readonly [string, number])[] = [
  [NOMINAL, 1],
  [BASE_YEAR, -1],
];

const ADVICE: readonly { readonly pattern: RegExp; readonly advice: string }[] = [
  { pattern: /%|\bper ?cent/, advice: "Write share, and the figure as a part of 1: 0.05 for 5 %." },
  {
    pattern: /£ ?(?:m|k|bn|0+)\b|\b(?:million|thousand|000s)\b/,
    advice: "Figures are in single units: write £, and 2000000 for £2m.",
  },
  { pattern: /[$€]|\b(?:gbp|pounds?|pence|eur|usd)\b/, advice: "Money is written £." },
  { pattern: /\breal\b/, advice: "Say of which year: £ of the base year, or £ of 2024/25." },
];

/** The unit that a text stands for; "" is a plain number. Throws FormulaError with the word that is not known. */
export function parseUnit(text: string): Unit {
  if (text.length > LONGEST_UNIT) {
    throw new FormulaError("formula.units", `The unit has ${text.length} characters; the most is ${LONGEST_UNIT}.`);
  }
  const { terms, pound } = withoutPriceBase(text);
  const [first = "", ...divisors] = terms
    .replace(/ at 31 march$/, "")
    .replace(/index, base year 1$/, "index")
    .split(DIVIDES);
  const above = first.split(" times ").flatMap((term) => powersOfTerm(term, pound, text));
  const below = divisors.flatMap((term) => keysOf(term, pound, text).map((key) => [key, -1] as const));
  return unitOfPowers([...above, ...below]);
}

/** Takes off ", base-year prices" or ", 2024/25 prices" at the end: the price base of each £ before it. */
function withoutPriceBase(text: string): { readonly terms: string; readonly pound: string } {
  // The "/" of a financial year does not divide.
  const line = text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\b(\d{4})\/(\d{2})\b/g, "$1-$2");
  const [, terms, clause = "", year = ""] = /^(.*£.*), (nominal|base-year prices|(\S+) prices)$/.exec(line) ?? [];
  if (terms === undefined) return { terms: line, pound: NOMINAL };
  if (clause === "nominal") return { terms, pound: NOMINAL };
  if (clause === "base-year prices") return { terms, pound: BASE_YEAR };
  return { terms, pound: poundOfYear(year) ?? refuse(clause, text) };
}

function powersOfTerm(term: string, pound: string, text: string): readonly (readonly [string, number])[] {
  if (isNumberWord(term)) return [];
  if (term === "price index") return PRICE_INDEX;
  return keysOf(term, pound, text).map((key) => [key, 1]);
}

function keysOf(term: string, pound: string, text: string): readonly string[] {
  if (term === "£") return [pound];
  if (term === "£ of the year") return [NOMINAL];
  if (term === "£ of the base year") return [BASE_YEAR];
  const year = poundOfYear(/^£ of (\S+)$/.exec(term)?.[1] ?? "");
  if (year !== null) return [year];
  return keysOfTerm(term.replace(/^(years?) of age$/, "$1")) ?? refuse(term, text);
}

function refuse(term: string, text: string): never {
  const found = ADVICE.find(({ pattern }) => pattern.test(text.toLowerCase()));
  const advice = found?.advice ?? `The words are ${knownWords()}; "a", "an" and "per" divide, as in "bed days a year".`;
  throw new FormulaError("formula.units", `"${text}" is not a unit: "${term}" is not known. ${advice}`);
}
