/**
 * A block of numbers whose dimensions are known by name ("year", "area", ...), stored row-major in the order of `dims`.
 * Operands combine by dimension name, never by position.
 */
export interface NamedArray {
  readonly dims: readonly string[];
  readonly values: Float64Array;
}

/** The members of every dimension, in order: `{ year: ["2024/25", ...], area: ["S37000001", ...] }`. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** How many members a dimension has. Throws when the dimension is unknown: a wrong name must never read as size 1. */
export function sizeOf(members: Members, dim: string): number {
  const list = members[dim];
  if (list === undefined) throw new Error(`There is no dimension called "${dim}".`);
  return list.length;
}

/** Number of cells of a block with these dimensions (1 for a scalar). */
export function cellCount(members: Members, dims: readonly string[]): number {
  return dims.reduce((count, dim) => count * sizeOf(members, dim), 1);
}

/** Row-major strides of a block, by dimension name: `dims [year, area]` of sizes 3 and 2 gives `{ year: 2, area: 1 }`. */
export function stridesOf(members: Members, dims: readonly string[]): Record<string, number> {
  const strides: Record<string, number> = {};
  let stride = 1;
  for (let i = dims.length - 1; i >= 0; i--) {
    const dim = dims[i] as string;
    strides[dim] = stride;
    stride *= sizeOf(members, dim);
  }
  return strides;
}
