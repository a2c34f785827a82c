/**
 * What one run may take. Checked before anything is allocated, from the sizes of the dimensions alone; time is asked for
 * while it runs. A refusal names the variable, how large it is, and what to take out.
 */
import { partsOf } from "./expression.ts";
import type { BinaryOperator, CellFunction, Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { YEAR } from "./model.ts";

export interface RunLimits {
  /** Most cells of one block, 8 bytes each. */
  readonly mostCells: number;
  /** Most cells of all blocks that a run works out. */
  readonly mostCellsInAll: number;
  /** Most steps of arithmetic for one block: about a nanosecond each. */
  readonly mostSteps: number;
  /** True when the time is up. Asked between blocks, and between the years of a long one. */
  readonly deadline: () => boolean;
}

/** For a whole model: memory that a usual computer has, and no clock. */
export const MODEL_LIMITS: RunLimits = {
  mostCells: 50_000_000,
  mostCellsInAll: 150_000_000,
  mostSteps: 20_000_000_000,
  deadline: () => false,
};

/** From this many steps on a block is worked out one year at a time, with a look at the clock between. */
export const LONG_STEPS = 5_000_000;

/** The part of a statement that its size follows from. */
export interface Sized {
  readonly id: string;
  readonly owner: string;
  readonly dims: readonly string[];
  readonly root: Expression;
}

/** Throws FormulaError where the blocks, or one of them, are larger than may be. `size` gives a dimension's members. */
export function checkSizes(statements: readonly Sized[], size: (dim: string) => number, limits: RunLimits): void {
  let inAll = 0;
  for (const statement of statements) {
    const cells = cellsOf(statement.dims, size);
    if (cells > limits.mostCells) throw tooManyCells(statement, cells, size, limits.mostCells);
    const steps = stepsOf(statement, size);
    if (steps > limits.mostSteps) throw tooManySteps(statement, steps, size, limits.mostSteps);
    inAll += cells;
    if (inAll > limits.mostCellsInAll) {
      throw new FormulaError(
        "model.too-large",
        `the figures up to this one have more than ${grouped(limits.mostCellsInAll)} cells in all, the most that is kept in memory. Take out a dimension or ask for fewer figures.`,
        statement.owner,
      );
    }
  }
}

/** Steps of arithmetic to work out a statement: the cells of its loops, times what each one takes. */
export function stepsOf({ dims, root }: Sized, size: (dim: string) => number): number {
  return cellsOf(loopsOf(dims, root), size) * weightOf(root, size);
}

/** The refusal of a run whose time is up. */
export function outOfTime(owner: string): FormulaError {
  return new FormulaError(
    "model.out-of-time",
    "the time allowed was used up while this was worked out. Add up over dimensions earlier in the formula, or ask for less at a time.",
    owner,
  );
}

/** Dimensions that a statement's loops run over: its own, and those that it adds up. */
function loopsOf(dims: readonly string[], root: Expression): readonly string[] {
  return root.kind === "reduce" ? [...new Set([...dims, ...root.over])] : dims;
}

function cellsOf(dims: readonly string[], size: (dim: string) => number): number {
  return dims.reduce((cells, dim) => cells * size(dim), 1);
}

const SIGNS: Partial<Readonly<Record<BinaryOperator, number>>> = { "^": 25 };
const FUNCTIONS: Partial<Readonly<Record<CellFunction, number>>> = { exp: 10, log: 10, sqrt: 3, round: 150 };

/** Steps for one cell, measured roughly against an addition. */
function weightOf(node: Expression, size: (dim: string) => number): number {
  const parts = partsOf(node).reduce((sum, part) => sum + weightOf(part, size), 0);
  switch (node.kind) {
    case "binary":
      return parts + (SIGNS[node.op] ?? 1);
    case "call":
      return parts + (FUNCTIONS[node.fn] ?? 1) * node.args.length;
    case "highest":
      return parts + 2 * size(YEAR);
    case "interpolate":
      return parts + 4 * size(node.dim);
    default:
      return parts + 1;
  }
}

function tooManyCells(
  { id, owner, dims }: Sized,
  cells: number,
  size: (dim: string) => number,
  most: number,
): FormulaError {
  const what = id === owner ? "it has" : "a part of its formula has";
  return new FormulaError(
    "model.too-large",
    `${what} ${grouped(cells)} cells, by ${inMembers(dims, size)}; the most is ${grouped(most)}. Take out a dimension, most of all ${largest(dims, size)}.`,
    owner,
  );
}

function tooManySteps(
  { owner, dims, root }: Sized,
  steps: number,
  size: (dim: string) => number,
  most: number,
): FormulaError {
  const loops = loopsOf(dims, root);
  return new FormulaError(
    "model.too-large",
    `it takes about ${grouped(steps)} steps, over ${inMembers(loops, size)}; the most is ${grouped(most)}. Add up over a dimension earlier in the formula, most of all ${largest(loops, size)}.`,
    owner,
  );
}

function inMembers(dims: readonly string[], size: (dim: string) => number): string {
  return dims.map((dim) => `${dim} (${grouped(size(dim))})`).join(", ");
}

function largest(dims: readonly string[], size: (dim: string) => number): string {
  return [...dims].sort((a, b) => size(b) - size(a))[0] ?? "";
}

/** 1234567 as 1,234,567; very large numbers in powers of ten. */
function grouped(n: number): string {
  if (n >= 1e15) return n.toExponential(1).replace("e+", " x 10^");
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ",");
}
