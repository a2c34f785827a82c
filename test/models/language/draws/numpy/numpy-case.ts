/** The case that NumPy works out too: its model, the draws of its columns, and the figures that NumPy found. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DrawnCase, DrawnCell } from "../../../../../models/language/draws/plan-draws.ts";
import type { Model } from "../../../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../../../models/language/named-array.ts";

interface Figure {
  readonly id: string;
  readonly unit: string;
  readonly dims: readonly string[];
}

interface CaseFile {
  readonly members: Members;
  readonly inputs: readonly (Figure & { readonly values: readonly number[] })[];
  /** `cells[c]` are the draws of cell c. */
  readonly drawn: readonly (Figure & { readonly cells: readonly (readonly number[])[] })[];
  readonly variables: readonly (Figure & { readonly formula: string })[];
}

/** What NumPy found for one variable: cell by cell its draws, their mean, and percentile by percentile the cells. */
export interface FiguresOfNumPy {
  readonly draws: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly percentiles: readonly (readonly number[])[];
}

export interface FoundByNumPy {
  /** Its version. */
  readonly numpy: string;
  readonly figures: Readonly<Record<string, FiguresOfNumPy>>;
}

/** The percentiles that NumPy was asked for. */
export const PERCENTILES_OF_NUMPY: readonly number[] = [10, 50, 90];

export interface NumPyCase {
  readonly model: Model;
  readonly given: DrawnCase;
  readonly columns: readonly (readonly number[])[];
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export function readCase(): NumPyCase {
  const { members, inputs, drawn, variables } = JSON.parse(readFileSync(path("case.json"), "utf8")) as CaseFile;
  const text = ({ id, unit, dims }: Figure): Model["inputs"][number] => ({ id, label: id, unit, dims, docs: "" });
  const values = new Map<string, NamedArray>();
  for (const input of inputs) values.set(input.id, { dims: input.dims, values: Float64Array.from(input.values) });
  const columns: (readonly number[])[] = [];
  const cells: DrawnCell[] = [];
  for (const { id, dims, cells: own } of drawn) {
    // Without uncertainty a cell is what its first draw is.
    values.set(id, { dims, values: Float64Array.from(own, (draws) => draws[0] as number) });
    own.forEach((draws, cell) => cells.push({ input: id, cell, column: columns.push(draws) - 1, scale: 1, offset: 0 }));
  }
  return {
    model: {
      dimensions: Object.keys(members).map((id) => ({ id, label: id })),
      inputs: [...inputs, ...drawn].map(text),
      variables: variables.map((variable) => ({ ...text(variable), formula: variable.formula })),
    },
    given: { inputs: values, members, drawn: cells },
    columns,
  };
}

/** What NumPy found when the case was written. */
export function keptFigures(): FoundByNumPy {
  return JSON.parse(readFileSync(path("expected.json"), "utf8")) as FoundByNumPy;
}

/** What NumPy finds now; null on a machine without python3 or without NumPy. Throws when the script itself fails. */
export function figuresAnew(): FoundByNumPy | null {
  const { error, status, stdout, stderr } = spawnSync("python3", [path("oracle.py"), path("case.json")], {
    encoding: "utf8",
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (error !== undefined || /No module named '?numpy/.test(stderr)) return null;
  if (status !== 0) throw new Error(`oracle.py failed:\n${stderr}`);
  return JSON.parse(stdout) as FoundByNumPy;
}
