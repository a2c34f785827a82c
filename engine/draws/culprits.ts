/** Which assumptions a draw that is not finite is due to. Worked out only when there is such a draw. */
import { createDraws, plainMachine } from "../../models/index.ts";
import type { Distribution, DrawProgram, DrawsPlan } from "../../models/index.ts";

export interface Culprit {
  readonly name: string;
  /** What it is in the draw. */
  readonly value: number;
  readonly central: number;
}

/** Draws that are tried at a time. */
const TILE = 32;

/** The assumptions that, put back to the central value one at a time, make that draw of the series finite. */
export function culpritsOf(program: DrawProgram, plan: DrawsPlan, series: number, draw: number): readonly Culprit[] {
  const columns = columnsIn(plan, draw);
  const drawn = culpritsIn(plan, columns);
  const store = plainMachine.openResults(program.series, TILE);
  const loaded = plainMachine.load(program, TILE, store);
  const found: Culprit[] = [];
  for (let from = 0; from < drawn.length; from += TILE) {
    const tried = drawn.slice(from, from + TILE);
    loaded.columns.forEach((column, i) => column.fill(columns[i] as number));
    tried.forEach(({ central }, i) => ((loaded.columns[from + i] as Float64Array)[i] = central));
    loaded.run(tried.length, 0);
    found.push(...tried.filter((_, i) => Number.isFinite(store.values[series * TILE + i])));
  }
  loaded.close();
  return found;
}

/** The assumption whose value in that draw leaves the smallest share of its distribution beyond it; null where there are none. */
export function furthestOut(plan: DrawsPlan, draw: number): Culprit | null {
  const drawn = culpritsIn(plan, columnsIn(plan, draw));
  const beyond = plan.assumptions.map((assumption, i) => {
    const below = shareBelow(assumption, (drawn[i] as Culprit).value);
    return Math.min(below, 1 - below);
  });
  return drawn[beyond.indexOf(Math.min(...beyond))] ?? null;
}

/** Every column of that draw: the assumptions', then those of chance. */
function columnsIn(plan: DrawsPlan, draw: number): readonly number[] {
  const columns = [...plan.assumptions, ...(plan.chance ?? [])].map(() => new Float64Array(1));
  createDraws(plan).fill(columns, 0, draw, 1);
  return columns.map(([value]) => value as number);
}

function culpritsIn(plan: DrawsPlan, columns: readonly number[]): readonly Culprit[] {
  return plan.assumptions.map((assumption, i) => ({
    name: assumption.parameter,
    value: columns[i] as number,
    central: assumption.central(),
  }));
}

/** The share of a distribution below a value, by halving: 2^-40 is near enough to tell which is further out. */
function shareBelow(assumption: Distribution, value: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (assumption.quantile(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
