/**
 * The loops of one statement for one shape (sizes of the dimensions, number of years): the inner ones are taken together
 * as a block of cells, the outer ones are walked block by block. An operand knows where its cells lie in either.
 */
import type { Layout } from "../back-end.ts";
import { YEAR } from "../model.ts";

/** Inner loops join the block while it stays within this many cells, so that a few blocks of numbers fit the cache ... */
const BLOCK_AT_MOST = 2048;
/** ... but a block of fewer cells than this takes in the next loop whatever its size: calls cost more than memory. */
const BLOCK_AT_LEAST = 64;

interface Loop {
  readonly dim: string;
  readonly size: number;
}

/** Where a block of numbers is read or written. `along`: a dimension whose position the reader moves by itself. */
export interface Operand {
  readonly slot: number;
  /** The stored block, and the place of the first cell of the present block of cells in it. */
  values: Float64Array;
  base: number;
  /** Places of the block's cells, counted from `base`. */
  readonly offsets: Int32Array;
  /** Distance between neighbours along the dimension that the reader moves, or along the years; 0 without it. */
  readonly stride: number;
}

interface Bound {
  readonly operand: Operand;
  /** Strides by outer loop, and along the years for the first year. */
  readonly outer: Int32Array;
  readonly yearStride: number;
  readonly start: (positions: Int32Array) => number;
}

interface OperandRequest {
  readonly name: string;
  /** Left out of the loops: the reader moves along it, or one member is picked (`member`: its place in positions). */
  readonly along?: string;
  readonly member?: number | null;
}

export class Nest {
  /** Cells of the block. */
  readonly cells: number;
  /** For a reduction: groups in the block, cells of a group in the block, and blocks that one group takes. */
  readonly groups: number;
  readonly cellsOfGroup: number;
  readonly blocksOfGroup: number;
  /** Year of each cell of the block, counted from `firstYear`. */
  readonly years: Int32Array;
  firstYear = 0;
  readonly #layout: Layout;
  readonly #sizes: Int32Array;
  readonly #outer: readonly Loop[];
  readonly #inner: readonly Loop[];
  readonly #kept: number;
  readonly #byYear: boolean;
  readonly #bound: Bound[] = [];

  /** Loops over `dims`, of which the years go from a first year for `span` years, and within them over `over`. */
  constructor(layout: Layout, sizes: Int32Array, span: number, dims: readonly string[], over: readonly string[]) {
    this.#layout = layout;
    this.#sizes = sizes;
    this.#byYear = dims.includes(YEAR);
    const loops = [
      ...dims.map((dim) => ({ dim, size: dim === YEAR ? span : this.#sizeOf(dim) })),
      ...over.map((dim) => ({ dim, size: this.#sizeOf(dim) })),
    ];
    const first = firstOfBlock(loops, dims.length);
    this.#outer = loops.slice(0, first);
    this.#inner = loops.slice(first);
    this.cells = product(this.#inner);
    this.#kept = Math.max(0, dims.length - first);
    this.groups = product(this.#inner.slice(0, this.#kept));
    this.cellsOfGroup = product(this.#inner.slice(this.#kept));
    this.blocksOfGroup = product(this.#outer.slice(dims.length));
    this.years = offsetsOf(this.#inner, (dim) => (dim === YEAR ? 1 : 0));
  }

  /** A block that is read, cell by cell of the block. */
  reads({ name, along, member }: OperandRequest): Operand {
    return this.#bind(name, this.#inner, along, member);
  }

  /** The block that is written: one cell for each group. */
  writes(name: string): Operand {
    return this.#bind(name, this.#inner.slice(0, this.#kept), undefined, undefined);
  }

  /** Calls `work` for every block of cells, with every operand in place. */
  walk(buffers: readonly Float64Array[], positions: Int32Array, from: number, work: (block: number) => void): void {
    const outer = this.#outer;
    const at = new Int32Array(outer.length);
    const yearLoop = outer.findIndex((loop) => loop.dim === YEAR);
    const firstYear = this.#byYear ? from : 0;
    const origins = this.#bound.map(({ operand, start, yearStride }) => {
      operand.values = buffers[operand.slot] as Float64Array;
      return start(positions) + firstYear * yearStride;
    });
    const blocks = product(outer);
    for (let block = 0; block < blocks; block++) {
      this.firstYear = firstYear + (yearLoop < 0 ? 0 : (at[yearLoop] as number));
      for (let i = 0; i < this.#bound.length; i++) {
        const { operand, outer: strides } = this.#bound[i] as Bound;
        let base = origins[i] as number;
        for (let level = 0; level < at.length; level++) base += (at[level] as number) * (strides[level] as number);
        operand.base = base;
      }
      work(block);
      for (let level = at.length - 1; level >= 0; level--) {
        at[level] = (at[level] as number) + 1;
        if ((at[level] as number) < (outer[level] as Loop).size) break;
        at[level] = 0;
      }
    }
  }

  #bind(name: string, inner: readonly Loop[], apart: string | undefined, member: number | null | undefined): Operand {
    const stored = this.#layout.dims(name);
    const strideOf = (dim: string): number => this.#stride(stored, dim);
    const moving = (dim: string): number => (dim === apart ? 0 : strideOf(dim));
    const operand: Operand = {
      slot: this.#layout.slot(name),
      values: new Float64Array(0),
      base: 0,
      offsets: offsetsOf(inner, moving),
      stride: strideOf(apart ?? YEAR),
    };
    const picked = apart === undefined ? 0 : strideOf(apart);
    this.#bound.push({
      operand,
      outer: Int32Array.from(this.#outer, (loop) => moving(loop.dim)),
      yearStride: moving(YEAR),
      start: (positions) => (typeof member === "number" ? (positions[member] as number) * picked : 0),
    });
    return operand;
  }

  #sizeOf(dim: string): number {
    return this.#sizes[this.#layout.dimension(dim)] as number;
  }

  /** Row-major stride of a stored block along a dimension; 0 where it does not have it. */
  #stride(stored: readonly string[], dim: string): number {
    const place = stored.indexOf(dim);
    return place < 0 ? 0 : stored.slice(place + 1).reduce((stride, later) => stride * this.#sizeOf(later), 1);
  }
}

/** The first loop of the block; a reduction over no cells at all is one block, which stores what an empty one gives. */
function firstOfBlock(loops: readonly Loop[], kept: number): number {
  let first = loops.length;
  if (product(loops.slice(kept)) === 0) first = kept;
  let cells = product(loops.slice(first));
  while (first > 0) {
    const size = (loops[first - 1] as Loop).size;
    if (cells >= BLOCK_AT_LEAST && cells * size > BLOCK_AT_MOST) break;
    cells *= size;
    first--;
  }
  return first;
}

function product(loops: readonly Loop[]): number {
  return loops.reduce((count, loop) => count * loop.size, 1);
}

/** For every cell of the loops, last loop fastest, the sum of position times stride. */
function offsetsOf(loops: readonly Loop[], strideOf: (dim: string) => number): Int32Array {
  let offsets = new Int32Array(1);
  for (const { dim, size } of loops) {
    const before = offsets;
    const stride = strideOf(dim);
    offsets = new Int32Array(before.length * size);
    for (let i = 0, cell = 0; i < before.length; i++)
      for (let j = 0; j < size; j++) offsets[cell++] = (before[i] as number) + j * stride;
  }
  return offsets;
}
