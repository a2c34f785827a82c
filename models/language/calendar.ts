/**
 * The days of each year, from its label: what `days(year)` reads. It is an input that the model has by itself, filled from
 * the members of the dimension year, so that no dataset need carry it.
 */
import { DAYS } from "./functions.ts";
import { FormulaError } from "./formula-error.ts";
import { YEAR } from "./model.ts";
import type { ModelInput } from "./model.ts";
import type { Members, NamedArray } from "./named-array.ts";

/** The input behind `days(year)`. Its id cannot be written in a formula, nor be that of another. */
export const DAYS_OF_YEAR: ModelInput = {
  id: `${DAYS}(${YEAR})`,
  label: "Days in the year",
  unit: "days a year",
  dims: [YEAR],
  docs: "Days from 1 April to 31 March for a year such as 2027/28, from 1 January to 31 December for one such as 2028.",
};

/** The inputs with the one behind days(year) among them, where `declared` asks for it. Throws FormulaError. */
export function withDaysOfYear(
  declared: readonly ModelInput[],
  inputs: ReadonlyMap<string, NamedArray>,
  members: Members,
): ReadonlyMap<string, NamedArray> {
  if (!declared.some(({ id }) => id === DAYS_OF_YEAR.id)) return inputs;
  const values = Float64Array.from(members[YEAR] ?? [], daysOfYear);
  return new Map([...inputs, [DAYS_OF_YEAR.id, { dims: DAYS_OF_YEAR.dims, values }]]);
}

/**
 * 366 for a financial year (April to March) that holds a 29 February, as 2027/28 does, and for a calendar year such as
 * 2028; else 365. Throws FormulaError where the label is neither.
 */
export function daysOfYear(label: string): number {
  const [, first, second] = /^(\d{4})(?:[/-](\d{2}|\d{4}))?$/.exec(label) ?? [];
  const starts = Number(first);
  if (first !== undefined && second === undefined) return daysOf(starts);
  // A year and the next one, whose February it holds.
  if (second !== undefined && (starts + 1) % 10 ** second.length === Number(second)) return daysOf(starts + 1);
  throw new FormulaError(
    "model.member",
    `${DAYS}(${YEAR}) needs years written as 2027/28 (a financial year) or 2028; "${label}" is neither.`,
  );
}

/** Days of a calendar year of the Gregorian calendar. */
function daysOf(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}
