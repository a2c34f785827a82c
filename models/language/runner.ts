/**
 * Runs a compiled model and keeps what it worked out: the next run does again only what depends on an input that
 * changed, or on a dimension whose members changed.
 */
import { withDaysOfYear } from "./calendar.ts";
import { compileModel } from "./compile.ts";
import type { CompiledModel, CompiledStatement, CompiledStep, CompileOptions } from "./compile.ts";
import { FormulaError } from "./formula-error.ts";
import { checkSizes, LONG_STEPS, MODEL_LIMITS, outOfTime, stepsOf } from "./limits.ts";
import type { RunLimits } from "./limits.ts";
import { YEAR } from "./model.ts";
import type { Model, ModelInput } from "./model.ts";
import { cellCount } from "./named-array.ts";
import type { Members, NamedArray } from "./named-array.ts";
import { didYouMean, fewOf, shortened } from "./nearest.ts";

export type ModelInputs = ReadonlyMap<string, NamedArray>;

export interface ModelRunner {
  /**
   * Works out the asked blocks (ids of variables or inputs). Blocks are never written to again once returned, and an
   * unchanged block is the same object as last time. Throws FormulaError when an input is missing or of the wrong
   * shape, a named member does not exist, a figure is not finite (it names the variable and the cell), or what is asked
   * is larger or takes longer than `limits` allow (by default those of a whole model). It can be asked again after.
   */
  run(
    inputs: ModelInputs,
    members: Members,
    outputs: readonly string[],
    limits?: RunLimits,
  ): ReadonlyMap<string, NamedArray>;
  readonly model: Model;
}

/** Inputs up to this many cells are compared by content; a larger one counts as unchanged when it is the same array. */
const COMPARED_BY_CONTENT = 65_536;

export function createModelRunner(model: Model, options: CompileOptions = {}): ModelRunner {
  const compiled = compileModel(model, options);
  const state = new RunnerState(compiled);
  return { model, run: (...asked) => state.run(...asked) };
}

/** The buffer of a statement that is not worked out. */
const NOTHING = new Float64Array(0);

class RunnerState {
  readonly #compiled: CompiledModel;
  readonly #statements: readonly CompiledStatement[];
  readonly #bySlot = new Map<number, CompiledStatement>();
  readonly #variables: ReadonlySet<string>;
  readonly #buffers: Float64Array[];
  readonly #stale: Uint8Array;
  readonly #changed: Uint8Array;
  readonly #needed: Uint8Array;
  readonly #given: (Float64Array | undefined)[];
  readonly #returned = new Map<number, NamedArray>();
  #members: Members = {};
  #sizes: Int32Array;
  #positions: Int32Array;

