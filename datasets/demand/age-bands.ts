/** Age bands from the ways in which tables spell them. */
import { DatasetError } from "../dataset-error.ts";

export interface SpeltBand {
  /** The text of the table. */
  readonly text: string;
  /** "65-74", or "90+" for the open band. */
  readonly id: string;
  readonly lower: number;
  readonly middle: number;
}

/**
 * Bands in order of age from "65-74", "65 to 74", "90+", "90 and over" or single years ("65"). They must follow one
 * another without gap or overlap, the last one being open; its middle is half the band before it above its first age.
 * Throws `DatasetError` otherwise.
 */
export function bandsFromTexts(texts: readonly string[], file: string): SpeltBand[] {
  const bands = texts
    .map((text) => ({ text, ...rangeOf(text, file) }))
    .sort((a, b) => a.lower - b.lower || a.upper - b.upper);
  return bands.map(({ text, lower, upper }, index) => {
    const next = bands[index + 1];
    if (next === undefined) {
      if (upper !== Infinity) throw wrong(`the oldest age band must be open, such as "${lower}+"`, text, file);
      const before = bands[index - 1];
      const width = before === undefined ? 10 : lower - before.lower;
      return { text, id: `${lower}+`, lower, middle: lower + width / 2 };
    }
    if (upper + 1 !== next.lower) {
      const problem = upper >= next.lower ? "overlaps" : "does not reach to";
      throw wrong(`the age band ${problem} the next one, "${next.text}"`, text, file);
    }
    const id = lower === upper ? String(lower) : `${lower}-${upper}`;
    return { text, id, lower, middle: (lower + upper + 1) / 2 };
  });
}

function rangeOf(text: string, file: string): { lower: number; upper: number } {
  const closed = /^(\d{1,3})(?: ?[-\u2013] ?| to )(\d{1,3})(?: years)?$/i.exec(text);
  if (closed !== null) {
    const [lower, upper] = [Number(closed[1]), Number(closed[2])];
    if (upper >= lower) return { lower, upper };
  }
  const open = /^(\d{1,3}) ?(?:\+|plus|and over|& over)(?: years)?$/i.exec(text);
  if (open !== null) return { lower: Number(open[1]), upper: Infinity };
  if (/^\d{1,3}$/.test(text)) return { lower: Number(text), upper: Number(text) };
  throw wrong('this is not an age band such as "65-74" or "90+"', text, file);
}

function wrong(problem: string, value: string, file: string): DatasetError {
  return new DatasetError({
    code: "demand.age-band",
    problem,
    file,
    column: "age_band",
    value,
    remedy: "Use bands that follow one another and leave no age out, the last one open",
  });
}
