/**
 * NumPy as an oracle: twenty formulas planned and run over forty given draws on both machines, and the same figures worked
 * out by hand in NumPy (`oracle.py`). The figures kept here are NumPy 2.4.6's; `python3 oracle.py case.json > expected.json`
 * makes them again.
 */
import { describe, expect, it } from "vitest";
import { openKernelMachine } from "../../../../../engine/kernels/kernel-machine.ts";
import { createDrawPlanner } from "../../../../../models/language/draws/plan-draws.ts";
import { plainMachine } from "../../../../../models/language/draws/plain-machine.ts";
import type { DrawMachine } from "../../../../../models/language/draws/machine.ts";
import { Summariser } from "../../../../../models/uncertainty/summaries/summaries.ts";
import { compiledKernels } from "../../../../engine/kernels/support/kernels.ts";
import { resultsOf } from "../support/programs.ts";
import { figuresAnew, keptFigures, PERCENTILES_OF_NUMPY, readCase } from "./numpy-case.ts";
import type { FiguresOfNumPy, FoundByNumPy } from "./numpy-case.ts";

const { model, given, columns } = readCase();
const kept = keptFigures();
const ids = model.variables.map(({ id }) => id);
const DRAWS = columns[0]?.length ?? 0;
/** Draws of a tile: not a divisor of the draws. */
const TILE = 16;

/** Cell by cell the draws of each variable. */
function drawsOn(machine: DrawMachine): ReadonlyMap<string, readonly (readonly number[])[]> {
  const { program, results } = createDrawPlanner(model).plan(given, columns.length, ids);
  const series = resultsOf(machine, program, columns, TILE);
  return new Map(
    [...results].map(([id, result]) => [
      id,
      Array.from(result.series, (s, cell) =>
        s < 0 ? Array<number>(DRAWS).fill(result.constants[cell] as number) : (series[s] as number[]),
      ),
    ]),
  );
}

/** Mean and percentiles of each cell, in the form that NumPy's have. */
function summarised(cells: readonly (readonly number[])[]): FiguresOfNumPy {
  const summariser = new Summariser({ draws: DRAWS, percentiles: PERCENTILES_OF_NUMPY, standardErrors: true });
  const found = cells.map((draws) => {
    const into = new Float64Array(summariser.width);
    summariser.summarise(Float64Array.from(draws), 0, into, 0);
    return into;
  });
  return {
    draws: cells,
    mean: found.map((summary) => summary[0] as number),
    percentiles: PERCENTILES_OF_NUMPY.map((_, p) => found.map((summary) => summary[1 + p] as number)),
  };
}

/** Largest difference relative to NumPy's number, 0 where both are the same; infinite where their numbers are not as many. */
function apart(found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]): number {
  const [a, b] = [found.flat(), wanted.flat()];
  if (found.length !== wanted.length || a.length !== b.length) return Infinity;
  return Math.max(...a.map((value, i) => (value === b[i] ? 0 : Math.abs(value / (b[i] as number) - 1))));
}

const CLOSE = 1e-9;

function expectNumPys(cells: ReadonlyMap<string, readonly (readonly number[])[]>, { figures }: FoundByNumPy): void {
  expect([...cells.keys()].toSorted()).toEqual(Object.keys(figures).toSorted());
  const differences = [...cells].flatMap(([id, draws]) => {
    const wanted = figures[id] as FiguresOfNumPy;
    const found = summarised(draws);
    return [
      { what: `draws of ${id}`, by: apart(found.draws, wanted.draws) },
      { what: `means of ${id}`, by: apart([found.mean], [wanted.mean]) },
      { what: `percentiles of ${id}`, by: apart(found.percentiles, wanted.percentiles) },
    ];
  });
  expect(differences.filter(({ by }) => !(by <= CLOSE))).toEqual([]);
}

describe("twenty formulas over forty draws, against NumPy to 1e-9", () => {
  it.each([plainMachine, openKernelMachine(compiledKernels())])("on the $kind machine", (machine) => {
    expectNumPys(drawsOn(machine), kept);
  });

  it("are compared where each way of a choice is taken, and where a bound holds and does not", () => {
    const some = (id: string): readonly number[] => kept.figures[id]?.draws.flat() ?? [];
    const kinds = (id: string, of: (value: number) => unknown): number => new Set(some(id).map(of)).size;
    expect(kinds("waiting", (value) => value === 0)).toBe(2);
    expect(kinds("pressure", (value) => (value === 0.88 ? "low" : value === 1.15 ? "high" : "between"))).toBe(3);
    expect(kinds("treated", (value) => [610, 560, 640, 700].includes(value))).toBe(2);
    const cheap = columns[given.drawn.find(({ input }) => input === "bedDayPrice")?.column ?? -1];
    expect(new Set(some("price").map((value, i) => value === cheap?.[i % DRAWS])).size).toBe(2);
  });
});

const anew = figuresAnew();

describe.skipIf(anew === null)("where there is NumPy", () => {
  it("still finds the figures that are kept", () => {
    const { figures } = anew as FoundByNumPy;
    expect(Object.keys(figures)).toEqual(Object.keys(kept.figures));
    const differences = Object.entries(figures).map(([id, { draws, mean, percentiles }]) => {
      const own = kept.figures[id] as FiguresOfNumPy;
      return Math.max(apart(draws, own.draws), apart([mean], [own.mean]), apart(percentiles, own.percentiles));
    });
    expect(Math.max(...differences)).toBeLessThanOrEqual(1e-12);
  });
});
