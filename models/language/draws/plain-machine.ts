/** The draw machine in plain TypeScript: the reference of what an instruction gives, and the one where there is no other. */
import { roundHalfAway } from "../cell-functions.ts";
import { checkLoad, checkRun, checkSize, noRoomFor } from "./machine.ts";
import type { DrawMachine, LoadedProgram, ResultStore } from "./machine.ts";
import { interpolate, linear, OF_ONE, OF_TWO, product, products } from "./plain-operations.ts";
import { OP } from "./program.ts";
import type { DrawProgram } from "./program.ts";
import { resolveCode } from "./resolve-code.ts";
import { wholePower } from "./whole-power.ts";

/** Empty places between rows, so that the same draw of many rows does not fall on the same few lines of the cache. */
const GAP = 8;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

export const plainMachine: DrawMachine = {
  kind: "plain",
  filler: undefined,
  openResults(series, stride) {
    checkSize("a number of series", series);
    checkSize("a number of draws", stride);
    return { series, stride, values: new Float64Array(memoryFor(series, stride)) };
  },
  // What nobody holds any more goes by itself.
  closeResults: () => undefined,
  load: (program, tile, results) => new PlainProgram(program, tile, results),
};

function memoryFor(series: number, stride: number): ArrayBufferLike {
  const bytes = series * stride * BYTES;
  try {
    // Without shared memory there is one thread, and its own will do.
    return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
  } catch {
    throw noRoomFor(series, stride);
  }
}

class PlainProgram implements LoadedProgram {
  readonly tile: number;
  readonly columns: readonly Float64Array[];
  readonly #results: ResultStore;
  readonly #code: Int32Array;
  readonly #numbers: Float64Array;
  readonly #rows: Float64Array;
  /** A sum in the making: its row may be among those that it is made of. */
  readonly #sum: Float64Array;

  constructor(program: DrawProgram, tile: number, results: ResultStore) {
    checkLoad(program, tile, results);
    const rowStep = tile + GAP;
    this.tile = tile;
    this.#results = results;
    this.#numbers = program.numbers;
    this.#code = resolveCode(program, { firstRow: 0, rowStep, firstNumber: 0, numberStep: 1 });
    this.#rows = new Float64Array(program.rows * rowStep);
    this.#sum = new Float64Array(tile);
    const row = (r: number): Float64Array => this.#rows.subarray(r * rowStep, r * rowStep + tile);
    program.constants.forEach((value, i) => row(program.columns + i).fill(value));
    this.columns = Array.from({ length: program.columns }, (_, i) => row(i));
  }

  run(count: number, at: number): void {
    checkRun(count, at, this.tile, this.#results);
    const code = this.#code;
    for (let i = 0; i < code.length;) i = this.#step(i, count, at);
  }

  close(): void {}

  /** Runs the instruction at place `i` of the code; the place of the next. */
  #step(i: number, count: number, at: number): number {
    const code = this.#code;
    const rows = this.#rows;
    const word = (k: number): number => code[i + k] as number;
    const operation = word(0);
    const to = word(1);
    const x = word(2);
    switch (operation) {
      case OP.store: {
        const { values, stride } = this.#results;
        values.set(rows.subarray(x, x + count), to * stride + at);
        return i + 3;
      }
      case OP.linear:
        linear(rows, this.#numbers, code, i + 3, x, this.#sum, count);
        rows.set(this.#sum.subarray(0, count), to);
        return i + 4 + 2 * x;
      case OP.product:
        product(rows, code, i + 3, x, to, count);
        return i + 3 + x;
      case OP.products:
        products(rows, this.#numbers, code, i + 3, x, this.#sum, count);
        rows.set(this.#sum.subarray(0, count), to);
        return i + 4 + 3 * x;
      case OP.round:
        for (let d = 0; d < count; d++) rows[to + d] = roundHalfAway(rows[x + d] as number, word(3));
        return i + 4;
      case OP.power:
        for (let d = 0; d < count; d++) rows[to + d] = wholePower(rows[x + d] as number, word(3));
        return i + 4;
      case OP.select:
        for (let d = 0; d < count; d++) rows[to + d] = rows[(rows[x + d] !== 0 ? word(3) : word(4)) + d] as number;
        return i + 5;
      case OP.interpolate:
        interpolate(rows, code, i + 4, word(3), x, to, count);
        return i + 4 + 3 * word(3);
    }
    const ofOne = OF_ONE.get(operation);
    if (ofOne !== undefined) {
      for (let d = 0; d < count; d++) rows[to + d] = ofOne(rows[x + d] as number);
      return i + 3;
    }
    const ofTwo = OF_TWO.get(operation) as (x: number, y: number) => number;
    const y = word(3);
    for (let d = 0; d < count; d++) rows[to + d] = ofTwo(rows[x + d] as number, rows[y + d] as number);
    return i + 4;
  }
}
