/** The words of written units: what can be counted, lengths of calendar time, and the words for plain numbers. */
import { isPound, poundInWords } from "./price-bases.ts";

/** One and several of each base unit, in the order in which a unit names them. The word for one is its key. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ["person", "people"],
  ["household", "households"],
  ["bed", "beds"],
  ["place", "places"],
  ["post", "posts"],
  ["admission", "admissions"],
  ["attendance", "attendances"],
  ["discharge", "discharges"],
  ["referral", "referrals"],
  ["visit", "visits"],
  ["death", "deaths"],
  ["hour", "hours"],
  ["day", "days"],
  ["week", "weeks"],
  ["month", "months"],
  ["year", "years"],
]);
const KEYS: ReadonlyMap<string, string> = new Map([
  ...[...COUNTED].flatMap(([one, several]): [string, string][] => [
    [one, one],
    [several, one],
  ]),
  ["head", "person"],
]);
const ORDER: readonly string[] = [...COUNTED.keys()];

/** Words that say which of a kind is meant; to the algebra an occupied bed is a bed. */
const WHICH: ReadonlySet<string> = new Set([
  "emergency",
  "unplanned",
  "occupied",
  "delayed",
  "eligible",
  "weighted",
  "staffed",
]);
/** Words for a figure that has no unit. */
const NUMBERS: ReadonlySet<string> = new Set(["", "number", "share", "factor", "rate", "index", "0 or 1"]);

export function isNumberWord(words: string): boolean {
  return NUMBERS.has(words) || /^share of [a-z' -]+$/.test(words);
}

/** "1,000 people" is a base unit of its own, with the key `personBy1000`: a rate per 1,000 is not a rate for one. */
const GROUP = /^([a-z]+)By(10+)$/;
const LARGEST_GROUP = 1_000_000;

/** The key of what is grouped and the size of the group: person and "1,000". Null for any other base unit. */
export function groupOf(key: string): { readonly grouped: string; readonly size: string } | null {
  const [, grouped, size] = GROUP.exec(key) ?? [];
  return grouped === undefined || size === undefined ? null : { grouped, size: withCommas(size) };
}

/** Keys that a term multiplies: "bed days" is bed and day. Null where a word is not known. */
export function keysOfTerm(term: string): readonly string[] | null {
  const [, size, grouped] = /^(1[0,]+) ([a-z]+)$/.exec(term) ?? [];
  if (size !== undefined && grouped !== undefined) {
    const key = KEYS.get(grouped);
    const digits = size.replaceAll(",", "");
    const sound = (size === digits || size === withCommas(digits)) && Number(digits) <= LARGEST_GROUP;
    return key !== undefined && sound ? [`${key}By${digits}`] : null;
  }
  const keys: string[] = [];
  for (const word of term.split(" ")) {
    if (WHICH.has(word)) continue;
    const key = KEYS.get(word);
    if (key === undefined) return null;
    keys.push(key);
  }
  return keys.length === 0 ? null : keys;
}

/** A base unit in words, for one or for several. */
export function keyInWords(key: string, several: boolean): string {
  if (isPound(key)) return poundInWords(key);
  const group = groupOf(key);
  if (group !== null) return `${group.size} ${keyInWords(group.grouped, true)}`;
  return several ? (COUNTED.get(key) ?? key) : key;
}

/** 1000 as "1,000". */
function withCommas(digits: string): string {
  return digits.replace(/\B(?=(000)+$)/g, ",");
}

/** Place of a base unit in a written unit: £ first, then in the order of the list. */
export function placeOf(key: string): number {
  return isPound(key) ? -1 : ORDER.indexOf(groupOf(key)?.grouped ?? key);
}

/** All words that a unit may use, for a refusal. */
export function knownWords(): string {
  return ["£", "£ of the base year", ...COUNTED.values(), "number", "share", "factor", "index", "rate"].join(", ");
}
