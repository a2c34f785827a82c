/** How far two ways of working out the same block are apart. */
import { expect } from "vitest";
import type { NamedArray } from "../../../models/language/named-array.ts";

/**
 * The largest difference of any cell, relative to the larger of its two values: there is no allowance for small figures
 * or for what is left when large ones cancel. None is needed where both ways do the same operations on a cell in the
 * same order, as the interpreter and every back end do: what cancels then leaves the same remainder in both.
 */
export function furthestApart(a: NamedArray, b: NamedArray): number {
  expect(a.dims).toEqual(b.dims);
  expect(a.values.length).toBe(b.values.length);
  return a.values.reduce((most, value, i) => {
    const other = b.values[i] as number;
    if (value === other) return most;
    return Math.max(most, Math.abs(value - other) / Math.max(Math.abs(value), Math.abs(other)));
  }, 0);
}

/** Cells that are not the same number: 0 and -0 are two, not-a-number is one. */
export function cellsThatDiffer(a: NamedArray, b: NamedArray): number {
  expect(a.dims).toEqual(b.dims);
  expect(a.values.length).toBe(b.values.length);
  return a.values.reduce((count, value, i) => (Object.is(value, b.values[i]) ? count : count + 1), 0);
}
