/** Expected results against computed ones, one line for each result. */
import { financialYear } from "../../models/index.ts";
import type { Figures, Lookup } from "./computed.ts";
import { ReferenceFileError } from "./fields.ts";

/** The largest relative difference that passes. */
export const TOLERANCE = 1e-9;

export interface Line {
  readonly path: string;
  /** Largest relative difference; null when the result is not computed or is of another shape. */
  readonly difference: number | null;
  readonly remark: string;
}

export function passes(line: Line): boolean {
  return line.difference !== null && line.difference <= TOLERANCE;
}

/** Compares every result of an expected-results file. Results that are not computed are lines too, and do not pass. */
export function compareAll(
  expected: unknown,
  lookup: Lookup,
  breakEven: number | null,
  firstYear: number,
): readonly Line[] {
  const lines: Line[] = [];
  visit("", expected, (path, value) => {
    // An empty list (no programmes) expects nothing.
    if (Array.isArray(value) && value.length === 0) return;
    if (path === "books.breakEvenYear") lines.push(compareBreakEven(path, value, breakEven, firstYear));
    else lines.push(compareOne(path, value, lookup(path)));
  });
  return lines;
}

/** Goes down objects, and into the list of programmes by id, to the results. */
function visit(path: string, value: unknown, found: (path: string, value: unknown) => void): void {
  if (Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && !Array.isArray(item))) {
    for (const item of value as readonly unknown[]) {
      const { id, ...rest } = item as Record<string, unknown>;
      if (typeof id !== "string") throw new ReferenceFileError(`An entry of ${path} has no id.`);
      visit(`${path}.${id}`, rest, found);
    }
  } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    for (const [name, inner] of Object.entries(value)) visit(path === "" ? name : `${path}.${name}`, inner, found);
  } else if (path !== "title" && path !== "notes" && path !== "comment") {
    found(path, value);
  }
}

function compareOne(path: string, expected: unknown, computed: Figures | undefined): Line {
  if (computed === undefined) return { path, difference: null, remark: "expected, and not computed" };
  const wanted = numbersOf(expected);
  if (wanted === null)
    return { path, difference: null, remark: "the expected result holds something that is not a number" };
  if (wanted.sizes.join() !== computed.sizes.join()) {
    const remark = `expected ${wanted.sizes.join(" × ")} figures, computed ${computed.sizes.join(" × ")}`;
    return { path, difference: null, remark };
  }
  let difference = 0;
  let absolute = 0;
  wanted.values.forEach((value, i) => {
    const own = computed.values[i] as number;
    const gap = Math.abs(value - own);
    absolute = Math.max(absolute, gap);
    if (gap > computed.absolute) difference = Math.max(difference, gap / Math.max(Math.abs(value), Math.abs(own)));
    if (Number.isNaN(gap)) difference = Infinity;
  });
  return {
    path,
    difference,
    remark: computed.absolute > 0 && absolute > 0 ? `largest absolute ${absolute.toExponential(1)}` : "",
  };
}

/** A year as a label, as the calendar year it starts in, or as a position; null: not in the plan. */
function compareBreakEven(path: string, expected: unknown, computed: number | null, firstYear: number): Line {
  const meant =
    typeof expected === "number"
      ? expected >= 1000
        ? expected - firstYear
        : expected
      : typeof expected === "string"
        ? Number(expected.slice(0, 4)) - firstYear
        : null;
  const label = (year: number | null): string => (year === null ? "not in the plan" : financialYear(firstYear + year));
  const remark = `expected ${label(meant)}, computed ${label(computed)}`;
  return { path, difference: meant === computed ? 0 : Infinity, remark };
}

function numbersOf(value: unknown): { values: readonly number[]; sizes: readonly number[] } | null {
  if (typeof value === "number") return { values: [value], sizes: [] };
  if (!Array.isArray(value)) return null;
  const parts = value.map(numbersOf);
  const first = parts[0];
  const values: number[] = [];
  for (const part of parts) {
    if (part === null || first === null || part.sizes.join() !== first?.sizes.join()) return null;
    values.push(...part.values);
  }
  return { values, sizes: [value.length, ...(first?.sizes ?? [])] };
}
