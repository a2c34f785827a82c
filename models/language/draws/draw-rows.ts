/** The variables of a model worked out for all draws at once, statement by statement, and kept while nothing changes them. */
import { FormulaError } from "../formula-error.ts";
import { checkSizes, MODEL_LIMITS } from "../limits.ts";
import type { Model, ModelInput } from "../model.ts";
import { YEAR } from "../model.ts";
import type { Step } from "../order.ts";
import { readsOf } from "../plan.ts";
import type { Statement } from "../plan.ts";
import type { Members, NamedArray } from "../named-array.ts";
import type { ModelInputs, ModelRunner } from "../runner.ts";
import { RowNotes } from "./assemble.ts";
import { BlockWork } from "./block-work.ts";
import { constantBlock } from "./drawn-block.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import { evaluate, evaluateYear } from "./evaluate.ts";
import { Journal } from "./journal.ts";
import type { RowResult } from "./results.ts";
import { ONE, RowGraph } from "./row-graph.ts";
import { Shapes, sameDims } from "./shapes.ts";

/** One cell of an input that is drawn: offset + scale times the draw of a column. */
export interface DrawnCell {
  readonly input: string;
  /** Place in the input's values. */
  readonly cell: number;
  readonly column: number;
  readonly scale: number;
  readonly offset: number;
}

/** What is planned: inputs, of which the drawn cells hold what they are without uncertainty. */
export interface DrawnCase {
  readonly inputs: ModelInputs;
  readonly members: Members;
  readonly drawn: readonly DrawnCell[];
}

/** A graph with more rows than this is begun afresh at the next plan. */
const MOST_ROWS = 2_000_000;

interface Kept {
  readonly from: readonly DrawnBlock[];
  readonly block: DrawnBlock;
}

/** The asked variables of cases of one model, as numbers and rows of one graph; what an edit did not touch is kept. */
export class DrawRows {
  readonly #model: Model;
  readonly #steps: readonly Step[];
  readonly #runner: ModelRunner;
  readonly #statements: ReadonlyMap<string, Statement>;
  readonly #inputDims: ReadonlyMap<string, readonly string[]>;
  readonly #kept = new Map<string, Kept>();
  readonly #constants = new WeakMap<NamedArray, DrawnBlock>();
  readonly #drawnInputs = new Map<string, { values: NamedArray; cells: string; block: DrawnBlock }>();
  #work: BlockWork | null = null;
  graph = new RowGraph();
  journal: Journal | null = null;
  notes = new RowNotes();

