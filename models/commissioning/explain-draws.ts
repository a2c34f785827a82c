/** What a run with draws will do: what is worked out once, what in every draw, and how sums were made smaller. */
import { createDrawPlanner } from "../language/draws/plan-draws.ts";
import type { DrawnStatement, SummedDimension } from "../language/draws/journal.ts";
import { drawnCase } from "./draw-jobs.ts";
import { NO_EXTENSIONS } from "./extensions.ts";
import type { Extensions } from "./extensions.ts";
import { commissioningModel } from "./model.ts";
import { RANGE_IDS } from "./range-ids.ts";
import type { UncertainCase } from "./uncertain-case.ts";

export interface ExplainedDraws {
  readonly assumptions: number;
  /** Figures that draws read and none changes: worked out once. */
  readonly hoisted: readonly string[];
  readonly statements: readonly DrawnStatement[];
  readonly sums: readonly SummedDimension[];
  readonly totals: {
    /** Cells that the loops of the drawn statements would touch in every draw. */
    readonly touchedWritten: number;
    /** Instructions of the program, each one row in every draw, and the terms that its sums and products add up. */
    readonly instructions: number;
    readonly terms: number;
    /** Rows that a tile takes: each is used again when it is free. */
    readonly rows: number;
    /** Results that differ from draw to draw, equal ones once. */
    readonly series: number;
  };
}

/** The plan of the usual ranges, or of one variable alone. Throws as a run with draws does. */
export function explainDraws(
  given: UncertainCase,
  asked: string | null = null,
  extensions: Extensions = NO_EXTENSIONS,
): ExplainedDraws {
  const model = commissioningModel(given.case.activity.kind, extensions);
  const outputs = asked === null ? [...RANGE_IDS, ...extensions.added.map(({ id }) => id)] : [asked];
  const drawn = drawnCase(model, given, given.assumptions);
  const { plan, journal } = createDrawPlanner(model).explain(drawn, given.assumptions.length, outputs);
  const touchedWritten = journal.statements.reduce((sum, { touched }) => sum + touched, 0);
  const { hoisted, statements, sums, instructions, terms } = journal;
  const { rows, series } = plan.program;
  return {
    assumptions: given.assumptions.length,
    hoisted,
    statements,
    sums,
    totals: { touchedWritten, instructions, terms, rows, series },
  };
}
