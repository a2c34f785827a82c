/**
 * A block of figures some of which differ from draw to draw. Cell by cell its value is a number times rows of draws:
 * `coefficient` and each factor have dimensions of their own, so what does not depend on a dimension is never repeated
 * along it. Without factors the block is the same in every draw.
 */
import type { NamedArray } from "../named-array.ts";

export interface RowBlock {
  readonly dims: readonly string[];
  /** Rows of the graph; `ONE` where the factor is 1. */
  readonly rows: Int32Array;
}

export interface DrawnBlock {
  readonly coefficient: NamedArray;
  readonly factors: readonly RowBlock[];
}

export const constantBlock = (coefficient: NamedArray): DrawnBlock => ({ coefficient, factors: [] });

export const numberBlock = (value: number): DrawnBlock => constantBlock({ dims: [], values: Float64Array.of(value) });

export const isConstant = (block: DrawnBlock): boolean => block.factors.length === 0;

/** Dimensions of rows, in order of first appearance. */
export function rowDims(block: DrawnBlock): readonly string[] {
  return union(...block.factors.map((factor) => factor.dims));
}

export function allDims(block: DrawnBlock): readonly string[] {
  return union(block.coefficient.dims, rowDims(block));
}

export function union(...parts: readonly (readonly string[])[]): readonly string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  const all = [...first];
  for (const dims of rest) for (const dim of dims) if (!all.includes(dim)) all.push(dim);
  return all;
}
