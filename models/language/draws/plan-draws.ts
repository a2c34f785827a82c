/**
 * Plans the draws of a model: what no draw changes is worked out once by the model's own runner; the rest becomes a draw
 * program. What an edit did not touch is not planned again.
 */
import { planModel } from "../compile.ts";
import type { Model } from "../model.ts";
import { orderStatements } from "../order.ts";
import { createModelRunner } from "../runner.ts";
import { assemble } from "./assemble.ts";
import { Journal } from "./journal.ts";
import type { DrawProgram } from "./program.ts";
import { differences, NOTHING_MADE, only, Series } from "./results.ts";
import type { DrawnResults, MadeOfRows, MetBy, MetResult, RowResult } from "./results.ts";
import { RowGraph } from "./row-graph.ts";
import { DrawRows } from "./draw-rows.ts";
import type { DrawnCase } from "./draw-rows.ts";

export type { DrawnCase, DrawnCell } from "./draw-rows.ts";

export interface DrawPlan {
  readonly program: DrawProgram;
  readonly results: DrawnResults;
  /** Target by target: 1 in the draws in which the figure meets it, else 0. */
  readonly met: readonly MetResult[];
}

/** Two cases in the same draws, and the second less the first: of the results whose cells are those of both. */
export interface PairPlan {
  readonly program: DrawProgram;
  readonly second: DrawnResults;
  readonly difference: DrawnResults;
  /** Target by target: 1 in the draws in which the second's figure meets it, else 0. */
  readonly met: readonly MetResult[];
}

export interface DrawPlanner {
  /** The same as `plan`, and what planning did: for a person who asks. Of a planner that has planned nothing yet. */
  explain(given: DrawnCase, columns: number, outputs: readonly string[]): { plan: DrawPlan; journal: Journal };
  /**
   * Plans the asked variables, what is `made` of them, and in which draws targets are met; `columns` is how many columns
   * drawn cells and `made` name. Throws FormulaError as the model's runner does.
   */
  plan(
    given: DrawnCase,
    columns: number,
    outputs: readonly string[],
    targets?: readonly MetBy[],
    made?: MadeOfRows,
  ): DrawPlan;
  /** Plans two cases of the same model as one program: what both work out alike is worked out once. */
  planPair(
    first: DrawnCase,
    second: DrawnCase,
    columns: number,
    outputs: readonly string[],
    targets?: readonly MetBy[],
    made?: MadeOfRows,
  ): PairPlan;
}

export function createDrawPlanner(model: Model): DrawPlanner {
  const planned = planModel(model);
  const steps = orderStatements(planned.statements);
  const state = new DrawRows(model, planned.inputs, steps, createModelRunner(model));
  const planner: DrawPlanner = {
    explain(given, columns, outputs) {
      const journal = new Journal();
      state.journal = journal;
      try {
        const plan = planner.plan(given, columns, outputs);
        journal.instructions = state.notes.instructions;
        journal.terms = state.notes.terms;
        return { plan, journal };
      } finally {
        state.journal = null;
      }
    },
    plan(given, columns, outputs, targets = [], made = NOTHING_MADE) {
      const series = new Series();
      const found = state.rows(given, needed(outputs, targets, made));
      const results = series.results(withMade(state.graph, found, outputs, made));
      const met = series.targets(state.graph, found, targets);
      return { program: assemble(state.graph, series.rows, columns, state.notes), results, met };
    },
    planPair(one, other, columns, outputs, targets = [], made = NOTHING_MADE) {
      const foundOfOne = state.rows(one, needed(outputs, [], made));
      // A graph begun afresh in between would know nothing of the first.
      const graph = state.graph;
      const found = state.rows(other, needed(outputs, targets, made), graph);
      const a = withMade(graph, foundOfOne, outputs, made);
      const b = withMade(graph, found, outputs, made);
      const series = new Series();
      const pair = {
        second: series.results(b),
        difference: series.results(differences(graph, a, b)),
        met: series.targets(graph, found, targets),
      };
      return { ...pair, program: assemble(graph, series.rows, columns, state.notes) };
    },
  };
  return planner;
}

/** What is asked, what targets are of, and what other results are made of. */
function needed(outputs: readonly string[], targets: readonly MetBy[], { needs }: MadeOfRows): readonly string[] {
  return [...new Set([...outputs, ...targets.map(({ id }) => id), ...needs])];
}

/** What is asked, then what is made of it. */
function withMade(
  graph: RowGraph,
  found: ReadonlyMap<string, RowResult>,
  outputs: readonly string[],
  { make }: MadeOfRows,
): ReadonlyMap<string, RowResult> {
  return new Map([...only(found, outputs), ...make(graph, found)]);
}