  constructor(model: Model, inputs: readonly ModelInput[], steps: readonly Step[], runner: ModelRunner) {
    this.#model = model;
    this.#steps = steps;
    this.#runner = runner;
    this.#statements = new Map(
      steps.flatMap((step) => step.statements.map((statement) => [statement.id, statement] as const)),
    );
    this.#inputDims = new Map(inputs.map((input) => [input.id, input.dims]));
  }

  /** The asked variables as numbers and rows of the graph; `into` keeps to one graph. */
  rows(
    { inputs, members, drawn }: DrawnCase,
    outputs: readonly string[],
    into?: RowGraph,
  ): ReadonlyMap<string, RowResult> {
    const work = this.#workFor(members, into);
    const drawnNames = this.#spread(drawn);
    const needed = this.#needed(outputs);
    const steps = this.#steps.filter(({ statements }) => statements.some(({ id }) => needed.has(id)));
    const drawnSteps = steps.filter(({ statements }) => statements.some(({ id }) => drawnNames.has(id)));
    const plain = new Set(outputs.filter((id) => !drawnNames.has(id)));
    for (const { statements } of drawnSteps) {
      for (const statement of statements) {
        for (const { name } of readsOf(statement))
          if (!drawnNames.has(name) || this.#inputDims.has(name)) plain.add(name);
      }
    }
    for (const id of outputs) if (this.#inputDims.has(id)) plain.add(id);
    const hoisted = this.#runner.run(inputs, members, [...plain]);
    const blocks = new Map<string, DrawnBlock>();
    for (const [id, values] of hoisted) {
      const cells = drawn.filter((cell) => cell.input === id);
      blocks.set(id, cells.length === 0 ? this.#constant(values) : this.#drawnInput(work, id, values, cells));
    }
    const statements = drawnSteps.flatMap((step) => step.statements);
    checkSizes(statements, (dim) => work.shapes.size(dim), MODEL_LIMITS);
    work.journal = this.journal;
    if (this.journal !== null) this.journal.hoisted = [...plain].filter((id) => !drawnNames.has(id));
    for (const step of drawnSteps) this.#evaluate(work, step, blocks);
    work.journal = null;
    return this.#results(work, outputs, blocks);
  }

  #workFor(members: Members, into?: RowGraph): BlockWork {
    if (into === undefined && this.graph.count > MOST_ROWS) {
      this.graph = new RowGraph();
      this.notes = new RowNotes();
      this.#work = null;
    }
    const kept = this.#work;
    const dims = this.#model.dimensions.map(({ id }) => id);
    if (kept !== null && dims.every((dim) => sameDims(kept.shapes.members[dim] ?? [], members[dim] ?? []))) return kept;
    this.#kept.clear();
    this.#drawnInputs.clear();
    const own = Object.fromEntries(dims.map((dim) => [dim, [...(members[dim] ?? [])]]));
    this.#work = new BlockWork(new Shapes(own), this.graph);
    return this.#work;
  }

  /** The inputs with drawn cells, and all that follows from them. */
  #spread(drawn: readonly DrawnCell[]): ReadonlySet<string> {
    const names = new Set(drawn.map((cell) => cell.input));
    for (const { statements } of this.#steps) {
      const reached = statements.some((statement) => readsOf(statement).some(({ name }) => names.has(name)));
      if (reached) for (const { id } of statements) names.add(id);
    }
    return names;
  }

  #needed(outputs: readonly string[]): ReadonlySet<string> {
    const needed = new Set(outputs);
    for (const { statements } of this.#steps.toReversed()) {
      if (!statements.some(({ id }) => needed.has(id))) continue;
      for (const statement of statements) {
        needed.add(statement.id);
        for (const { name } of readsOf(statement)) needed.add(name);
      }
    }
    return needed;
  }

  #constant(values: NamedArray): DrawnBlock {
    const known = this.#constants.get(values) ?? constantBlock(values);
    this.#constants.set(values, known);
    return known;
  }

  #drawnInput(work: BlockWork, id: string, values: NamedArray, cells: readonly DrawnCell[]): DrawnBlock {
    const text = JSON.stringify(cells);
    const known = this.#drawnInputs.get(id);
    if (known !== undefined && known.values === values && known.cells === text) return known.block;
    const numbers = values.values.slice();
    const rows = new Int32Array(numbers.length);
    for (const { cell, column, scale, offset } of cells) {
      const row = work.graph.column(column);
      rows[cell] = offset === 0 ? row : work.graph.linear(offset, [scale], [row], 1);
      numbers[cell] = offset === 0 ? scale : 1;
    }
    const block: DrawnBlock = {
      coefficient: { dims: values.dims, values: numbers },
      factors: [{ dims: values.dims, rows }],
    };
    this.#drawnInputs.set(id, { values, cells: text, block });
    return block;
  }

  #evaluate(work: BlockWork, { statements, byYear }: Step, blocks: Map<string, DrawnBlock>): void {
    const own = new Set(statements.map(({ id }) => id));
    const from = statements.flatMap((statement) =>
      readsOf(statement)
        .filter(({ name }) => !own.has(name))
        .map(({ name }) => blocks.get(name) as DrawnBlock),
    );
    const kept = statements.map(({ id }) => this.#kept.get(id));
    if (
      kept.every(
        (one) => one !== undefined && one.from.length === from.length && one.from.every((b, i) => b === from[i]),
      )
    ) {
      statements.forEach(({ id }, i) => blocks.set(id, (kept[i] as Kept).block));
      return;
    }
    const of = (name: string): DrawnBlock => blocks.get(name) as DrawnBlock;
    if (byYear) {
      const first = statements[0] as Statement;
      this.#note(work, first, () => this.#evaluateCircle(work, statements, blocks, of));
    } else {
      for (const statement of statements) {
        this.#note(work, statement, () => blocks.set(statement.id, evaluate(work, of, statement)));
      }
    }
    for (const { id } of statements) this.#kept.set(id, { from, block: blocks.get(id) as DrawnBlock });
  }

  /** Does `plan`, and tells the journal what it came to. */
  #note(work: BlockWork, { id, owner, dims, root }: Statement, plan: () => void): void {
    const { journal } = work;
    if (journal === null) return plan();
    journal.owner = owner;
    const before = work.graph.count;
    plan();
    const over = root.kind === "reduce" ? root.over.filter((dim) => !dims.includes(dim)) : [];
    const touched = work.shapes.cells([...dims, ...over]);
    journal.statements.push({ id, owner, dims, touched, newRows: work.graph.count - before });
  }

  /** Figures that need each other through last year: year by year, each into its place. */
  #evaluateCircle(
    work: BlockWork,
    statements: readonly Statement[],
    blocks: Map<string, DrawnBlock>,
    of: (name: string) => DrawnBlock,
  ): void {
    const stores = statements.map(({ id, dims }) => {
      const cells = work.shapes.cells(dims);
      const block = {
        coefficient: { dims, values: new Float64Array(cells) },
        factors: [{ dims, rows: new Int32Array(cells) }],
      };
      blocks.set(id, block);
      return { dims, values: block.coefficient.values, rows: block.factors[0]?.rows as Int32Array };
    });
    for (let year = 0; year < work.shapes.size(YEAR); year++) {
      statements.forEach((statement, i) => {
        const { dims, values, rows } = stores[i] as (typeof stores)[number];
        const rest = dims.filter((dim) => dim !== YEAR);
        const part = work.spread(evaluateYear(work, of, statement, year), rest);
        // Places of the year's cells in the whole block.
        const at = work.shapes.places(dims, [YEAR, ...rest]);
        for (let cell = 0; cell < part.values.length; cell++) {
          const place = at[year * part.values.length + cell] as number;
          values[place] = part.values[cell] as number;
          rows[place] = part.rows === null ? ONE : (part.rows[cell] as number);
        }
      });
    }
  }

  #results(
    work: BlockWork,
    outputs: readonly string[],
    blocks: ReadonlyMap<string, DrawnBlock>,
  ): ReadonlyMap<string, RowResult> {
    return new Map(
      outputs.map((id) => {
        const dims = this.#statements.get(id)?.dims ?? this.#inputDims.get(id);
        const block = blocks.get(id);
        if (dims === undefined || block === undefined) {
          throw new FormulaError("formula.name", `There is no variable or input called "${id}".`);
        }
        const { values, rows } = work.spread(block, dims);
        const constants = new Float64Array(values.length);
        const scaled = new Int32Array(values.length).fill(ONE);
        for (let cell = 0; cell < values.length; cell++) {
          const row = rows === null ? ONE : (rows[cell] as number);
          if (row === ONE) constants[cell] = values[cell] as number;
          else scaled[cell] = work.cells.scaled(values[cell] as number, row);
        }
        const members = Object.fromEntries(dims.map((dim) => [dim, work.shapes.members[dim] ?? []]));
        return [id, { dims, members, rows: scaled, constants }] as const;
      }),
    );
  }
}
