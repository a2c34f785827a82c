/**
 * An expression as a chain of closures, each of which works out a whole block of cells. Results are kept in numbered
 * registers: a node takes the register it is given and, for its further arguments, the ones after it.
 */
import type { Layout } from "../back-end.ts";
import type { Expression } from "../expression.ts";
import { BINARY, CALLS_OF_ONE, CALLS_OF_TWO, chooseCells, clampCells, UNARY } from "./loops.ts";
import type { Nest, Operand } from "./nest.ts";

/** Works out the present block of cells. */
export type Work = () => void;

/** Blocks of numbers for one statement at a time, shared by all: a kernel leaves nothing in them that another reads. */
export class Registers {
  readonly #blocks: Float64Array[] = [];

  /** The register with this number, with room for at least `cells`. */
  take(number: number, cells: number): Float64Array {
    const kept = this.#blocks[number];
    if (kept !== undefined && kept.length >= cells) return kept;
    const made = new Float64Array(cells);
    this.#blocks[number] = made;
    return made;
  }
}

export class CellByCell {
  readonly #layout: Layout;
  readonly #nest: Nest;
  readonly #registers: Registers;

  constructor(layout: Layout, nest: Nest, registers: Registers) {
    this.#layout = layout;
    this.#nest = nest;
    this.#registers = registers;
  }

  register(number: number): Float64Array {
    return this.#registers.take(number, this.#nest.cells);
  }

  /** What puts the expression's value, cell by cell, into a register. Throws for what the plan gives a statement. */
  work(node: Expression, into: number): Work {
    const out = this.register(into);
    const count = this.#nest.cells;
    switch (node.kind) {
      case "number": {
        const { value } = node;
        return () => void out.fill(value, 0, count);
      }
      case "name":
        return load(this.#nest.reads({ name: node.name }), out, count);
      case "pick": {
        const member = node.member === null ? null : this.#layout.member(node.dim, node.member);
        return load(this.#nest.reads({ name: nameOf(node.arg), along: node.dim, member }), out, count);
      }
      case "unary": {
        const arg = this.work(node.arg, into);
        const loop = UNARY[node.op];
        return () => {
          arg();
          loop(out, count);
        };
      }
      case "binary":
        return this.#inTurn([node.left, node.right], into, BINARY[node.op]);
      case "choice":
        return this.#ofThree([node.test, node.yes, node.no], into, chooseCells);
      case "call":
        return this.#call(node, into);
      case "lag":
        return this.#lag(node, into);
      default:
        throw new Error(`A ${node.kind} was left inside a larger expression: the plan must give it a statement.`);
    }
  }

  #call({ fn, args }: Expression & { kind: "call" }, into: number): Work {
    if (fn === "clamp") return this.#ofThree(args, into, clampCells);
    const two = CALLS_OF_TWO[fn];
    if (two !== undefined && (args.length > 1 || fn !== "round")) return this.#inTurn(args, into, two);
    const one = CALLS_OF_ONE[fn];
    if (one === undefined) throw new Error(`${fn} of ${args.length} arguments has no loop.`);
    const out = this.register(into);
    const count = this.#nest.cells;
    const arg = this.work(args[0] as Expression, into);
    return () => {
      arg();
      one(out, count);
    };
  }

  /** The first argument with the second, the result with the third, and so on. */
  #inTurn(
    args: readonly Expression[],
    into: number,
    loop: (out: Float64Array, b: Float64Array, count: number) => void,
  ): Work {
    const out = this.register(into);
    const next = this.register(into + 1);
    const count = this.#nest.cells;
    const first = this.work(args[0] as Expression, into);
    const others = args.slice(1).map((arg) => this.work(arg, into + 1));
    return () => {
      first();
      for (const other of others) {
        other();
        loop(out, next, count);
      }
    };
  }

  #ofThree(
    args: readonly Expression[],
    into: number,
    loop: (out: Float64Array, b: Float64Array, c: Float64Array, count: number) => void,
  ): Work {
    const [out, b, c] = [this.register(into), this.register(into + 1), this.register(into + 2)];
    const count = this.#nest.cells;
    const works = args.map((arg, i) => this.work(arg, into + i));
    return () => {
      for (const work of works) work();
      loop(out, b, c, count);
    };
  }

  /** The start everywhere, then the earlier year where there is one. */
  #lag(node: Expression & { kind: "lag" }, into: number): Work {
    const nest = this.#nest;
    const { cells, years } = nest;
    const out = this.register(into);
    const before = this.work(node.before, into);
    const earlier = nest.reads({ name: nameOf(node.arg) });
    const back = node.years * earlier.stride;
    return () => {
      before();
      const { values, offsets } = earlier;
      const base = earlier.base - back;
      const wanted = node.years - nest.firstYear;
      for (let i = 0; i < cells; i++)
        if ((years[i] as number) >= wanted) out[i] = values[base + (offsets[i] as number)] as number;
    };
  }
}

/** Reads a stored block: most are in order, or the same for the whole block of cells. */
function load(operand: Operand, out: Float64Array, count: number): Work {
  const { offsets } = operand;
  if (offsets.every((offset) => offset === 0))
    return () => void out.fill(operand.values[operand.base] as number, 0, count);
  if (offsets.every((offset, i) => offset === i)) {
    return () => {
      const { values, base } = operand;
      for (let i = 0; i < count; i++) out[i] = values[base + i] as number;
    };
  }
  return () => {
    const { values, base } = operand;
    for (let i = 0; i < count; i++) out[i] = values[base + (offsets[i] as number)] as number;
  };
}

export function nameOf(node: Expression): string {
  if (node.kind === "name") return node.name;
  throw new Error(`A ${node.kind} is read at other cells than its own: the plan must store it.`);
}
