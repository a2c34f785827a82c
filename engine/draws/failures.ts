/** What went wrong with draws, in words: the figure, the cell, the draw, and the assumptions that it was due to. */
import { cellLabel, ModelInputError } from "../../models/index.ts";
import type { DrawnResult } from "../../models/index.ts";
import { threadLost } from "../engine-stopped.ts";
import { labelsWith } from "../labels.ts";
import { culpritsOf, furthestOut } from "./culprits.ts";
import type { Culprit } from "./culprits.ts";
import { CrewLost } from "./crew.ts";
import { DrawFailure } from "./draw-work.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Assumptions that are named at most. */
const MOST_NAMED = 3;

export function inWords(error: unknown, planned: PlannedRun): unknown {
  if (error instanceof CrewLost) return new ModelInputError(threadLost(error.message));
  if (!(error instanceof DrawFailure)) return error;
  const figure = figureOf(error.series, planned);
  if (figure === null) return error;
  const { id, label, cell } = figure;
  const where = cell === "" ? label : `${label} at ${cell}`;
  return new ModelInputError({
    code: "draws.not-finite",
    message: `${where}: ${error.message}${reason(error, planned)}`,
    path: cell === "" ? id : `${id}[${cell}]`,
    value: "not finite",
    expected: "ranges that give a finite figure in every draw",
  });
}

interface Figure {
  readonly id: string;
  readonly label: string;
  /** "world scenario, year 2027/28"; empty for a figure of one value. */
  readonly cell: string;
}

/** The figure and the cell whose draws are of that series. */
function figureOf(series: number, planned: PlannedRun): Figure | null {
  const { results, met, targets, members, compared, extensions } = planned;
  const labels = labelsWith(extensions);
  const named = (id: string): string => `${labels.get(id)?.label ?? id} (${id})`;
  const all = function* (): Generator<readonly [string, string, DrawnResult]> {
    for (const [id, result] of results) yield [id, named(id), result];
    for (const [i, result] of met.entries()) {
      yield [`targets[${i}]`, `The target "${targets[i]?.label ?? ""}"`, result.of];
    }
    if (compared === null) return;
    for (const [id, result] of compared.difference) {
      yield [id, `The difference in ${named(id)} from the scenario compared with`, result];
    }
  };
  for (const [id, label, result] of all()) {
    const cell = result.series.indexOf(series);
    if (cell >= 0) return { id, label, cell: result.dims.length === 0 ? "" : cellLabel(members, result.dims, cell) };
  }
  return null;
}

/** Which assumptions made the draw what it is: those that alone would put it right, else the one furthest out. */
function reason({ series, draw }: DrawFailure, { program, plan }: PlannedRun): string {
  if (draw < 0) return "";
  const culprits = culpritsOf(program, plan, series, draw);
  if (culprits.length > 0) {
    const named = culprits
      .slice(0, MOST_NAMED)
      .map(({ name, value, central }) => `${name} is ${value} there (central ${central})`);
    const more = culprits.length > MOST_NAMED ? `, and ${culprits.length - MOST_NAMED} more` : "";
    return ` With one of these at its central value it would be a number: ${named.join("; ")}${more}. Give it a narrower range.`;
  }
  const furthest: Culprit | null = furthestOut(plan, draw);
  if (furthest === null) return "";
  return ` No one assumption alone is the cause; the furthest out in that draw is ${furthest.name}, ${furthest.value} (central ${furthest.central}).`;
}
