/** What a run of the commissioning model will do, and what a variable's formula says. */
import { compileModel } from "../language/compile.ts";
import { explainPlan, wordsOf } from "../language/explain.ts";
import type { ExplainedPlan } from "../language/explain.ts";
import { FormulaError } from "../language/formula-error.ts";
import { checkCase } from "./check-case.ts";
import { explainDraws } from "./explain-draws.ts";
import type { ExplainedDraws } from "./explain-draws.ts";
import { NO_EXTENSIONS } from "./extensions.ts";
import type { Extensions } from "./extensions.ts";
import { commissioningMembers } from "./members.ts";
import { commissioningModel } from "./model.ts";
import type { VariableInfo } from "./results.ts";
import { RESULT_IDS } from "./result-ids.ts";
import { blocksOfRun } from "./run.ts";
import type { UncertainCase } from "./uncertain-case.ts";

/** A variable with its formula in words: figures by their labels, in quotation marks. */
export interface VariableInWords extends VariableInfo {
  readonly words: string;
}

export interface CommissioningPlan {
  /** The variable that was asked about; null for the usual results. */
  readonly variable: VariableInWords | null;
  /** Members of each dimension that the plan has to do with. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly plan: ExplainedPlan;
  /** What a run with draws does beyond; null where nothing is uncertain. */
  readonly draws: ExplainedDraws | null;
}

/**
 * The plan of the usual results, or of one variable alone, for a case and the formulas that its scenario adds or replaces.
 * Throws ModelInputError when the case is refused, FormulaError when a formula is or there is no such variable.
 */
export function explainCommissioning(
  uncertain: UncertainCase,
  asked: string | null = null,
  extensions: Extensions = NO_EXTENSIONS,
): CommissioningPlan {
  const given = uncertain.case;
  checkCase(given);
  const compiled = compileModel(commissioningModel(given.activity.kind, extensions));
  const { inputs, variables } = compiled.model;
  const input = inputs.find(({ id }) => id === asked);
  if (input !== undefined) {
    const why = `This is an input ("${input.label}"): it comes from the dataset or the scenario and has no formula.`;
    throw new FormulaError("formula.name", `${why} Ask about a variable that reads it.`, input.id);
  }
  const members = commissioningMembers(given);
  const usual = blocksOfRun([...RESULT_IDS, ...extensions.added.map(({ id }) => id)]);
  const plan = explainPlan(compiled, members, asked === null ? usual : [asked]);
  const labels = new Map([...inputs, ...variables].map(({ id, label }) => [id, label]));
  const words = wordsOf(compiled, (id) => `“${labels.get(id) ?? id}”`);
  const variable = variables.find(({ id }) => id === asked);
  const dims = new Set(plan.steps.flatMap(({ statements }) => statements.flatMap((one) => [...one.dims, ...one.over])));
  const named = compiled.dimensions.filter((dim) => dims.has(dim));
  return {
    variable: variable === undefined ? null : { ...variable, words: words(variable.id) },
    sizes: Object.fromEntries(named.map((dim) => [dim, members[dim]?.length ?? 0])),
    plan,
    draws: uncertain.assumptions.length === 0 ? null : explainDraws(uncertain, asked, extensions),
  };
}
