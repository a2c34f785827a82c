/** How the assumptions of two scenarios differ, in words. */
import type { RegisterEntry } from "./entry.ts";
import type { AssumptionRegister } from "./register.ts";
import { rangeInWords, setByInWords, valueInWords } from "./words.ts";

export interface AssumptionDifference {
  readonly key: string;
  readonly label: string;
  readonly what: "value" | "range" | "source" | "only in the first" | "only in the second";
  readonly sentence: string;
}

/** In the order of the first register, then what only the second has; none where the two are the same. */
export function compareAssumptions(a: AssumptionRegister, b: AssumptionRegister): AssumptionDifference[] {
  const [nameA, nameB] = a.title === b.title ? ["the first", "the second"] : [`“${a.title}”`, `“${b.title}”`];
  const inB = new Map(b.entries.map((entry) => [entry.key, entry]));
  const inA = new Set(a.entries.map(({ key }) => key));
  const changed = a.entries.flatMap((one) => {
    const other = inB.get(one.key);
    return other === undefined ? [only(one, nameA, nameB, "only in the first")] : differences(one, other, nameA, nameB);
  });
  const added = b.entries
    .filter(({ key }) => !inA.has(key))
    .map((entry) => only(entry, nameB, nameA, "only in the second"));
  return [...changed, ...added];
}

function only(
  entry: RegisterEntry,
  has: string,
  lacks: string,
  what: "only in the first" | "only in the second",
): AssumptionDifference {
  const { key, label } = entry;
  const sentence = `${label} is ${valueInWords(entry)} in ${has}; ${lacks} has no such number.`;
  return { key, label, what, sentence };
}

function differences(one: RegisterEntry, other: RegisterEntry, a: string, b: string): AssumptionDifference[] {
  const { key, label } = one;
  const found: AssumptionDifference[] = [];
  const said = (entry: RegisterEntry, name: string) =>
    `${valueInWords(entry)} in ${name} (${setByInWords(entry.setBy)})`;
  if (one.value !== other.value || one.unit !== other.unit || one.numbers !== other.numbers) {
    found.push({ key, label, what: "value", sentence: `${label} is ${said(one, a)} and ${said(other, b)}.` });
  }
  const [rangeA, rangeB] = [rangeInWords(one.range), rangeInWords(other.range)];
  if (rangeA !== rangeB) {
    const sentence = `${label} has ${rangeA} in ${a} and ${rangeB} in ${b}.`;
    found.push({ key, label, what: "range", sentence });
  }
  // Where the value differs, that its source does too says nothing more.
  if (found.length === 0 && one.source !== other.source) {
    const sentence = `${label} is the same in both, from different sources: ${one.source} in ${a}, ${other.source} in ${b}.`;
    found.push({ key, label, what: "source", sentence });
  }
  return found;
}
