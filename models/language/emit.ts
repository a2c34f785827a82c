/**
 * Turns one statement into the text of a loop nest. The text holds generated names (a0, p0, i2, ...) and numeric
 * literals only; nothing that a person typed reaches it.
 */
import type { Layout } from "./back-end.ts";
import type { BinaryOperator, CellFunction, Expression } from "./expression.ts";
import { YEAR } from "./model.ts";
import type { Statement } from "./plan.ts";

/** A way of reading a stored block: `along` is a dimension whose index the kernel moves by itself. */
interface Operand {
  readonly name: string;
  readonly dims: readonly string[];
  readonly start: string;
  readonly along: string | null;
}

const OPERATORS: Readonly<Record<Exclude<BinaryOperator, "^">, string>> = {
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  "==": "===",
  "!=": "!==",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  and: "&&",
  or: "||",
};
const CALLS: Readonly<Record<CellFunction, string>> = {
  min: "Math.min",
  max: "Math.max",
  exp: "Math.exp",
  log: "Math.log",
  sqrt: "Math.sqrt",
  abs: "Math.abs",
  floor: "Math.floor",
  ceil: "Math.ceil",
  round: "round",
  clamp: "clamp",
  ratio: "ratio",
};
const START = { sum: "0", mean: "0", prod: "1", min: "Infinity", max: "-Infinity" } as const;

/** Text of `function (n, b, m, from, to)`: sizes, buffers, member positions, and the range of years to work out. */
export function emitKernel(statement: Statement, layout: Layout): string {
  const kernel = new Kernel(statement, layout);
  return kernel.text();
}

class Kernel {
  readonly #statement: Statement;
  readonly #layout: Layout;
  readonly #operands: Operand[] = [];
  readonly #keys = new Map<string, number>();

  constructor(statement: Statement, layout: Layout) {
    this.#statement = statement;
    this.#layout = layout;
  }

  text(): string {
    const { root, dims } = this.#statement;
    const loops = [...dims];
    const inner = root.kind === "reduce" ? root.over : [];
    const out = this.#operand({ name: this.#statement.id, dims, start: "0", along: null });
    const body = this.#body(root, out);
    const nest = this.#nest(loops, inner, body, root);
    return `function (n, b, m, from, to) {\n${this.#declarations()}${nest}}`;
  }

  /** What happens at one cell: statements ending in a store, or in an accumulation for a reduction. */
  #body(root: Expression, out: number): string {
    const store = (value: string): string => `a${out}[${this.#offset(out)}] = ${value};\n`;
    switch (root.kind) {
      case "reduce": {
        const value = this.#cell(root.arg);
        if (root.fn === "prod") return `acc *= ${value};\n`;
        if (root.fn === "min" || root.fn === "max") return `acc = Math.${root.fn}(acc, ${value});\n`;
        return `acc += ${value};\n`;
      }
      case "scan": {
        const value = this.#cell(root.arg);
        const year = this.#index(YEAR);
        const last = `a${out}[${this.#offset(out)} - ${this.#stride(out, YEAR)}]`;
        if (root.fn === "cumsum") return store(`(${year} > 0 ? ${last} : 0) + ${value}`);
        if (root.fn === "cumprod") return store(`(${year} > 0 ? ${last} : 1) * ${value}`);
        return store(`${year} > 0 ? Math.max(${last}, ${value}) : ${value}`);
      }
      case "highest": {
        const arg = this.#along(root.arg, YEAR);
        const year = this.#index(YEAR);
        const value = `a${arg}[${this.#offset(arg)} + y * ${this.#stride(arg, YEAR)}]`;
        return (
          `let top = -Infinity;\n` +
          `for (let y = Math.max(0, ${year} - Math.floor(${this.#cell(root.years)})); y <= ${year}; y++) top = Math.max(top, ${value});\n` +
          store("top")
        );
      }
      case "interpolate":
        return this.#interpolation(root, store);
      default:
        return store(this.#cell(root));
    }
  }

  #interpolation(root: Expression & { kind: "interpolate" }, store: (value: string) => string): string {
    const read = (node: Expression, j: string): string => {
      const operand = this.#along(node, root.dim);
      const has = (this.#operands[operand] as Operand).dims.includes(root.dim);
      return `a${operand}[${this.#offset(operand)}${has ? ` + ${j} * ${this.#stride(operand, root.dim)}` : ""}]`;
    };
    return (
      `const x = ${this.#cell(root.at)};\n` +
      `let lo = -1, hi = -1, qlo = 0, qhi = 0;\n` +
      `for (let j = 0; j < n[${this.#layout.dimension(root.dim)}]; j++) {\n` +
      `if (!(${read(root.where, "j")} > 0)) continue;\n` +
      `const q = ${read(root.positions, "j")};\n` +
      `if (q <= x && (lo < 0 || q > qlo)) { lo = j; qlo = q; }\n` +
      `if (q >= x && (hi < 0 || q < qhi)) { hi = j; qhi = q; }\n}\n` +
      `const vlo = lo < 0 ? 0 : ${read(root.arg, "lo")}, vhi = hi < 0 ? 0 : ${read(root.arg, "hi")};\n` +
      store(`lo < 0 ? vhi : hi < 0 || qlo === qhi ? vlo : vlo + (vhi - vlo) * ((x - qlo) / (qhi - qlo))`)
    );
  }

  #cell(node: Expression): string {
    switch (node.kind) {
      case "number":
        return literal(node.value);
      case "name": {
        const operand = this.#operand({ name: node.name, dims: this.#layout.dims(node.name), start: "0", along: null });
        return `a${operand}[${this.#offset(operand)}]`;
      }
      case "unary":
        return node.op === "not" ? `(!${this.#cell(node.arg)})` : `(${node.op}${this.#cell(node.arg)})`;
      case "binary":
        if (node.op === "^") return `Math.pow(${this.#cell(node.left)}, ${this.#cell(node.right)})`;
        return `(${this.#cell(node.left)} ${OPERATORS[node.op]} ${this.#cell(node.right)})`;
      case "choice":
        return `(${this.#cell(node.test)} ? ${this.#cell(node.yes)} : ${this.#cell(node.no)})`;
      case "call":
        return `${CALLS[node.fn]}(${node.args.map((arg) => this.#cell(arg)).join(", ")})`;
      case "lag": {
        const operand = this.#plain(node.arg);
        const earlier = `a${operand}[${this.#offset(operand)} - ${node.years} * ${this.#stride(operand, YEAR)}]`;
        return `(${this.#index(YEAR)} >= ${node.years} ? ${earlier} : ${this.#cell(node.before)})`;
      }
      case "pick": {
        const name = nameOf(node.arg);
        const dims = this.#layout.dims(name);
        const position = node.member === null ? "0" : `m[${this.#layout.member(node.dim, node.member)}]`;
        const start = `${position} * ${strideText(dims, node.dim, this.#layout)}`;
        const operand = this.#operand({ name, dims: dims.filter((dim) => dim !== node.dim), start, along: null });
        return `a${operand}[${this.#offset(operand)}]`;
      }
      default:
        throw new Error(`A ${node.kind} was left inside a larger expression: the plan must give it a statement.`);
    }
  }

