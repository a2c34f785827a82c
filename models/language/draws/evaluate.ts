/** The statements of a model worked out for all draws at once: each block becomes numbers and rows of the graph. */
import type { Expression } from "../expression.ts";
import { YEAR } from "../model.ts";
import type { Statement } from "../plan.ts";
import type { BlockWork } from "./block-work.ts";
import type { UnaryFunction } from "./cells.ts";
import { isConstant, numberBlock } from "./drawn-block.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import { interpolateBlock } from "./interpolation.ts";
import { reduceBlock } from "./reductions.ts";

/** Blocks by name, as far as they are worked out. */
export type BlockOf = (name: string) => DrawnBlock;

/** The block of a statement. */
export function evaluate(work: BlockWork, of: BlockOf, statement: Statement): DrawnBlock {
  return new Evaluation(work, of, null, statement.id).root(statement.root);
}

/** The block of a statement in one year (an index), without the dimension of years: for figures that need last year's. */
export function evaluateYear(work: BlockWork, of: BlockOf, statement: Statement, year: number): DrawnBlock {
  return new Evaluation(work, of, year, statement.id).root(statement.root);
}

class Evaluation {
  readonly #work: BlockWork;
  readonly #of: BlockOf;
  /** The year that is worked out; null for all years at once. */
  readonly #year: number | null;
  readonly #id: string;

  constructor(work: BlockWork, of: BlockOf, year: number | null, id: string) {
    this.#work = work;
    this.#of = of;
    this.#year = year;
    this.#id = id;
  }

  root(node: Expression): DrawnBlock {
    switch (node.kind) {
      case "reduce":
        return reduceBlock(this.#work, node.fn, this.#cell(node.arg), node.over);
      case "scan": {
        const arg = this.#cell(node.arg);
        const add = this.#scanStep(node.fn);
        if (this.#year !== null) {
          return this.#year === 0 ? arg : add(this.#atYear(this.#of(this.#id), this.#year - 1), arg);
        }
        return this.#byYear((year, last) =>
          last === null ? this.#atYear(arg, year) : add(last, this.#atYear(arg, year)),
        );
      }
      case "highest": {
        const years = this.#cell(node.years);
        const arg = this.#of(nameOf(node.arg));
        if (this.#year !== null) return this.#highest(arg, years, this.#year);
        return this.#byYear((year) => this.#highest(arg, this.#atYear(years, year), year));
      }
      case "interpolate": {
        // Read along the years, the curve is needed whole.
        const [arg, positions, where] = [node.arg, node.positions, node.where].map((part) =>
          node.dim === YEAR ? this.#of(nameOf(part)) : this.#name(nameOf(part)),
        );
        return interpolateBlock(this.#work, node.dim, {
          arg: arg as DrawnBlock,
          positions: positions as DrawnBlock,
          where: where as DrawnBlock,
          at: this.#cell(node.at),
        });
      }
      default:
        return this.#cell(node);
    }
  }

