/**
 * Last passes: a model to kernels. Checks the model's own shape (ids, dimensions), runs the passes in order and makes
 * one function a statement. Everything that can be refused is refused here, before any number is seen.
 */
import type { BackEnd, BackEndKind, Kernel, Layout } from "./back-end.ts";
import { DAYS_OF_YEAR } from "./calendar.ts";
import { closureBackEnd } from "./closures/back-end.ts";
import { checkDimensions } from "./dimensions.ts";
import { partsOf } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { FormulaError, within } from "./formula-error.ts";
import { RESERVED_NAMES } from "./functions.ts";
import { generatedBackEnd, refusesCode } from "./generated.ts";
import { YEAR } from "./model.ts";
import type { Model, ModelInput } from "./model.ts";
import { resolveNames } from "./names.ts";
import type { Names } from "./names.ts";
import { orderStatements } from "./order.ts";
import { parseFormula } from "./parse.ts";
import { planStatements, readsOf } from "./plan.ts";
import type { CheckedVariable, Plan, Statement } from "./plan.ts";
import { checkUnits } from "./units/index.ts";

export interface CompileOptions {
  /** By default generated code, and closures where code may not be made from text. A back end of one's own serves tests. */
  readonly backEnd?: BackEndKind | BackEnd;
}

export interface CompiledStatement {
  readonly id: string;
  readonly owner: string;
  readonly dims: readonly string[];
  readonly root: Expression;
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
  /** As given, and with the inputs that the language fills by itself (calendar.ts). */
  readonly model: Model;
  /** What the kernels are made of. */
  readonly backEnd: BackEndKind;
  readonly dimensions: readonly string[];
  /** Slot of every input and variable by id. */
  readonly slots: ReadonlyMap<string, number>;
  readonly slotCount: number;
  readonly steps: readonly CompiledStep[];
  /** Members named in formulas, in the order kernels look them up. */
  readonly members: readonly { readonly dim: string; readonly member: string }[];
}

/** Compiles a model. Throws FormulaError with the variable, what is wrong and what to write instead. */
export function compileModel(model: Model, options: CompileOptions = {}): CompiledModel {
  const plan = planModel(model);
  const dimensions = model.dimensions.map((dimension) => dimension.id);
  const slots = new Map<string, number>();
  for (const input of plan.inputs) slots.set(input.id, slots.size);
  for (const statement of plan.statements) slots.set(statement.id, slots.size);
  const steps = orderStatements(plan.statements);
  const members = namedMembers(plan.statements);
  const layout: Layout = {
    dimension: (dim) => dimensions.indexOf(dim),
    slot: (name) => known(slots.get(name), name),
    dims: (name) => known(plan.dims.get(name), name),
    member: (dim, member) => members.findIndex((one) => one.dim === dim && one.member === member),
  };
  const built = build(
    steps.flatMap((step) => step.statements),
    layout,
    options.backEnd,
  );
  let next = 0;
  return {
    model: { ...model, inputs: plan.inputs },
    backEnd: built.kind,
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
        root: statement.root,
        slot: layout.slot(statement.id),
        reads: readsOf(statement).map((read) => layout.slot(read.name)),
        kernel: built.kernels[next++] as Kernel,
      })),
    })),
  };
}

export interface ModelPlan extends Plan {
  /** The model's inputs, and those that the language fills by itself. */
  readonly inputs: readonly ModelInput[];
}

/** The passes up to the plan: parse, names, dimensions, units, statements. */
export function planModel(model: Model): ModelPlan {
  const names = checkNames(model);
  const dims = new Map(
    [...model.inputs, DAYS_OF_YEAR, ...model.variables].map((block): [string, readonly string[]] => [
      block.id,
      block.dims,
    ]),
  );
  const checked = model.variables.map((variable) =>
    within(variable.id, () => {
      const expression = resolveNames(parseFormula(variable.formula), names);
      checkDimensions(variable.dims, expression, (name) => dims.get(name) ?? [], variable.id);
      return { id: variable.id, dims: variable.dims, expression };
    }),
  );
  checkUnits([...model.inputs, DAYS_OF_YEAR, ...model.variables], checked);
  const inputs = checked.some(readsDays) ? [...model.inputs, DAYS_OF_YEAR] : model.inputs;
  const plan = planStatements(
    checked,
    new Map(inputs.map((input) => [input.id, input.dims])),
    model.dimensions.map((dimension) => dimension.id),
  );
  return { ...plan, inputs };
}

function readsDays({ expression }: Pick<CheckedVariable, "expression">): boolean {
  if (expression.kind === "name") return expression.name === DAYS_OF_YEAR.id;
  return partsOf(expression).some((part) => readsDays({ expression: part }));
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

interface Built {
  readonly kind: BackEndKind;
  readonly kernels: readonly Kernel[];
}

function build(statements: readonly Statement[], layout: Layout, wanted: CompileOptions["backEnd"]): Built {
  const by = (backEnd: BackEnd): Built => ({ kind: backEnd.kind, kernels: backEnd.kernels(statements, layout) });
  if (typeof wanted === "object") return by(wanted);
  if (wanted === "closures") return by(closureBackEnd);
  try {
    return by(generatedBackEnd);
  } catch (error) {
    if (wanted === "generated" || !refusesCode(error)) throw error;
    return by(closureBackEnd);
  }
}

/** Every member that a formula names, once. */
function namedMembers(statements: readonly Statement[]): CompiledModel["members"] {
  const found = new Map<string, { readonly dim: string; readonly member: string }>();
  const visit = (node: Expression): void => {
    if (node.kind === "pick" && node.member !== null) {
      const { dim, member } = node;
      found.set(JSON.stringify([dim, member]), { dim, member });
    }
    partsOf(node).forEach(visit);
  };
  for (const { root } of statements) visit(root);
  return [...found.values()];
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`There is no block called "${name}".`);
  return value;
}
