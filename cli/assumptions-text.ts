/** The assumption register as text for a terminal. */
import { illustrativeReport, isIllustrative, valueInWords } from "../scenarios/index.ts";
import type { AssumptionDifference, AssumptionRegister, RegisterEntry } from "../scenarios/index.ts";
import { textTable, wrapped } from "./text-table.ts";

/** One row a number; those that are there until replaced are marked with a star. Sources are in the JSON document. */
export function registerText(register: AssumptionRegister): string {
  const { title, dataset, entries } = register;
  const columns = [
    entries.map((entry) => `${isIllustrative(entry) ? "* " : "  "}${entry.key}`),
    entries.map(valueInWords),
    entries.map(({ range }) => range?.kind ?? "-"),
    entries.map(setBy),
    entries.map(({ standing }) => standing),
    entries.map(({ confidence }) => confidence),
    entries.map(({ readBy }) => (readBy.length === 0 ? "not used" : String(readBy.length))),
  ];
  const heads = ["  Number", "value", "range", "set by", "standing", "confidence", "formulas"];
  const { statement } = illustrativeReport(register);
  return [
    `${title}: the numbers it rests on, on ${dataset}\n`,
    textTable(heads, columns, [0, 2, 3, 4, 5]),
    ...(statement === "" ? [] : [wrapped(`* ${statement}`)]),
  ].join("\n");
}

function setBy({ setBy: who, owner }: RegisterEntry): string {
  return owner === null ? who : `${who} (${owner})`;
}

/** Each difference a sentence. */
export function differencesText(
  a: AssumptionRegister,
  b: AssumptionRegister,
  differences: readonly AssumptionDifference[],
): string {
  if (differences.length === 0) return `${a.title} and ${b.title} rest on the same numbers.\n`;
  return [
    `${a.title} and ${b.title}: ${differences.length} differences\n`,
    ...differences.map(({ sentence }) => wrapped(sentence)),
  ].join("\n");
}
