/** What a run will do, as data: which statements, in what order, over how many cells, reading what. */
import type { BackEndKind } from "./back-end.ts";
import type { CompiledModel, CompiledStatement } from "./compile.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { formulaInWords } from "./formula-in-words.ts";
import type { NameInWords } from "./formula-in-words.ts";
import { cellCount } from "./named-array.ts";
import type { Members } from "./named-array.ts";
import { didYouMean, shortened } from "./nearest.ts";

export interface ExplainedStatement {
  /** The variable's id, or "~1" and so on for a part of a formula that is worked out apart. */
  readonly id: string;
  /** The variable whose formula first needed it: itself, except for a part. */
  readonly owner: string;
  readonly part: boolean;
  /** What is worked out, in words, by ids; parts are spelt out. */
  readonly words: string;
  readonly dims: readonly string[];
  /** Dimensions that its loops run along besides its own: those summed over, or the curve that is read. */
  readonly over: readonly string[];
  /** Cells that it fills, and cells that its loops touch: those, times the members of `over`. A window of years counts once. */
  readonly cells: number;
  readonly touched: number;
  /** Ids of the inputs, variables and parts that it reads. */
  readonly reads: readonly string[];
  /** The variables in whose formulas it is read, of those in the plan; a part with two or more is shared. */
  readonly readBy: readonly string[];
}

/** Statements worked out together. `byYear`: they need each other's earlier years and go through the years one by one. */
export interface ExplainedStep {
  readonly byYear: boolean;
  readonly statements: readonly ExplainedStatement[];
}

export interface ExplainedPlan {
  readonly backEnd: BackEndKind;
  readonly outputs: readonly string[];
  readonly steps: readonly ExplainedStep[];
  readonly totals: {
    readonly statements: number;
    readonly parts: number;
    readonly sharedParts: number;
    /** Groups of statements that go year by year. */
    readonly circles: number;
    /** Statements of the model that the outputs do not need. */
    readonly leftOut: number;
    readonly inputs: number;
    readonly cells: number;
    readonly touched: number;
  };
}

/** The plan for these outputs (ids of variables or inputs). Throws FormulaError when there is none of that id. */
export function explainPlan(compiled: CompiledModel, members: Members, outputs: readonly string[]): ExplainedPlan {
  const needed = neededFor(compiled, outputs);
  const inPlan = compiled.steps.filter((step) => step.statements.some((one) => needed.has(one.slot)));
  const statements = inPlan.flatMap((step) => step.statements);
  const variables = new Set(compiled.model.variables.map((variable) => variable.id));
  const names = new Map([...compiled.slots].map(([id, slot]) => [slot, id]));
  const inWords = wordsOf(compiled, (id) => id);
  const explain = (statement: CompiledStatement): ExplainedStatement => {
    const over = loopsBeside(statement.root);
    return {
      id: statement.id,
      owner: statement.owner,
      part: !variables.has(statement.id),
      words: inWords(statement.id),
      dims: statement.dims,
      over,
      cells: cellCount(members, statement.dims),
      touched: cellCount(members, [...statement.dims, ...over]),
      reads: statement.reads.map((slot) => names.get(slot) ?? ""),
      readBy: [...new Set(statements.filter((one) => one.reads.includes(statement.slot)).map((one) => one.owner))],
    };
  };
  const steps = inPlan.map((step) => ({ byYear: step.byYear, statements: step.statements.map(explain) }));
  return { backEnd: compiled.backEnd, outputs, steps, totals: totalsOf(compiled, steps) };
}

/** What each statement works out, in words, by its id. Parts of formulas are spelt out where they are read. */
export function wordsOf(compiled: CompiledModel, name: NameInWords): (id: string) => string {
  const variables = new Set(compiled.model.variables.map((variable) => variable.id));
  const roots = new Map(compiled.steps.flatMap(({ statements }) => statements.map(({ id, root }) => [id, root])));
  const isPart = (id: string): boolean => roots.has(id) && !variables.has(id);
  const words = (id: string): string => {
    const root = roots.get(id);
    if (root === undefined) return name(id);
    // A variable that is no more than a part: a total repeated along what it sums over.
    if (root.kind === "name" && isPart(root.name)) return words(root.name);
    return formulaInWords(root, (read) => (isPart(read) ? `(${words(read)})` : name(read)));
  };
  return words;
}

function totalsOf(compiled: CompiledModel, steps: readonly ExplainedStep[]): ExplainedPlan["totals"] {
  const statements = steps.flatMap((step) => step.statements);
  const parts = statements.filter((one) => one.part);
  const inputs = new Set(compiled.model.inputs.map((input) => input.id));
  const total = (of: (one: ExplainedStatement) => number): number => statements.reduce((sum, one) => sum + of(one), 0);
  return {
    statements: statements.length,
    parts: parts.length,
    sharedParts: parts.filter((one) => one.readBy.length > 1).length,
    circles: steps.filter((step) => step.byYear).length,
    leftOut: compiled.steps.flatMap((step) => step.statements).length - statements.length,
    inputs: new Set(statements.flatMap((one) => one.reads).filter((id) => inputs.has(id))).size,
    cells: total((one) => one.cells),
    touched: total((one) => one.touched),
  };
}

/** Slots of the outputs and of all that they read, through however many formulas. */
function neededFor(compiled: CompiledModel, outputs: readonly string[]): ReadonlySet<number> {
  const needed = new Set<number>();
  for (const id of outputs) {
    const slot = compiled.slots.get(id);
    if (slot === undefined) {
      const near = didYouMean(id, compiled.slots.keys());
      throw new FormulaError("formula.name", `There is no variable or input of this id.${near}`, shortened(id));
    }
    needed.add(slot);
  }
  for (const { statements } of compiled.steps.toReversed()) {
    if (!statements.some((one) => needed.has(one.slot))) continue;
    for (const slot of statements.flatMap((one) => [one.slot, ...one.reads])) needed.add(slot);
  }
  return needed;
}

function loopsBeside(root: Expression): readonly string[] {
  if (root.kind === "reduce") return root.over;
  return root.kind === "interpolate" ? [root.dim] : [];
}
