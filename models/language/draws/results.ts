/** Results of a plan: which series each cell of an asked variable is. */
import type { Comparison } from "../expression.ts";
import type { Members } from "../named-array.ts";
import { Cells } from "./cells.ts";
import { ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";
import { sameDims } from "./shapes.ts";

/** Where the draws of an asked variable are: cell by cell the series, or -1 where every draw gives the same number. */
export interface DrawnResult {
  readonly dims: readonly string[];
  readonly series: Int32Array;
  /** The number of a cell that is the same in every draw; 0 for the others. */
  readonly constants: Float64Array;
}

/** 1 in the draws in which a target is met, else 0. */
export interface MetResult extends DrawnResult {
  /** The draws of what the target is of. */
  readonly of: DrawnResult;
}

export type DrawnResults = ReadonlyMap<string, DrawnResult>;

/** A result cell by cell: a row, or `ONE` and the number that every draw gives. */
export interface RowResult {
  readonly dims: readonly string[];
  readonly members: Members;
  readonly rows: Int32Array;
  readonly constants: Float64Array;
}

/** A variable meets its target when it is at most, or at least, the value; being equal meets it. */
export interface MetBy {
  readonly id: string;
  readonly direction: "at-most" | "at-least";
  readonly value: number;
}

/** Results that are made of the rows of others, outside the model. */
export interface MadeOfRows {
  /** Variables whose rows it is given. */
  readonly needs: readonly string[];
  make(graph: RowGraph, found: ReadonlyMap<string, RowResult>): ReadonlyMap<string, RowResult>;
}

export const NOTHING_MADE: MadeOfRows = { needs: [], make: () => new Map() };

/** Second less first, of the results that have the same cells in both. */
export function differences(
  graph: RowGraph,
  first: ReadonlyMap<string, RowResult>,
  second: ReadonlyMap<string, RowResult>,
): ReadonlyMap<string, RowResult> {
  const cells = new Cells(graph);
  const found = new Map<string, RowResult>();
  for (const [id, b] of second) {
    const a = first.get(id);
    if (a === undefined || !b.dims.every((dim) => sameDims(a.members[dim] ?? [], b.members[dim] ?? []))) continue;
    const rows = new Int32Array(b.rows.length).fill(ONE);
    const constants = new Float64Array(rows.length);
    for (let cell = 0; cell < rows.length; cell++) {
      const [rowA, rowB] = [a.rows[cell] as number, b.rows[cell] as number];
      cells.add(
        rowB === ONE ? (b.constants[cell] as number) : 1,
        rowB,
        rowA === ONE ? -(a.constants[cell] as number) : -1,
        rowA,
      );
      if (cells.row === ONE || cells.coefficient === 0) constants[cell] = cells.coefficient;
      else rows[cell] = cells.scaled(cells.coefficient, cells.row);
    }
    found.set(id, { dims: b.dims, members: b.members, rows, constants });
  }
  return found;
}

/** Of what was found, what was asked. */
export function only(found: ReadonlyMap<string, RowResult>, ids: readonly string[]): ReadonlyMap<string, RowResult> {
  return new Map(ids.map((id) => [id, found.get(id) as RowResult]));
}

/** 1 where a result compares so with `value`, else 0. */
function compared(graph: RowGraph, result: RowResult, op: Comparison, value: number): RowResult {
  const cells = new Cells(graph);
  const constants = new Float64Array(result.rows.length);
  const rows = result.rows.map((row, cell) => {
    cells.compare(op, row === ONE ? (result.constants[cell] as number) : 1, row, value, ONE);
    if (cells.row === ONE) constants[cell] = cells.coefficient;
    return cells.row;
  });
  return { ...result, rows, constants };
}

/** Rows that are results, each one series however many cells it fills. */
export class Series {
  readonly rows: number[] = [];
  readonly #place = new Map<number, number>();

  results(found: ReadonlyMap<string, RowResult>): DrawnResults {
    return new Map([...found].map(([id, result]) => [id, this.result(result)]));
  }

  result({ dims, rows, constants }: RowResult): DrawnResult {
    return { dims, constants, series: rows.map((row) => (row === ONE ? -1 : this.#of(row))) };
  }

  /** Target by target: 1 where its variable meets it, else 0; and the variable, as what is not finite is met by nobody. */
  targets(graph: RowGraph, found: ReadonlyMap<string, RowResult>, targets: readonly MetBy[]): readonly MetResult[] {
    return targets.map(({ id, direction, value }) => {
      const of = found.get(id) as RowResult;
      const met = compared(graph, of, direction === "at-most" ? "<=" : ">=", value);
      return { ...this.result(met), of: this.result(of) };
    });
  }

  #of(row: number): number {
    const known = this.#place.get(row) ?? this.rows.push(row) - 1;
    this.#place.set(row, known);
    return known;
  }
}