  #plain(node: Expression): number {
    const name = nameOf(node);
    return this.#operand({ name, dims: this.#layout.dims(name), start: "0", along: null });
  }

  #along(node: Expression, dim: string): number {
    const name = nameOf(node);
    return this.#operand({ name, dims: this.#layout.dims(name), start: "0", along: dim });
  }

  #operand(operand: Operand): number {
    const key = JSON.stringify(operand);
    let index = this.#keys.get(key);
    if (index === undefined) {
      index = this.#operands.length;
      this.#operands.push(operand);
      this.#keys.set(key, index);
    }
    return index;
  }

  #index(dim: string): string {
    return `i${this.#layout.dimension(dim)}`;
  }

  #stride(operand: number, dim: string): string {
    return `s${operand}_${this.#layout.dimension(dim)}`;
  }

  /** Name of the operand's running offset, which the loops fill in at every level where it moves. */
  #offset(operand: number): string {
    return `p${operand}`;
  }

  #declarations(): string {
    return this.#operands
      .map((operand, j) => {
        const stored = this.#layout.dims(operand.name);
        const strides = operand.dims.map(
          (dim) => `s${j}_${this.#layout.dimension(dim)} = ${strideText(stored, dim, this.#layout)}`,
        );
        return `const ${[`a${j} = b[${this.#layout.slot(operand.name)}]`, ...strides].join(", ")};\n`;
      })
      .join("");
  }

  /** Loops over `loops`, then over `inner` for a reduction; offsets move where their operand has the dimension. */
  #nest(loops: readonly string[], inner: readonly string[], body: string, root: Expression): string {
    const all = [...loops, ...inner];
    const depthOf = (operand: Operand): number =>
      Math.max(0, ...operand.dims.filter((dim) => dim !== operand.along).map((dim) => all.indexOf(dim) + 1));
    const at: string[] = Array.from({ length: all.length + 1 }, () => "");
    this.#operands.forEach((operand, j) => {
      const moving = operand.dims.filter((dim) => dim !== operand.along);
      let running = operand.start;
      const last = depthOf(operand);
      all.forEach((dim, level) => {
        if (!moving.includes(dim)) return;
        const here = level + 1 === last ? `p${j}` : `p${j}_${level}`;
        at[level + 1] +=
          `const ${here} = ${running === "0" ? "" : `${running} + `}${this.#index(dim)} * ${this.#stride(j, dim)};\n`;
        running = here;
      });
      if (last === 0) at[0] += `const p${j} = ${operand.start};\n`;
    });
    const open = (dim: string, level: number): string => {
      const i = this.#index(dim);
      const size = `n[${this.#layout.dimension(dim)}]`;
      const byYear = dim === YEAR && level <= loops.length;
      return `for (let ${i} = ${byYear ? "from" : "0"}, e${level} = ${byYear ? "to" : size}; ${i} < e${level}; ${i}++) {\n${at[level]}`;
    };
    let text = at[0] as string;
    loops.forEach((dim, i) => (text += open(dim, i + 1)));
    if (root.kind === "reduce") {
      const count = root.over.map((dim) => `n[${this.#layout.dimension(dim)}]`).join(" * ");
      text += `let acc = ${START[root.fn]};\n`;
      inner.forEach((dim, i) => (text += open(dim, loops.length + i + 1)));
      text += body + "}\n".repeat(inner.length);
      text += `a0[p0] = acc${root.fn === "mean" ? ` / (${count})` : ""};\n`;
    } else {
      text += body;
    }
    return text + "}\n".repeat(loops.length);
  }
}

function nameOf(node: Expression): string {
  if (node.kind !== "name")
    throw new Error(`A ${node.kind} is read at other cells than its own: the plan must store it.`);
  return node.name;
}

function strideText(dims: readonly string[], dim: string, layout: Layout): string {
  const later = dims.slice(dims.indexOf(dim) + 1);
  return later.length === 0 ? "1" : later.map((name) => `n[${layout.dimension(name)}]`).join(" * ");
}

function literal(value: number): string {
  if (!Number.isFinite(value)) throw new Error("Only finite numbers are written into a kernel.");
  return value < 0 || Object.is(value, -0) ? `(${String(value)})` : String(value);
}
