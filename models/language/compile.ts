/**
 * Last passes: a model to kernels. Checks the model's own shape (ids, dimensions), runs the passes in order and makes
 * one function a statement. Everything that can be refused is refused here, before any number is seen.
 */
import { checkDimensions } from "./dimensions.ts";
import { emitKernel } from "./emit.ts";
import type { Layout } from "./emit.ts";
import { FormulaError, within } from "./formula-error.ts";
import { YEAR } from "./model.ts";
import type { Model, ModelInput } from "./model.ts";
import { RESERVED_NAMES, resolveNames } from "./names.ts";
import type { Names } from "./names.ts";
import { orderStatements } from "./order.ts";
import { parseFormula } from "./parse.ts";
import { planStatements, readsOf } from "./plan.ts";
import type { Plan } from "./plan.ts";

/** Sizes of the dimensions, buffers of the blocks, positions of named members, and the years to work out. */
export type Kernel = (n: Int32Array, b: readonly Float64Array[], m: Int32Array, from: number, to: number) => void;

export interface CompiledStatement {
  readonly id: string;
  readonly owner: string;
  readonly dims: readonly string[];
  readonly slot: number;
  /** Slots of the blocks it reads. */
  readonly reads: readonly number[];
  readonly kernel: Kernel;
}

export interface CompiledStep {
  readonly statements: readonly CompiledStatement[];
  readonly byYear: boolean;
}

export interface CompiledModel {
  readonly model: Model;
  readonly dimensions: readonly string[];
  /** Slot of every input and variable by id. */
  readonly slots: ReadonlyMap<string, number>;
  readonly slotCount: number;
  readonly steps: readonly CompiledStep[];
  /** Members named in formulas, in the order kernels look them up. */
  readonly members: readonly { readonly dim: string; readonly member: string }[];
}

/** Compiles a model. Throws FormulaError with the variable, what is wrong and what to write instead. */
export function compileModel(model: Model): CompiledModel {
  const plan = planModel(model);
  const dimensions = model.dimensions.map((dimension) => dimension.id);
  const slots = new Map<string, number>();
  for (const input of model.inputs) slots.set(input.id, slots.size);
  for (const statement of plan.statements) slots.set(statement.id, slots.size);
  const members: { dim: string; member: string }[] = [];
  const layout: Layout = {
    dimension: (dim) => dimensions.indexOf(dim),
    slot: (name) => known(slots.get(name), name),
    dims: (name) => known(plan.dims.get(name), name),
    member: (dim, member) => {
      const found = members.findIndex((one) => one.dim === dim && one.member === member);
      return found >= 0 ? found : members.push({ dim, member }) - 1;
    },
  };
  const steps = orderStatements(plan.statements);
  const kernels = build(steps.flatMap((step) => step.statements.map((statement) => emitKernel(statement, layout))));
  let next = 0;
  return {
    model,
    dimensions,
    slots,
    slotCount: slots.size,
    members,
    steps: steps.map((step) => ({
      byYear: step.byYear,
      statements: step.statements.map((statement) => ({
        id: statement.id,
        owner: statement.owner,
        dims: statement.dims,
        slot: layout.slot(statement.id),
        reads: readsOf(statement).map((read) => layout.slot(read.name)),
        kernel: kernels[next++] as Kernel,
      })),
    })),
  };
}

/** The passes up to the plan: parse, names, dimensions, statements. */
export function planModel(model: Model): Plan {
  const names = checkNames(model);
  const inputs = new Map(model.inputs.map((input) => [input.id, input.dims]));
  const dims = new Map([
    ...inputs,
    ...model.variables.map((variable): [string, readonly string[]] => [variable.id, variable.dims]),
  ]);
  const checked = model.variables.map((variable) =>
    within(variable.id, () => {
      const expression = resolveNames(parseFormula(variable.formula), names);
      checkDimensions(variable.dims, expression, (name) => dims.get(name) ?? [], variable.id);
      return { id: variable.id, dims: variable.dims, expression };
    }),
  );
  return planStatements(
    checked,
    inputs,
    model.dimensions.map((dimension) => dimension.id),
  );
}

function checkNames(model: Model): Names {
  const dimensions = new Set(model.dimensions.map((dimension) => dimension.id));
  if (!dimensions.has(YEAR)) throw new FormulaError("formula.dimensions", `A model needs a dimension called ${YEAR}.`);
  const blocks = new Set<string>();
  for (const block of [...model.inputs, ...model.variables]) {
    within(block.id, () => checkBlock(block, dimensions, blocks));
    blocks.add(block.id);
  }
  return { dimensions, blocks };
}

function checkBlock(block: ModelInput, dimensions: ReadonlySet<string>, blocks: ReadonlySet<string>): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(block.id)) {
    throw new FormulaError("formula.name", "An id is a letter followed by letters, digits or _.");
  }
  if (blocks.has(block.id)) throw new FormulaError("formula.name", "The id is used twice.");
  if (dimensions.has(block.id)) throw new FormulaError("formula.name", "The id is also the name of a dimension.");
  if (RESERVED_NAMES.has(block.id)) throw new FormulaError("formula.name", "The id is also the name of a function.");
  for (const dim of block.dims) {
    if (!dimensions.has(dim)) throw new FormulaError("formula.dimensions", `There is no dimension called "${dim}".`);
  }
  if (new Set(block.dims).size !== block.dims.length) {
    throw new FormulaError("formula.dimensions", `A dimension is named twice: ${block.dims.join(", ")}.`);
  }
}

/** Helpers that every kernel may call; `round` goes half away from zero, on the decimal digits that are printed. */
const HELPERS = `"use strict";
function ratio(a, b) { return b === 0 ? 0 : a / b; }
function clamp(x, low, high) { return Math.min(Math.max(x, low), high); }
function round(x, digits) {
  const size = Math.abs(x), d = digits || 0;
  if (!(size < 1e21)) return x;
  const [number, power] = String(size).split("e");
  const moved = Math.round(Number(number + "e" + (Number(power || 0) + d)));
  return moved < 9007199254740992 ? Math.sign(x) * Number(moved + "e" + -d) : x;
}
`;

function build(kernels: readonly string[]): readonly Kernel[] {
  // The text is generated names and numeric literals only (emit.ts): no part of a formula as typed is in it.
  const make = new Function(`${HELPERS}return [${kernels.join(",\n")}];`) as () => readonly Kernel[];
  return make();
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`There is no block called "${name}".`);
  return value;
}
