/**
 * Rows of the graph to a program: only what the results need, each row before those that use it, and rows of the tile
 * used again as soon as they are free. A product that only one sum needs is worked out inside that sum.
 */
import { OP } from "./program.ts";
import type { DrawProgram } from "./program.ts";
import { COLUMN, CONSTANT, ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";

/** Notes on every row of a graph, kept from one program to the next: only those of needed rows are looked at. */
export class RowNotes {
  /** Twice the number of the program, and one more when the row is in the order. */
  state = new Int32Array(0);
  uses = new Int32Array(0);
  /** 1 for a product that is worked out inside the one sum that uses it. */
  inside = new Uint8Array(0);
  /** Row of the tile, -1 where it has none now. */
  place = new Int32Array(0);
  /** Position in the order after which the row is not needed any more. */
  lastUse = new Int32Array(0);
  seriesOf = new Int32Array(0);
  program = 0;
  /** Of the last program: its instructions, and the terms and factors that its sums and products take. */
  instructions = 0;
  terms = 0;

  /** Makes room for so many rows, and begins another program. */
  begin(count: number): void {
    this.program += 1;
    if (this.state.length >= count) return;
    const room = 2 * count;
    this.state = new Int32Array(room);
    this.uses = new Int32Array(room);
    this.inside = new Uint8Array(room);
    this.place = new Int32Array(room);
    this.lastUse = new Int32Array(room);
    this.seriesOf = new Int32Array(room);
    this.program = 1;
  }
}

/** `results[s]` is the row of series s, each another; `columns` how many drawn columns there are. */
export function assemble(
  graph: RowGraph,
  results: readonly number[],
  columns: number,
  notes = new RowNotes(),
): DrawProgram {
  notes.begin(graph.count);
  const order = inOrder(graph, results, notes);
  for (const row of order) {
    notes.uses[row] = 0;
    notes.inside[row] = 0;
    notes.place[row] = -1;
    notes.lastUse[row] = -1;
    notes.seriesOf[row] = -1;
  }
  results.forEach((row, s) => {
    notes.seriesOf[row] = s;
    notes.uses[row] = 1;
  });
  for (const row of order) {
    for (let i = 0; i < graph.argCount(row); i++) {
      const arg = graph.arg(row, i);
      notes.uses[arg] = (notes.uses[arg] as number) + 1;
    }
  }
  noteInside(graph, order, notes);
  count(graph, order, results, notes);
  return new Assembly(graph, results, columns, order, notes).program();
}

/** The needed rows, each after what it is made of: those of the first result first. */
function inOrder(graph: RowGraph, results: readonly number[], { state, program }: RowNotes): readonly number[] {
  const [opened, done] = [2 * program, 2 * program + 1];
  const order: number[] = [];
  const stack: number[] = [];
  for (const result of results) {
    stack.push(result);
    while (stack.length > 0) {
      const row = stack[stack.length - 1] as number;
      if ((state[row] as number) < opened) {
        state[row] = opened;
        for (let i = graph.argCount(row) - 1; i >= 0; i--) {
          const arg = graph.arg(row, i);
          if ((state[arg] as number) < opened) stack.push(arg);
        }
      } else {
        stack.pop();
        if (state[row] === opened) {
          state[row] = done;
          order.push(row);
        }
      }
    }
  }
  return order;
}

/** Products of two rows that one sum alone uses are worked out inside it. */
function noteInside(graph: RowGraph, order: readonly number[], { uses, inside }: RowNotes): void {
  for (const row of order) {
    if (graph.op(row) !== OP.linear) continue;
    for (let i = 0; i < graph.argCount(row); i++) {
      const arg = graph.arg(row, i);
      if (graph.op(arg) === OP.product && graph.argCount(arg) === 2 && uses[arg] === 1) inside[arg] = 1;
    }
  }
}

function count(graph: RowGraph, order: readonly number[], results: readonly number[], notes: RowNotes): void {
  notes.instructions = results.length;
  notes.terms = 0;
  for (const row of order) {
    const op = graph.op(row);
    if (op < 0 || notes.inside[row] === 1) continue;
    notes.instructions += 1;
    if (op === OP.linear || op === OP.product) notes.terms += graph.argCount(row);
  }
}

class Assembly {
  readonly #graph: RowGraph;
  readonly #results: readonly number[];
  readonly #columns: number;
  readonly #order: readonly number[];
  readonly #inside: Uint8Array;
  readonly #seriesOf: Int32Array;
  #code = new Int32Array(65_536);
  #length = 0;
  #numbers = new Float64Array(16_384);
  #numberCount = 0;
  readonly #place: Int32Array;
  readonly #lastUse: Int32Array;
  readonly #free: number[] = [];
  #rows = 0;

  constructor(graph: RowGraph, results: readonly number[], columns: number, order: readonly number[], notes: RowNotes) {
    this.#graph = graph;
    this.#results = results;
    this.#columns = columns;
    this.#order = order;
    this.#inside = notes.inside;
    this.#place = notes.place;
    this.#lastUse = notes.lastUse;
    this.#seriesOf = notes.seriesOf;
  }

  program(): DrawProgram {
    const graph = this.#graph;
    const steps = this.#order.filter((row) => graph.op(row) >= 0 && this.#inside[row] === 0);
    const constants = this.#order.filter((row) => graph.op(row) === CONSTANT);
    // A sum of products fills up its single rows with the constant 1.
    if (!constants.includes(ONE)) {
      constants.push(ONE);
      this.#seriesOf[ONE] = -1;
    }
    for (const row of this.#order) if (graph.op(row) === COLUMN) this.#place[row] = graph.number(row, 0);
    constants.forEach((row, i) => (this.#place[row] = this.#columns + i));
    this.#rows = this.#columns + constants.length;

    this.#results.forEach((row, s) => {
      if ((this.#place[row] as number) >= 0) this.#put3(OP.store, s, this.#place[row] as number);
    });
    steps.forEach((row, step) => this.#touch(row, step));
    steps.forEach((row, step) => {
      const place = this.#free.pop() ?? this.#rows++;
      this.#place[row] = place;
      this.#write(row, place);
      if ((this.#seriesOf[row] as number) >= 0) this.#put3(OP.store, this.#seriesOf[row] as number, place);
      if ((this.#lastUse[row] as number) < 0) this.#free.push(place);
      this.#release(row, step);
    });
    return {
      columns: this.#columns,
      constants: Float64Array.from(constants.map((row) => graph.number(row, 0))),
      rows: this.#rows,
      code: this.#code.slice(0, this.#length),
      numbers: this.#numbers.slice(0, this.#numberCount),
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
    if (this.#numberCount === this.#numbers.length) {
      const longer = new Float64Array(2 * this.#numberCount);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#numberCount] = value;
    return this.#numberCount++;
  }
}
