/**
 * A plain interpreter: the model worked out cell by cell, each formula evaluated by mathjs itself. It shares no pass
 * with the compiler but the written-form check, and is hundreds of times slower: it is the oracle that compiled results
 * are compared with.
 *
 * Comparisons, floor and ceil are exact here as in the compiled form; mathjs by default calls nearly equal numbers equal.
 */
import { all, create } from "mathjs/number";
import type { AccessorNode, EvalFunction, FunctionNode, MathNode, SymbolNode } from "mathjs/number";
import { daysOfYear } from "./calendar.ts";
import { DAYS } from "./functions.ts";
import { namedMember } from "./look-up.ts";
import { YEAR } from "./model.ts";
import type { Model, ModelVariable } from "./model.ts";
import { cellCount, sizeOf, stridesOf } from "./named-array.ts";
import type { Members, NamedArray } from "./named-array.ts";
import { PER_CENT, shareOf } from "./per-cent.ts";
import type { ModelInputs } from "./runner.ts";
import { checkWrittenForm } from "./written-form.ts";

/** The position along each dimension. */
type Cell = Readonly<Record<string, number>>;
type Value = (cell: Cell) => number;

const math = create(all ?? {});
math.import(
  {
    larger: (a: number, b: number) => a > b,
    largerEq: (a: number, b: number) => a >= b,
    smaller: (a: number, b: number) => a < b,
    smallerEq: (a: number, b: number) => a <= b,
    equal: (a: number, b: number) => a === b,
    unequal: (a: number, b: number) => a !== b,
    floor: (a: number) => Math.floor(a),
    ceil: (a: number) => Math.ceil(a),
  },
  { override: true },
);
const OWN_FUNCTIONS = {
  ratio: (a: number, b: number): number => (b === 0 ? 0 : a / b),
  clamp: (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high),
  [PER_CENT]: shareOf,
};

/** The asked variables, worked out cell by cell. The model must be one that `compileModel` accepts. */
export function interpretModel(
  model: Model,
  inputs: ModelInputs,
  members: Members,
  ids: readonly string[],
): ReadonlyMap<string, NamedArray> {
  const interpreter = new Interpreter(model, inputs, members);
  return new Map(ids.map((id) => [id, interpreter.block(id)]));
}

class Interpreter {
  readonly #members: Members;
  readonly #inputs: ModelInputs;
  readonly #variables: ReadonlyMap<string, ModelVariable>;
  readonly #dimensions: ReadonlySet<string>;
  readonly #formulas = new Map<string, Value>();
  readonly #known = new Map<string, Map<number, number>>();

  constructor(model: Model, inputs: ModelInputs, members: Members) {
    this.#members = members;
    this.#inputs = inputs;
    this.#variables = new Map(model.variables.map((variable) => [variable.id, variable]));
    this.#dimensions = new Set(model.dimensions.map((dimension) => dimension.id));
  }

