/** What of a report is not the model's own: figures that the scenario adds, formulas that it replaces, what rests on them. */
import { commissioningVariables, sizeOf, stridesOf, type CommissioningResults } from "../../models/index.ts";
import type { Scenario } from "../schema.ts";
import { restingOnOverrides } from "./own-formulas.ts";

/** A number, a list by year, or either by member of a further dimension. */
export type Figures = number | readonly number[] | { readonly [member: string]: Figures };

export interface AddedReport {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** In the order in which `values` goes into them; years last, as a list. */
  readonly dims: readonly string[];
  readonly formula: string;
  readonly docs: string;
  readonly values: Figures;
}

export interface OverriddenReport {
  readonly variable: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
  /** The model's own. */
  readonly inPlaceOf: string;
  readonly reason: string;
}

export interface OwnFormulasReport {
  readonly added: readonly AddedReport[];
  readonly overridden: readonly OverriddenReport[];
  /** Ids of results that rest on a replaced formula, itself not among them. */
  readonly restOnThem: readonly string[];
}

/** Undefined where the scenario has no formulas of its own. */
export function ownFormulasReport(scenario: Scenario, results: CommissioningResults): OwnFormulasReport | undefined {
  const { variables = [], overrides = [] } = scenario;
  if (variables.length === 0 && overrides.length === 0) return undefined;
  return {
    added: variables.map(({ id, label, unit, dims, formula, docs }) => ({
      id,
      label,
      unit,
      dims: yearLast(dims),
      formula,
      docs: docs ?? "",
      values: figuresOf(results, id, yearLast(dims)),
    })),
    overridden: overrides.map(({ variable, formula, reason }) => {
      const own = commissioningVariables.find((each) => each.id === variable);
      const { label = variable, unit = "", formula: inPlaceOf = "" } = own ?? {};
      return { variable, label, unit, formula, inPlaceOf, reason };
    }),
    restOnThem: restingOnOverrides(results),
  };
}

function yearLast(dims: readonly string[]): string[] {
  return [...dims.filter((dim) => dim !== "year"), ...dims.filter((dim) => dim === "year")];
}

function figuresOf({ values, members }: CommissioningResults, id: string, dims: readonly string[]): Figures {
  const block = values.get(id);
  if (block === undefined) throw new Error(`The run was not asked for "${id}".`);
  const strides = stridesOf(members, block.dims);
  const from = (cell: number, [dim, ...rest]: readonly string[]): Figures => {
    if (dim === undefined) return block.values[cell] as number;
    const step = strides[dim] as number;
    if (dim === "year")
      return Array.from({ length: sizeOf(members, dim) }, (_, t) => block.values[cell + t * step] as number);
    return Object.fromEntries((members[dim] ?? []).map((member, i) => [member, from(cell + i * step, rest)]));
  };
  return from(0, dims);
}
