/** Where the cells of one block lie in another: sizes of dimensions, and tables of places that are made once. */
import type { Members, NamedArray } from "../named-array.ts";
import { cellCount, sizeOf } from "../named-array.ts";
import { union } from "./drawn-block.ts";

export class Shapes {
  readonly members: Members;
  readonly #places = new Map<string, Int32Array>();

  constructor(members: Members) {
    this.members = members;
  }

  size(dim: string): number {
    return sizeOf(this.members, dim);
  }

  cells(dims: readonly string[]): number {
    return cellCount(this.members, dims);
  }

  /** For each cell of a block with dimensions `to`, the place of its value in a block with dimensions `from`, all of which are in `to`. */
  places(from: readonly string[], to: readonly string[]): Int32Array {
    const key = `${from.join()}|${to.join()}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const places = new Int32Array(this.cells(to));
    let stride = 1;
    const strides = new Map<string, number>();
    for (const dim of from.toReversed()) {
      strides.set(dim, stride);
      stride *= this.size(dim);
    }
    // Filled dimension by dimension from the last: a block of known places is repeated, moved by the stride.
    let filled = places.length === 0 ? 0 : 1;
    for (const dim of to.toReversed()) {
      const step = strides.get(dim) ?? 0;
      const size = this.size(dim);
      for (let i = 1; i < size; i++) {
        const moved = i * step;
        for (let j = 0; j < filled; j++) places[i * filled + j] = (places[j] as number) + moved;
      }
      filled *= size;
    }
    this.#places.set(key, places);
    return places;
  }

  /** `work` cell by cell on blocks that combine by dimension name. */
  map(a: NamedArray, b: NamedArray, work: (a: number, b: number) => number): NamedArray {
    const dims = union(a.dims, b.dims);
    const values = new Float64Array(this.cells(dims));
    if (sameDims(a.dims, dims) && sameDims(b.dims, dims)) {
      for (let i = 0; i < values.length; i++) values[i] = work(a.values[i] as number, b.values[i] as number);
      return { dims, values };
    }
    const atA = this.places(a.dims, dims);
    const atB = this.places(b.dims, dims);
    for (let i = 0; i < values.length; i++) {
      values[i] = work(a.values[atA[i] as number] as number, b.values[atB[i] as number] as number);
    }
    return { dims, values };
  }

  /** The part of `values` at place `index` of dimension `dim`; `dims` without it. */
  pick<T extends Float64Array | Int32Array>(dims: readonly string[], values: T, dim: string, index: number): T {
    const place = dims.indexOf(dim);
    const size = this.size(dim);
    const after = this.cells(dims.slice(place + 1));
    const before = this.cells(dims.slice(0, place));
    const picked = (
      values instanceof Int32Array ? new Int32Array(before * after) : new Float64Array(before * after)
    ) as T;
    for (let i = 0; i < before; i++) {
      const start = (i * size + index) * after;
      picked.set(values.subarray(start, start + after), i * after);
    }
    return picked;
  }
}

export function sameDims(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((dim, i) => dim === b[i]);
}