  constructor(compiled: CompiledModel) {
    this.#compiled = compiled;
    this.#statements = compiled.steps.flatMap((step) => step.statements);
    for (const statement of this.#statements) this.#bySlot.set(statement.slot, statement);
    this.#variables = new Set(compiled.model.variables.map((variable) => variable.id));
    this.#buffers = Array.from({ length: compiled.slotCount }, () => NOTHING);
    this.#stale = new Uint8Array(compiled.slotCount);
    for (const statement of this.#statements) this.#stale[statement.slot] = 1;
    this.#changed = new Uint8Array(compiled.slotCount);
    this.#needed = new Uint8Array(compiled.slotCount);
    this.#given = Array.from({ length: compiled.slotCount }, () => undefined);
    this.#sizes = new Int32Array(compiled.dimensions.length);
    this.#positions = new Int32Array(compiled.members.length);
  }

  run(
    inputs: ModelInputs,
    members: Members,
    outputs: readonly string[],
    limits: RunLimits = MODEL_LIMITS,
  ): ReadonlyMap<string, NamedArray> {
    const wanted = outputs.map((id) => this.#slotOf(id));
    this.#changed.fill(0);
    this.#takeMembers(members);
    const declared = this.#compiled.model.inputs;
    const given = withDaysOfYear(declared, inputs, this.#members);
    for (const input of declared) this.#takeInput(input, given.get(input.id));
    this.#spread();
    this.#markNeeded(wanted);
    this.#work(limits);
    return new Map(outputs.map((id, i) => [id, this.#block(id, wanted[i] as number)]));
  }

  #slotOf(id: string): number {
    const slot = this.#compiled.slots.get(id);
    if (slot === undefined) throw new FormulaError("formula.name", `There is no variable or input called "${id}".`);
    return slot;
  }

  /** Takes in the members; a statement along a dimension whose members changed is stale, and its buffer let go. */
  #takeMembers(members: Members): void {
    const changed = new Set<string>();
    this.#compiled.dimensions.forEach((dim, i) => {
      const list = members[dim];
      if (list === undefined) throw this.#forget("model.input", `The members of dimension ${dim} are missing.`);
      if (sameList(list, this.#members[dim])) return;
      changed.add(dim);
      this.#sizes[i] = list.length;
    });
    if (changed.size === 0) return;
    this.#members = Object.fromEntries(this.#compiled.dimensions.map((dim) => [dim, [...(members[dim] ?? [])]]));
    this.#compiled.members.forEach(({ dim, member }, i) => {
      const position = (members[dim] ?? []).indexOf(member);
      if (position < 0) throw this.#forget("model.member", noMember(dim, member, members[dim] ?? []));
      this.#positions[i] = position;
    });
    for (const statement of this.#statements) {
      if (!statement.dims.some((dim) => changed.has(dim))) continue;
      this.#buffers[statement.slot] = NOTHING;
      this.#returned.delete(statement.slot);
      this.#stale[statement.slot] = 1;
    }
    for (const input of this.#compiled.model.inputs) {
      const slot = this.#slotOf(input.id);
      if (input.dims.some((dim) => changed.has(dim))) this.#given[slot] = undefined;
    }
  }

  /** After a refusal in mid-change nothing kept can be trusted: the next run starts afresh. */
  #forget(code: "model.member" | "model.input", message: string): FormulaError {
    this.#members = {};
    this.#given.fill(undefined);
    for (const statement of this.#statements) this.#stale[statement.slot] = 1;
    return new FormulaError(code, message);
  }

  #takeInput(input: ModelInput, block: NamedArray | undefined): void {
    const slot = this.#slotOf(input.id);
    if (block === undefined) throw this.#forget("model.input", `The input ${input.id} is missing.`);
    if (!sameList(block.dims, input.dims) || block.values.length !== cellCount(this.#members, input.dims)) {
      throw this.#forget(
        "model.input",
        `The input ${input.id} needs dimensions ${input.dims.join(", ") || "none"} and ${cellCount(this.#members, input.dims)} values; ` +
          `it has ${block.dims.join(", ") || "none"} and ${block.values.length}.`,
      );
    }
    const kept = this.#given[slot];
    if (kept === undefined || !sameValues(kept, block.values)) {
      this.#given[slot] = block.values.length > COMPARED_BY_CONTENT ? block.values : block.values.slice();
      this.#changed[slot] = 1;
      this.#returned.delete(slot);
    }
    this.#buffers[slot] =
      block.values.length > COMPARED_BY_CONTENT ? block.values : (this.#given[slot] as Float64Array);
  }

  /** Marks as stale whatever reads a changed input or a stale statement. */
  #spread(): void {
    for (const step of this.#compiled.steps) {
      const stale = step.statements.some(
        (statement) =>
          this.#stale[statement.slot] === 1 ||
          statement.reads.some((slot) => this.#changed[slot] === 1 || this.#stale[slot] === 1),
      );
      if (stale) for (const statement of step.statements) this.#stale[statement.slot] = 1;
    }
  }

  #markNeeded(wanted: readonly number[]): void {
    this.#needed.fill(0);
    for (const slot of wanted) this.#needed[slot] = 1;
    for (let i = this.#compiled.steps.length - 1; i >= 0; i--) {
      const { statements } = this.#compiled.steps[i] as CompiledStep;
      if (!statements.some((statement) => this.#needed[statement.slot] === 1)) continue;
      for (const statement of statements) {
        this.#needed[statement.slot] = 1;
        for (const slot of statement.reads) this.#needed[slot] = 1;
      }
    }
  }

  #work(limits: RunLimits): void {
    const years = this.#sizes[this.#compiled.dimensions.indexOf(YEAR)] as number;
    const size = (dim: string): number => this.#sizes[this.#compiled.dimensions.indexOf(dim)] as number;
    const steps = this.#compiled.steps.filter(({ statements: [first] }) => {
      const { slot } = first as CompiledStatement;
      return this.#needed[slot] === 1 && this.#stale[slot] === 1;
    });
    checkSizes(
      steps.flatMap(({ statements }) => statements),
      size,
      limits,
    );
    for (const { statements, byYear } of steps) {
      for (const statement of statements) this.#allocate(statement);
      const first = statements[0] as CompiledStatement;
      // A year at a time also where it is long and there is a clock to be looked at; a total over years is in one piece.
      const apart = byYear || (first.dims.includes(YEAR) && stepsOf(first, size) > LONG_STEPS);
      const pieces = apart ? years : 1;
      for (let piece = 0; piece < pieces; piece++) {
        if (limits.deadline()) throw outOfTime(first.owner);
        const [from, to] = apart ? [piece, piece + 1] : [0, years];
        for (const { kernel } of statements) kernel(this.#sizes, this.#buffers, this.#positions, from, to);
      }
      for (const statement of statements) {
        this.#checkFinite(statement);
        this.#returned.delete(statement.slot);
      }
      for (const statement of statements) this.#stale[statement.slot] = 0;
    }
  }

  #allocate({ slot, dims }: CompiledStatement): void {
    const cells = cellCount(this.#members, dims);
    if (this.#buffers[slot]?.length !== cells) this.#buffers[slot] = new Float64Array(cells);
  }

  #checkFinite(statement: CompiledStatement): void {
    if (!this.#variables.has(statement.id)) return;
    const values = this.#buffers[statement.slot] as Float64Array;
    let wrong = -1;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value - value !== 0) {
        wrong = i;
        break;
      }
    }
    if (wrong < 0) return;
    const cell = cellLabel(this.#members, statement.dims, wrong);
    const value = values[wrong] as number;
    throw new FormulaError(
      "model.not-finite",
      `the result ${Number.isNaN(value) ? "is not a number" : "is infinite"}${cell === "" ? "" : ` at ${cell}`}: look for a division by 0, ` +
        `or a log or root of a number that has none. ratio(a, b) gives 0 where b is 0.`,
      statement.id,
    );
  }

  /** A copy that later runs do not touch; the same object for as long as the block does not change. */
  #block(id: string, slot: number): NamedArray {
    const kept = this.#returned.get(slot);
    if (kept !== undefined) return kept;
    const dims =
      this.#bySlot.get(slot)?.dims ?? this.#compiled.model.inputs.find((input) => input.id === id)?.dims ?? [];
    const block: NamedArray = { dims, values: (this.#buffers[slot] as Float64Array).slice() };
    this.#returned.set(slot, block);
    return block;
  }
}

function noMember(dim: string, member: string, members: readonly string[]): string {
  const known = `Its members are ${fewOf(members)}.`;
  return `Dimension ${dim} has no member called "${shortened(member)}".${didYouMean(member, members)} ${known}`;
}

/** "year 2026/27, area north": where a cell is, in words. */
export function cellLabel(members: Members, dims: readonly string[], cell: number): string {
  let rest = cell;
  const words: string[] = [];
  for (const dim of [...dims].reverse()) {
    const list = members[dim] ?? [];
    words.unshift(`${dim} ${list[rest % list.length] ?? ""}`);
    rest = Math.floor(rest / list.length);
  }
  return words.join(", ");
}

function sameList(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((item, i) => item === b[i]);
}

function sameValues(kept: Float64Array, values: Float64Array): boolean {
  if (kept === values) return true;
  if (kept.length !== values.length || values.length > COMPARED_BY_CONTENT) return false;
  for (let i = 0; i < values.length; i++) {
    const a = kept[i] as number;
    const b = values[i] as number;
    if (a !== b || (a === 0 && 1 / a !== 1 / b)) return false;
  }
  return true;
}
