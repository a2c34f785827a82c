/**
 * Looks at a formula as typed, before it is parsed, and refuses what reads in more than one way or does not belong:
 * signs from a word processor or a spreadsheet, thousands commas, dates and bands typed whole.
 */
import { FormulaError } from "./formula-error.ts";
import { refuseLookAlikes } from "./look-alikes.ts";
import { withoutTexts } from "./member-texts.ts";
import { markPerCents } from "./per-cent.ts";
import { refuseSigns } from "./signs.ts";

/** Longest formula, in characters. */
export const LONGEST_FORMULA = 2000;
/** Deepest nesting of brackets. */
export const DEEPEST_NESTING = 40;

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
  refuseSigns(line);
  refuseLookAlikes(line);
  refuseDeepNesting(line);
  return markPerCents(line);
}

function refuseDeepNesting(line: string): void {
  let depth = 0;
  for (const sign of withoutTexts(line)) {
    if (sign === "(" || sign === "[") depth++;
    if (sign === ")" || sign === "]") depth--;
    if (depth > DEEPEST_NESTING) {
      throw new FormulaError(
        "formula.too-deep",
        `Brackets are nested more than ${DEEPEST_NESTING} deep. Split the formula into variables.`,
      );
    }
  }
}
