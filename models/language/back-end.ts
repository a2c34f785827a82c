/** What turns statements into something that runs. There is one that writes code, and one that does not have to. */
import type { Statement } from "./plan.ts";

/** Sizes of the dimensions, buffers of the blocks, positions of named members, and the years to work out. */
export type Kernel = (n: Int32Array, b: readonly Float64Array[], m: Int32Array, from: number, to: number) => void;

/** Where things are at run time. */
export interface Layout {
  /** Position of a dimension in the sizes array `n`. */
  readonly dimension: (dim: string) => number;
  /** Position of a block in the buffers array `b`. */
  readonly slot: (name: string) => number;
  readonly dims: (name: string) => readonly string[];
  /** Position in the array `m` that holds a member's index. */
  readonly member: (dim: string, member: string) => number;
}

export type BackEndKind = "generated" | "closures";

/**
 * Kernels for statements, one each, in their order. Every back end works each cell out by the same operations in the
 * same order, so that results are the same to the last bit.
 */
export interface BackEnd {
  readonly kind: BackEndKind;
  kernels(statements: readonly Statement[], layout: Layout): readonly Kernel[];
}
