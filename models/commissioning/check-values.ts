/** Small checks with one wording each: what is wrong, where, what was found and what would be accepted. */
import type { NamedArray } from "../language/named-array.ts";
import type { CommissioningCase } from "./case.ts";
import { ModelInputError } from "./input-error.ts";

/** How near to 1 shares must sum. */
export const SHARES_TOLERANCE = 1e-9;

export function refuse(code: string, path: string, value: unknown, expected: string, message: string): never {
  throw new ModelInputError({ code, path, value: String(value), expected, message });
}

/** A finite number within bounds. */
export function checkNumber(path: string, what: string, value: number, bounds: Bounds = {}): void {
  const expected = boundsText(bounds);
  if (typeof value !== "number" || !Number.isFinite(value)) {
    refuse("case.not-finite", path, value, expected, `${what} is ${String(value)}; it must be ${expected}.`);
  }
  const { least, most, above } = bounds;
  if (
    (least !== undefined && value < least) ||
    (most !== undefined && value > most) ||
    (above !== undefined && value <= above)
  ) {
    refuse("case.out-of-range", path, value, expected, `${what} is ${value}; it must be ${expected}.`);
  }
}

export interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** Greater than this. */
  readonly above?: number;
}

function boundsText({ least, most, above }: Bounds): string {
  const parts = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ];
  return parts.length === 0 ? "a finite number" : `a number, ${parts.join(" and ")}`;
}

/** A list with one finite entry for each of `count` things. */
export function checkList(
  path: string,
  what: string,
  list: readonly number[],
  count: number,
  of: string,
  bounds: Bounds = {},
): void {
  if (list.length !== count) {
    refuse(
      "case.length",
      path,
      list.length,
      `${count} values, one for each ${of}`,
      `${what} has ${list.length} values; there are ${count}: one for each ${of}.`,
    );
  }
  list.forEach((value, i) => checkNumber(`${path}[${i}]`, `${what}, value ${i + 1},`, value, bounds));
}

/** Rates by year: the base year's is 0 and each is above -1. */
export function checkRates(path: string, what: string, rates: readonly number[], years: number): void {
  checkList(path, what, rates, years, "year", { above: -1 });
  checkBaseYearZero(path, what, rates[0] ?? 0);
}

export function checkBaseYearZero(path: string, what: string, value: number): void {
  if (value === 0) return;
  refuse(
    "case.base-year",
    `${path}[0]`,
    value,
    "0",
    `${what} is ${value} in the base year; it must be 0 there, as the base year is compared with itself.`,
  );
}

/** A block with exactly these dimensions, each value finite and at least 0. */
export function checkBlock(
  path: string,
  what: string,
  block: NamedArray,
  dims: readonly string[],
  sizes: readonly number[],
): void {
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (block.dims.join() !== dims.join() || block.values.length !== cells) {
    const expected = `dimensions ${dims.join(", ")} (${sizes.join(" × ")} values)`;
    refuse(
      "case.shape",
      path,
      `${block.dims.join(", ")} (${block.values.length} values)`,
      expected,
      `${what} has dimensions ${block.dims.join(", ")} and ${block.values.length} values; it needs ${expected}.`,
    );
  }
  const { values } = block;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >= 0 && value < Infinity) continue;
    refuse(
      Number.isFinite(value) ? "case.out-of-range" : "case.not-finite",
      `${path}[${i}]`,
      value,
      "a number, at least 0",
      `${what}, value ${i + 1} (in the order ${dims.join(", ")}), is ${value}; it must be a number, at least 0.`,
    );
  }
}

/** Ids: at least `least`, none empty, none twice. */
export function checkIds(path: string, what: string, ids: readonly string[], least: number): void {
  if (ids.length < least) {
    refuse("case.length", path, ids.length, `at least ${least}`, `There is no ${what}; at least ${least} is needed.`);
  }
  ids.forEach((id, i) => {
    if (id === "") refuse("case.id", `${path}[${i}]`, id, "an id", `The ${what} at place ${i + 1} has no id.`);
    if (ids.indexOf(id) !== i) {
      refuse("case.id", `${path}[${i}]`, id, "ids that differ", `There are two ${what} entries called "${id}".`);
    }
  });
}

/** An id that is in the list. */
export function checkKnown(path: string, what: string, id: string, known: readonly string[], of: string): void {
  if (known.includes(id)) return;
  refuse(
    "case.unknown-id",
    path,
    id,
    `one of ${known.join(", ")}`,
    `${what} names the ${of} "${id}", which is not in the case. It has: ${known.join(", ") || "none"}.`,
  );
}

/** A cost type for which the case has prices. */
export function checkCostType(given: CommissioningCase, path: string, what: string, costType: string): void {
  checkKnown(path, what, costType, Object.keys(given.inflation), "cost type");
}

/** Shares that sum to 1. */
export function checkSumsToOne(path: string, what: string, shares: readonly number[]): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARES_TOLERANCE) return;
  refuse("case.shares", path, sum, "shares that sum to 1", `${what} sum to ${sum}; they must sum to 1.`);
}
