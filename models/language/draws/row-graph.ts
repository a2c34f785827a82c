/**
 * Every row that a model's draws may need, each once: a row is asked for by what it is made of, and asking again gives
 * the same row. Two cells that are worked out alike therefore share one row, whatever formulas they come from.
 */
import { OP } from "./program.ts";

/** Kinds of row that no instruction works out. */
export const COLUMN = -1;
export const CONSTANT = -2;

/** The row that is 1 in every draw; it is never stored. */
export const ONE = 0;

export class RowGraph {
  #count = 0;
  #op = new Int8Array(1024);
  #firstArg = new Int32Array(1025);
  #firstNumber = new Int32Array(1025);
  #args = new Int32Array(4096);
  #numbers = new Float64Array(4096);
  #bits = new Int32Array(this.#numbers.buffer);
  #table = new Int32Array(4096).fill(-1);

  constructor() {
    this.constant(1);
  }

  /** How many rows there are; rows are 0 to `count` - 1, each after the rows it is made of. */
  get count(): number {
    return this.#count;
  }

  op(row: number): number {
    return this.#op[row] as number;
  }

  /** How many rows `row` is made of, and the one at place `i`. */
  argCount(row: number): number {
    return (this.#firstArg[row + 1] as number) - (this.#firstArg[row] as number);
  }

  arg(row: number, i: number): number {
    return this.#args[(this.#firstArg[row] as number) + i] as number;
  }

  /** Numbers that `row` is made of: the constant and coefficients of a sum, a constant's value, digits, a power. */
  number(row: number, i: number): number {
    return this.#numbers[(this.#firstNumber[row] as number) + i] as number;
  }

  column(place: number): number {
    this.#begin(0, 1);
    return this.#end(COLUMN, 0, this.#put(place, 0));
  }

  constant(value: number): number {
    this.#begin(0, 1);
    return this.#end(CONSTANT, 0, this.#put(value, 0));
  }

  /** `op` of one to three rows, or of as many as there are. */
  apply(op: number, args: ArrayLike<number>, count: number, number?: number): number {
    this.#begin(count, 1);
    const at = this.#firstArg[this.#count] as number;
    for (let i = 0; i < count; i++) this.#args[at + i] = args[i] as number;
    return this.#end(op, count, number === undefined ? 0 : this.#put(number, 0));
  }

  /** start + coefficients[0] rows[0] + ... ; `count` is 1 or more. */
  linear(start: number, coefficients: ArrayLike<number>, rows: ArrayLike<number>, count: number): number {
    this.#begin(count, count + 1);
    const at = this.#firstArg[this.#count] as number;
    this.#put(start, 0);
    for (let i = 0; i < count; i++) {
      this.#args[at + i] = rows[i] as number;
      this.#put(coefficients[i] as number, i + 1);
    }
    return this.#end(OP.linear, count, count + 1);
  }

  #put(value: number, i: number): number {
    this.#numbers[(this.#firstNumber[this.#count] as number) + i] = value;
    return i + 1;
  }

  /** Makes room for one more row with so many arguments and numbers. */
  #begin(args: number, numbers: number): void {
    if (this.#count + 2 > this.#op.length) {
      this.#op = grown(this.#op, new Int8Array(this.#op.length * 2));
      this.#firstArg = grown(this.#firstArg, new Int32Array(this.#op.length + 1));
      this.#firstNumber = grown(this.#firstNumber, new Int32Array(this.#op.length + 1));
    }
    const argsEnd = (this.#firstArg[this.#count] as number) + args;
    if (argsEnd > this.#args.length) {
      this.#args = grown(this.#args, new Int32Array(Math.max(argsEnd, this.#args.length * 2)));
    }
    const numbersEnd = (this.#firstNumber[this.#count] as number) + numbers;
    if (numbersEnd > this.#numbers.length) {
      this.#numbers = grown(this.#numbers, new Float64Array(Math.max(numbersEnd, this.#numbers.length * 2)));
      this.#bits = new Int32Array(this.#numbers.buffer);
    }
  }

  /** The row just written, or the one that was there before and is the same. */
  #end(op: number, argCount: number, numberCount: number): number {
    const row = this.#count;
    const arg = this.#firstArg[row] as number;
    const number = this.#firstNumber[row] as number;
    let hash = Math.imul(op + 77, 0x9e3779b1);
    for (let i = 0; i < argCount; i++) hash = mixed(hash, this.#args[arg + i] as number);
    for (let i = 2 * number; i < 2 * (number + numberCount); i++) hash = mixed(hash, this.#bits[i] as number);
    const mask = this.#table.length - 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const other = this.#table[place] as number;
      if (other < 0) break;
      if (this.#same(other, op, arg, argCount, number, numberCount)) return other;
      place = (place + 1) & mask;
    }
    this.#table[place] = row;
    this.#op[row] = op;
    this.#count = row + 1;
    this.#firstArg[row + 1] = arg + argCount;
    this.#firstNumber[row + 1] = number + numberCount;
    if (this.#count * 2 > this.#table.length) this.#rehash();
    return row;
  }

  #same(other: number, op: number, arg: number, argCount: number, number: number, numberCount: number): boolean {
    if (this.#op[other] !== op || this.argCount(other) !== argCount) return false;
    const otherNumber = this.#firstNumber[other] as number;
    if ((this.#firstNumber[other + 1] as number) - otherNumber !== numberCount) return false;
    const otherArg = this.#firstArg[other] as number;
    for (let i = 0; i < argCount; i++) if (this.#args[otherArg + i] !== this.#args[arg + i]) return false;
    for (let i = 0; i < 2 * numberCount; i++) {
      if (this.#bits[2 * otherNumber + i] !== this.#bits[2 * number + i]) return false;
    }
    return true;
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = this.#table.length - 1;
    for (let row = 0; row < this.#count; row++) {
      let hash = Math.imul((this.#op[row] as number) + 77, 0x9e3779b1);
      for (let i = this.#firstArg[row] as number; i < (this.#firstArg[row + 1] as number); i++) {
        hash = mixed(hash, this.#args[i] as number);
      }
      const end = 2 * (this.#firstNumber[row + 1] as number);
      for (let i = 2 * (this.#firstNumber[row] as number); i < end; i++) hash = mixed(hash, this.#bits[i] as number);
      let place = (hash ^ (hash >>> 15)) & mask;
      while ((this.#table[place] as number) >= 0) place = (place + 1) & mask;
      this.#table[place] = row;
    }
  }
}

/** One step of a hash; source: the finaliser of MurmurHash3 (Appleby, public domain), shortened. */
function mixed(hash: number, word: number): number {
  const both = Math.imul(hash ^ word, 0x85ebca6b);
  return (both ^ (both >>> 13)) | 0;
}

function grown<T extends Int8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