  #scanStep(fn: "cumsum" | "cumprod" | "cummax"): (last: DrawnBlock, next: DrawnBlock) => DrawnBlock {
    if (fn === "cumsum") return (last, next) => this.#work.add(last, next, 1);
    if (fn === "cumprod") return (last, next) => this.#work.multiply(last, next);
    return (last, next) =>
      this.#work.combine([last, next], (cells, c, r) =>
        cells.max(c[0] as number, r[0] as number, c[1] as number, r[1] as number),
      );
  }

  #byYear(part: (year: number, last: DrawnBlock | null) => DrawnBlock): DrawnBlock {
    const parts: DrawnBlock[] = [];
    for (let year = 0; year < this.#work.shapes.size(YEAR); year++) parts.push(part(year, parts.at(-1) ?? null));
    return this.#work.assemble(YEAR, parts);
  }

  #atYear(block: DrawnBlock, year: number): DrawnBlock {
    return this.#work.pick(block, YEAR, year);
  }

  #name(name: string): DrawnBlock {
    const block = this.#of(name);
    return this.#year === null ? block : this.#atYear(block, this.#year);
  }

  /** The largest of this year and of as many years before it as `years` says. */
  #highest(arg: DrawnBlock, years: DrawnBlock, year: number): DrawnBlock {
    const values = Array.from({ length: year + 1 }, (_, t) => this.#atYear(arg, t));
    const largest = (a: DrawnBlock, b: DrawnBlock): DrawnBlock =>
      this.#work.combine([a, b], (cells, c, r) =>
        cells.max(c[0] as number, r[0] as number, c[1] as number, r[1] as number),
      );
    // Year by year from this one back: an earlier one counts where the window reaches it.
    let top = values[year] as DrawnBlock;
    let running = top;
    for (let back = 1; back <= year; back++) {
      running = largest(running, values[year - back] as DrawnBlock);
      const reaches = this.#work.combine([years], (cells, c, r) =>
        cells.compare(">=", c[0] as number, r[0] as number, back, 0),
      );
      if (isConstant(reaches) && reaches.coefficient.values.every((answer) => answer === 0)) break;
      top = this.#work.choose(reaches, running, top);
    }
    return top;
  }

  #cell(node: Expression): DrawnBlock {
    const work = this.#work;
    switch (node.kind) {
      case "number":
        return numberBlock(node.value);
      case "name":
        return this.#name(node.name);
      case "unary": {
        const arg = this.#cell(node.arg);
        if (node.op === "-") return work.scale(arg, -1);
        if (node.op === "+") return arg;
        return work.combine([arg], (cells, c, r) => cells.not(c[0] as number, r[0] as number));
      }
      case "binary":
        return this.#binary(node);
      case "choice": {
        const test = this.#cell(node.test);
        return work.choose(test, this.#cell(node.yes), this.#cell(node.no));
      }
      case "call":
        return this.#call(node);
      case "lag":
        return this.#lag(node);
      case "pick": {
        const block = this.#of(nameOf(node.arg));
        const index = node.member === null ? 0 : (work.shapes.members[node.dim] ?? []).indexOf(node.member);
        if (this.#year !== null && node.dim !== YEAR)
          return this.#atYear(work.pick(block, node.dim, index), this.#year);
        return work.pick(block, node.dim, index);
      }
      default:
        throw new Error(`A ${node.kind} was left inside a larger expression: the plan must give it a statement.`);
    }
  }

  #binary(node: Expression & { kind: "binary" }): DrawnBlock {
    const work = this.#work;
    const [a, b] = [this.#cell(node.left), this.#cell(node.right)];
    const { op } = node;
    switch (op) {
      case "+":
        return work.add(a, b, 1);
      case "-":
        return work.add(a, b, -1);
      case "*":
        return work.multiply(a, b);
      case "/":
        return work.divide(a, b);
      case "^":
        return work.combine([a, b], (cells, c, r) =>
          cells.power(c[0] as number, r[0] as number, c[1] as number, r[1] as number),
        );
      case "and":
      case "or":
        return work.combine([a, b], (cells, c, r) =>
          cells[op](c[0] as number, r[0] as number, c[1] as number, r[1] as number),
        );
      default:
        return work.combine([a, b], (cells, c, r) =>
          cells.compare(op, c[0] as number, r[0] as number, c[1] as number, r[1] as number),
        );
    }
  }

  #call(node: Expression & { kind: "call" }): DrawnBlock {
    const work = this.#work;
    const args = node.args.map((arg) => this.#cell(arg));
    const [first, second, third] = args as [DrawnBlock, DrawnBlock, DrawnBlock];
    const extreme = (fn: "min" | "max", a: DrawnBlock, b: DrawnBlock): DrawnBlock =>
      work.combine([a, b], (cells, c, r) => cells[fn](c[0] as number, r[0] as number, c[1] as number, r[1] as number));
    switch (node.fn) {
      case "min":
      case "max": {
        const { fn } = node;
        return args.slice(1).reduce((top, arg) => extreme(fn, top, arg), first);
      }
      case "clamp":
        return extreme("min", extreme("max", first, second), third);
      case "ratio":
        return work.combine([first, second], (cells, c, r) =>
          cells.ratio(c[0] as number, r[0] as number, c[1] as number, r[1] as number),
        );
      case "round": {
        const digits = second === undefined ? 0 : (second.coefficient.values[0] as number);
        return work.combine([first], (cells, c, r) => cells.round(c[0] as number, r[0] as number, digits));
      }
      default: {
        const fn: UnaryFunction = node.fn;
        return work.combine([first], (cells, c, r) => cells.unary(fn, c[0] as number, r[0] as number));
      }
    }
  }

  #lag(node: Expression & { kind: "lag" }): DrawnBlock {
    const arg = this.#of(nameOf(node.arg));
    const before = this.#cell(node.before);
    const one = (year: number): DrawnBlock =>
      year < node.years ? this.#atYear(before, year) : this.#atYear(arg, year - node.years);
    return this.#year === null ? this.#byYear(one) : one(this.#year);
  }
}

function nameOf(node: Expression): string {
  if (node.kind !== "name")
    throw new Error(`A ${node.kind} is read at other cells than its own: the plan must store it.`);
  return node.name;
}
