/**
 * Rows of the graph to a program: only what the results need, each row before those that use it, and rows of the tile
 * used again as soon as they are free. A product that only one sum needs is worked out inside that sum.
 */
import { OP } from "./program.ts";
import type { DrawProgram } from "./program.ts";
import { COLUMN, CONSTANT, ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";

/** `results[s]` is the row of series s; `columns` how many drawn columns there are. */
export function assemble(graph: RowGraph, results: ArrayLike<number>, columns: number): DrawProgram {
  const order = inOrder(graph, results);
  const uses = countUses(graph, order, results);
  const inside = insideSums(graph, order, uses);
  return new Assembly(graph, results, columns, order, inside).program();
}

/** The needed rows, each after what it is made of: those of the first result first. */
function inOrder(graph: RowGraph, results: ArrayLike<number>): readonly number[] {
  const state = new Uint8Array(graph.count);
  const order: number[] = [];
  const stack: number[] = [];
  for (let s = 0; s < results.length; s++) {
    stack.push(results[s] as number);
    while (stack.length > 0) {
      const row = stack[stack.length - 1] as number;
      if (state[row] === 0) {
        state[row] = 1;
        for (let i = graph.argCount(row) - 1; i >= 0; i--) {
          const arg = graph.arg(row, i);
          if (state[arg] === 0) stack.push(arg);
        }
      } else {
        stack.pop();
        if (state[row] === 1) {
          state[row] = 2;
          order.push(row);
        }
      }
    }
  }
  return order;
}

function countUses(graph: RowGraph, order: readonly number[], results: ArrayLike<number>): Int32Array {
  const uses = new Int32Array(graph.count);
  for (const row of order) for (let i = 0; i < graph.argCount(row); i++) count(uses, graph.arg(row, i));
  for (let s = 0; s < results.length; s++) count(uses, results[s] as number);
  return uses;
}

const count = (uses: Int32Array, row: number): void => {
  uses[row] = (uses[row] as number) + 1;
};

/** Products of two rows that one sum alone uses: 1 where that is so. */
function insideSums(graph: RowGraph, order: readonly number[], uses: Int32Array): Uint8Array {
  const inside = new Uint8Array(graph.count);
  for (const row of order) {
    if (graph.op(row) !== OP.linear) continue;
    for (let i = 0; i < graph.argCount(row); i++) {
      const arg = graph.arg(row, i);
      if (graph.op(arg) === OP.product && graph.argCount(arg) === 2 && uses[arg] === 1) inside[arg] = 1;
    }
  }
  return inside;
}

class Assembly {
  readonly #graph: RowGraph;
  readonly #results: ArrayLike<number>;
  readonly #columns: number;
  readonly #order: readonly number[];
  readonly #inside: Uint8Array;
  #code = new Int32Array(65_536);
  #length = 0;
  readonly #numbers: number[] = [];
  readonly #numberAt = new Map<number, number>();
  /** Row of the tile for each row of the graph, -1 where it has none now. */
  readonly #place: Int32Array;
  /** Position in the order after which a row is not needed any more. */
  readonly #lastUse: Int32Array;
  readonly #free: number[] = [];
  #rows = 0;

  constructor(
    graph: RowGraph,
    results: ArrayLike<number>,
    columns: number,
    order: readonly number[],
    inside: Uint8Array,
  ) {
    this.#graph = graph;
    this.#results = results;
    this.#columns = columns;
    this.#order = order;
    this.#inside = inside;
    this.#place = new Int32Array(graph.count).fill(-1);
    this.#lastUse = new Int32Array(graph.count).fill(-1);
  }

  program(): DrawProgram {
    const graph = this.#graph;
    const steps = this.#order.filter((row) => graph.op(row) >= 0 && this.#inside[row] === 0);
    const constants = this.#order.filter((row) => graph.op(row) === CONSTANT);
    // A sum of products fills up its single rows with the constant 1.
    if (!constants.includes(ONE)) constants.push(ONE);
    for (const row of this.#order) if (graph.op(row) === COLUMN) this.#place[row] = graph.number(row, 0);
    constants.forEach((row, i) => (this.#place[row] = this.#columns + i));
    this.#rows = this.#columns + constants.length;

    // The series of each row: each result is a row of its own.
    const seriesOf = new Int32Array(graph.count).fill(-1);
    for (let s = 0; s < this.#results.length; s++) seriesOf[this.#results[s] as number] = s;
    for (let s = 0; s < this.#results.length; s++) {
      const row = this.#results[s] as number;
      if ((this.#place[row] as number) >= 0) this.#put3(OP.store, s, this.#place[row] as number);
    }
    steps.forEach((row, step) => this.#touch(row, step));
    steps.forEach((row, step) => {
      const place = this.#free.pop() ?? this.#rows++;
      this.#place[row] = place;
      this.#write(row, place);
      if ((seriesOf[row] as number) >= 0) this.#put3(OP.store, seriesOf[row] as number, place);
      if ((this.#lastUse[row] as number) < 0) this.#free.push(place);
      this.#release(row, step);
    });
    return {
      columns: this.#columns,
      constants: Float64Array.from(constants.map((row) => graph.number(row, 0))),
      rows: this.#rows,
      code: this.#code.slice(0, this.#length),
      numbers: Float64Array.from(this.#numbers),
      series: this.#results.length,
    };
  }

  /** Notes that `step` reads the rows that `row` is made of: those of a product inside it in its stead. */
  #touch(row: number, step: number): void {
    for (let i = 0; i < this.#graph.argCount(row); i++) {
      const arg = this.#graph.arg(row, i);
      if (this.#inside[arg] === 1) this.#touch(arg, step);
      else this.#lastUse[arg] = step;
    }
  }

  /** Frees the rows that are read for the last time. */
  #release(row: number, step: number): void {
    for (let i = 0; i < this.#graph.argCount(row); i++) {
      const arg = this.#graph.arg(row, i);
      if (this.#inside[arg] === 1) this.#release(arg, step);
      else if (this.#lastUse[arg] === step && this.#graph.op(arg) >= 0) {
        this.#lastUse[arg] = -2;
        this.#free.push(this.#place[arg] as number);
      }
    }
  }

  #write(row: number, dst: number): void {
    const graph = this.#graph;
    const op = graph.op(row);
    const count = graph.argCount(row);
    if (op === OP.linear) return this.#writeSum(row, dst);
    this.#put(op);
    this.#put(dst);
    if (op === OP.product) this.#put(count);
    for (let i = 0; i < count; i++) {
      if (op === OP.interpolate && i === 1) this.#put((count - 1) / 3);
      this.#put(this.#place[graph.arg(row, i)] as number);
    }
    if (op === OP.round || op === OP.power) this.#put(graph.number(row, 0));
  }

  #writeSum(row: number, dst: number): void {
    const graph = this.#graph;
    const count = graph.argCount(row);
    let ofProducts = false;
    for (let i = 0; i < count; i++) ofProducts ||= this.#inside[graph.arg(row, i)] === 1;
    this.#put3(ofProducts ? OP.products : OP.linear, dst, count);
    this.#put(this.#number(graph.number(row, 0)));
    for (let i = 0; i < count; i++) {
      const arg = graph.arg(row, i);
      this.#put(this.#number(graph.number(row, i + 1)));
      if (this.#inside[arg] === 1) {
        this.#put(this.#place[graph.arg(arg, 0)] as number);
        this.#put(this.#place[graph.arg(arg, 1)] as number);
      } else {
        this.#put(this.#place[arg] as number);
        if (ofProducts) this.#put(this.#place[ONE] as number);
      }
    }
  }

  #put(word: number): void {
    if (this.#length === this.#code.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#code);
      this.#code = longer;
    }
    this.#code[this.#length++] = word;
  }

  #put3(a: number, b: number, c: number): void {
    this.#put(a);
    this.#put(b);
    this.#put(c);
  }

  #number(value: number): number {
    // -0 and 0 are one key of a map and two numbers: 0 alone is looked up.
    const known = Object.is(value, -0) ? undefined : this.#numberAt.get(value);
    if (known !== undefined) return known;
    const place = this.#numbers.push(value) - 1;
    if (!Object.is(value, -0)) this.#numberAt.set(value, place);
    return place;
  }
}
