/** A unit as a text that `parseUnit` reads back: "bed days a year", "£ of the base year a place a year", "number". */
import { powersOf } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { keyInWords, placeOf } from "./words.ts";

export function unitInWords(unit: Unit): string {
  const powers = [...powersOf(unit)].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  const above = terms(
    powers.filter(([, power]) => power > 0),
    true,
  );
  const below = terms(
    powers.filter(([, power]) => power < 0),
    false,
  );
  const divisors = below.map((term) => ` ${article(term)} ${term}`);
  return (above.join(" times ") || "number") + divisors.join("");
}

function article(term: string): string {
  if (/^\d/.test(term)) return "per";
  return /^(?:[aeio]|hour)/.test(term) ? "an" : "a";
}

/** Terms by base unit, a bed and a day put together; a power is written out: "beds times beds". */
function terms(powers: readonly (readonly [string, number])[], several: boolean): readonly string[] {
  const left = new Map(powers.map(([key, power]) => [key, Math.abs(power)]));
  const bedDays = Math.min(left.get("bed") ?? 0, left.get("day") ?? 0);
  return [...left].flatMap(([key, size]) => {
    if (bedDays > 0 && key === "bed") {
      return [
        ...written(several ? "bed days" : "bed day", bedDays),
        ...written(keyInWords(key, several), size - bedDays),
      ];
    }
    return written(keyInWords(key, several), bedDays > 0 && key === "day" ? size - bedDays : size);
  });
}

/** From this power on a word is not repeated: nobody would read it to its end. */
const TOO_OFTEN = 7;

/** No unit can be declared with a power that is not whole, which comes only of a root, or one so large. */
function written(word: string, power: number): readonly string[] {
  const repeats = Number.isInteger(power) && power < TOO_OFTEN;
  return repeats ? Array.from({ length: power }, () => word) : [`${word} to the power ${power}`];
}
