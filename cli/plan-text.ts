/** The plan of a run as text for a terminal. */
import type { CommissioningPlan, ExplainedStatement } from "../models/index.ts";
import { formatCount } from "../scenarios/index.ts";
import { drawsText } from "./draws-text.ts";
import { textTable, wrapped } from "./text-table.ts";

/** The variable that was asked about, the statements in their order, what is special about some, and the totals. */
export function planText({ variable, sizes, plan, draws }: CommissioningPlan, title: string): string {
  const statements = plan.steps.flatMap((step) => step.statements);
  const about = variable === null ? "the usual results" : `${variable.label} (${variable.id})`;
  const sized = Object.entries(sizes).map(([dim, size]) => `${dim} ${formatCount(size)}`);
  const parts = statements.filter((one) => one.part);
  return [
    `${title}: the plan of ${about}\n`,
    ...(variable === null ? [] : [formulaText(variable)]),
    wrapped(`Members of each dimension: ${sized.join(", ")}.`),
    statementTable(statements, variable !== null),
    ...(parts.length === 0 ? [] : [`Parts of formulas, worked out apart\n${parts.map(partText).join("")}`]),
    ...plan.steps.filter((step) => step.byYear).map((step) => wrapped(circleText(step.statements))),
    wrapped(totalsText(plan)),
    ...(draws === null ? [] : [drawsText(draws)]),
  ].join("\n");
}

function formulaText({ formula, words, unit, dims, docs }: NonNullable<CommissioningPlan["variable"]>): string {
  const by = dims.length === 0 ? "" : `, by ${dims.join(", ")}`;
  return [
    wrapped(`Formula: ${formula.replace(/\s+/g, " ")}`),
    wrapped(`In words: ${words}.`),
    wrapped(`In ${unit}${by}. ${docs}`),
  ].join("");
}

/** In the order of the work. For one variable what is read is named, for all of them counted. */
function statementTable(statements: readonly ExplainedStatement[], named: boolean): string {
  const loops = ({ dims, over }: ExplainedStatement): string =>
    `${dims.join(", ") || "-"}${over.length === 0 ? "" : `, over ${over.join(", ")}`}`;
  const reads = statements.map((one) => (named ? one.reads.join(", ") || "-" : formatCount(one.reads.length)));
  return textTable(
    ["Worked out", "by", "cells", "touched", "reads"],
    [
      statements.map((one) => one.id),
      statements.map(loops),
      statements.map((one) => formatCount(one.cells)),
      statements.map((one) => formatCount(one.touched)),
      reads,
    ],
    named ? [0, 1, 4] : [0, 1],
  );
}

function partText({ id, words, readBy }: ExplainedStatement): string {
  return wrapped(`${id} is ${words}; for ${readBy.join(", ")}${readBy.length > 1 ? " (shared)" : ""}.`);
}

function circleText(statements: readonly ExplainedStatement[]): string {
  return `Year by year, together, since each needs earlier years of itself or the others: ${statements.map((one) => one.id).join(", ")}.`;
}

function totalsText({ backEnd, totals }: CommissioningPlan["plan"]): string {
  const { statements, parts, sharedParts, circles, leftOut, inputs, cells, touched } = totals;
  return (
    `In all ${counted(statements, "statement")}: ${counted(statements - parts, "variable")} and ${counted(parts, "part")} of formulas ` +
    `(${formatCount(sharedParts)} shared by several variables), ${counted(circles, "group")} year by year. ` +
    `What the rest of the model would take is left out: ${counted(leftOut, "statement")}. ` +
    `Read: ${counted(inputs, "input")}; filled: ${counted(cells, "cell")}; touched: ${formatCount(touched)}; ` +
    `by ${backEnd === "generated" ? "generated code" : "closures, since code may not be generated here"}.`
  );
}

export function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? "" : "s"}`;
}