  block(id: string): NamedArray {
    const dims = this.#dims(id);
    const values = new Float64Array(cellCount(this.#members, dims));
    for (let i = 0; i < values.length; i++) values[i] = this.#read(id, this.#cellAt(dims, i));
    return { dims, values };
  }

  #dims(id: string): readonly string[] {
    const dims = this.#inputs.get(id)?.dims ?? this.#variables.get(id)?.dims;
    if (dims === undefined) throw new Error(`There is no variable or input called "${id}".`);
    return dims;
  }

  #cellAt(dims: readonly string[], index: number): Cell {
    const strides = stridesOf(this.#members, dims);
    return Object.fromEntries(
      dims.map((dim) => [dim, Math.floor(index / (strides[dim] ?? 1)) % sizeOf(this.#members, dim)]),
    );
  }

  #read(id: string, cell: Cell): number {
    const strides = stridesOf(this.#members, this.#dims(id));
    const index = this.#dims(id).reduce((sum, dim) => sum + (cell[dim] ?? 0) * (strides[dim] ?? 0), 0);
    const input = this.#inputs.get(id);
    if (input !== undefined) return input.values[index] ?? Number.NaN;
    const known = this.#known.get(id) ?? new Map<number, number>();
    this.#known.set(id, known);
    let value = known.get(index);
    if (value === undefined) {
      value = this.#formula(id)(cell);
      known.set(index, value);
    }
    return value;
  }

  #formula(id: string): Value {
    let formula = this.#formulas.get(id);
    if (formula === undefined) {
      const text = this.#variables.get(id)?.formula ?? "";
      formula = this.#prepare(math.parse(checkWrittenForm(text)));
      this.#formulas.set(id, formula);
    }
    return formula;
  }

  /** A formula for mathjs, in which names and the language's own functions have become symbols that are worked out first. */
  #prepare(node: MathNode): Value {
    const holes: Value[] = [];
    const withHoles = node.transform((inner: MathNode) => {
      const hole = this.#hole(inner);
      if (hole === null) return inner;
      holes.push(hole);
      return new math.SymbolNode(`hole${holes.length - 1}`);
    });
    const compiled: EvalFunction = withHoles.compile();
    return (cell) => {
      const scope = new Map<string, unknown>(Object.entries(OWN_FUNCTIONS));
      holes.forEach((hole, i) => scope.set(`hole${i}`, hole(cell)));
      return Number(compiled.evaluate(scope));
    };
  }

  #hole(node: MathNode): Value | null {
    if (node.type === "SymbolNode") {
      const { name } = node as SymbolNode;
      const isBlock = this.#inputs.has(name) || this.#variables.has(name);
      return isBlock ? (cell) => this.#read(name, cell) : null;
    }
    if (node.type === "AccessorNode") return this.#lookUp(node as AccessorNode);
    if (node.type !== "FunctionNode") return null;
    const call = node as FunctionNode;
    const name = (call.fn as unknown as SymbolNode).name;
    const [first, second, third] = call.args as [MathNode, MathNode, MathNode];
    const dims = call.args.slice(1).map((arg) => (arg.type === "SymbolNode" ? (arg as SymbolNode).name : ""));
    switch (name) {
      case "sum":
      case "mean":
      case "prod":
      case "min":
      case "max":
        return dims.length > 0 && dims.every((dim) => this.#dimensions.has(dim))
          ? this.#reduction(name, first, dims)
          : null;
      case "cumsum":
      case "cumprod":
      case "cummax":
        return this.#scan(name, first);
      case "lag":
        return this.#lag(first, second, third);
      case "highest":
        return this.#highest(first, second);
      case DAYS:
        return (cell) => daysOfYear(this.#members[YEAR]?.[cell[YEAR] ?? 0] ?? "");
      case "at":
        return this.#pick(first, dims[0] ?? "", String((third as unknown as { value: unknown }).value));
      case "baseYear":
        return this.#pick(first, YEAR, null);
      case "interpolate":
        return this.#interpolation(call.args, dims[0] ?? "");
      default:
        return null;
    }
  }

  #reduction(name: "sum" | "mean" | "prod" | "min" | "max", node: MathNode, dims: readonly string[]): Value {
    const value = this.#prepare(node);
    return (cell) => {
      const values = this.#along(cell, dims).map(value);
      if (name === "prod") return values.reduce((product, one) => product * one, 1);
      if (name === "min") return Math.min(...values);
      if (name === "max") return Math.max(...values);
      const sum = values.reduce((total, one) => total + one, 0);
      return name === "sum" ? sum : sum / values.length;
    };
  }

  /** The cells that a cell stands for along dimensions it does not have. */
  #along(cell: Cell, dims: readonly string[]): readonly Cell[] {
    return dims.reduce<readonly Cell[]>(
      (cells, dim) =>
        cells.flatMap((one) => Array.from({ length: sizeOf(this.#members, dim) }, (_, i) => ({ ...one, [dim]: i }))),
      [cell],
    );
  }

  #scan(name: "cumsum" | "cumprod" | "cummax", node: MathNode): Value {
    const value = this.#prepare(node);
    return (cell) => {
      const values = Array.from({ length: (cell[YEAR] ?? 0) + 1 }, (_, t) => value({ ...cell, [YEAR]: t }));
      if (name === "cumprod") return values.reduce((product, one) => product * one, 1);
      return name === "cumsum" ? values.reduce((sum, one) => sum + one, 0) : Math.max(...values);
    };
  }

  #lag(node: MathNode, years: MathNode, before: MathNode | undefined): Value {
    const value = this.#prepare(node);
    const back = Number(years.toString());
    const start = before === undefined ? () => 0 : this.#prepare(before);
    return (cell) => {
      const year = (cell[YEAR] ?? 0) - back;
      return year < 0 ? start(cell) : value({ ...cell, [YEAR]: year });
    };
  }

  #highest(node: MathNode, years: MathNode): Value {
    const value = this.#prepare(node);
    const back = this.#prepare(years);
    return (cell) => {
      const year = cell[YEAR] ?? 0;
      const first = Math.max(0, year - Math.floor(back(cell)));
      return Math.max(...Array.from({ length: year - first + 1 }, (_, i) => value({ ...cell, [YEAR]: first + i })));
    };
  }

  #lookUp({ object, index }: AccessorNode): Value {
    const value = this.#prepare(object);
    const positions = index.dimensions
      .map(namedMember)
      .map(({ dim, member }): [string, number] => [dim, (this.#members[dim] ?? []).indexOf(member)]);
    return (cell) => value({ ...cell, ...Object.fromEntries(positions) });
  }

  #pick(node: MathNode, dim: string, member: string | null): Value {
    const value = this.#prepare(node);
    const position = member === null ? 0 : (this.#members[dim] ?? []).indexOf(member);
    return (cell) => value({ ...cell, [dim]: position });
  }

  #interpolation(args: readonly MathNode[], dim: string): Value {
    const [curve, positions, at, where] = [args[0], args[2], args[3], args[4]].map((node) =>
      this.#prepare(node as MathNode),
    );
    return (cell) => {
      const x = at?.(cell) ?? 0;
      const points = this.#along(cell, [dim])
        .filter((one) => (where?.(one) ?? 0) > 0)
        .map((one) => ({ position: positions?.(one) ?? 0, value: curve?.(one) ?? 0 }))
        // Of members at the same position the first counts.
        .filter(({ position }, i, all) => all.findIndex((other) => other.position === position) === i)
        .sort((a, b) => a.position - b.position);
      const above = points.find((point) => point.position >= x);
      const below = points.findLast((point) => point.position <= x);
      if (below === undefined || above === undefined) return (below ?? above)?.value ?? 0;
      if (below.position === above.position) return below.value;
      const share = (x - below.position) / (above.position - below.position);
      return below.value + (above.value - below.value) * share;
    };
  }
}
