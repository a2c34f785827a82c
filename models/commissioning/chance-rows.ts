/** Rows of chance variation, cell by cell: how many come where so many are expected, and how long they stay. */
import { Cells } from "../language/draws/cells.ts";
import type { RowResult } from "../language/draws/results.ts";
import { ONE } from "../language/draws/row-graph.ts";
import type { RowGraph } from "../language/draws/row-graph.ts";
import { stridesOf } from "../language/named-array.ts";
import type { Members } from "../language/named-array.ts";
import { admissionsStream, staysStream } from "../uncertainty/chance/chance.ts";

const AREA = "area";

/** What shares one chance, whatever the world: "2026/27, moray". */
const nameOf = (year: string, area: string): string => `${year}, ${area}`;

/** Names of all cells that have a chance of their own. */
export function chanceCells({ year: years = [], area: areas = [] }: Members): string[] {
  return years.flatMap((year) => areas.map((area) => nameOf(year, area)));
}

export class ChanceRows {
  readonly #graph: RowGraph;
  readonly #cells: Cells;
  readonly #places: ReadonlyMap<string, number>;

  /** `places` are columns of the program by the name of their stream. */
  constructor(graph: RowGraph, places: ReadonlyMap<string, number>) {
    this.#graph = graph;
    this.#cells = new Cells(graph);
    this.#places = places;
  }

  /** Poisson numbers about what is expected of each year and area. */
  admissions(expected: RowResult): RowResult {
    const cells = this.#cells;
    return this.#byCell(expected, (cell, name) => {
      cells.poisson(...valueAt(expected, cell), this.#column(admissionsStream(name)));
    });
  }

  /**
   * Bed days of the admissions that come, N: log-normal with mean N m and variance N (s - m²), where m is the mean stay
   * expected of the cell in the draw, and s is m² times `squaredStayRatio`. None where N is 0.
   */
  bedDays(
    admissions: RowResult,
    expectedAdmissions: RowResult,
    expectedBedDays: RowResult,
    squaredStayRatio: number,
  ): RowResult {
    const cells = this.#cells;
    return this.#byCell(expectedBedDays, (cell, name) => {
      const count = admissions.rows[cell] as number;
      cells.ratio(...valueAt(expectedBedDays, cell), ...valueAt(expectedAdmissions, cell));
      cells.multiply(cells.coefficient, cells.row, 1, count);
      const mean = [cells.coefficient, cells.row] as const;
      // The variance of the logarithm is ln(1 + (s / m² - 1) / N); where N is 0 the mean is 0 and this is 0 too.
      cells.ratio(squaredStayRatio - 1, ONE, 1, count);
      cells.add(1, ONE, cells.coefficient, cells.row);
      cells.unary("log", cells.coefficient, cells.row);
      const variance = [cells.coefficient, cells.row] as const;
      cells.unary("sqrt", ...variance);
      cells.multiply(cells.coefficient, cells.row, 1, this.#column(staysStream(name)));
      cells.add(cells.coefficient, cells.row, -variance[0] / 2, variance[1]);
      cells.unary("exp", cells.coefficient, cells.row);
      cells.multiply(...mean, cells.coefficient, cells.row);
    });
  }

  /** Added up over areas in each draw: a total varies by the chance of its areas, and has none of its own. */
  total(of: RowResult): RowResult {
    const dims = of.dims.filter((dim) => dim !== AREA);
    const size = of.members[AREA]?.length ?? 0;
    const step = stridesOf(of.members, of.dims)[AREA] ?? 0;
    // Where the other cells are, in the order of their own dimensions.
    const starts = [...of.rows.keys()].filter((cell) => Math.floor(cell / step) % size === 0);
    const ones = new Float64Array(size).fill(1);
    const rows = starts.map((start) => {
      const terms = Array.from({ length: size }, (_, area) => of.rows[start + area * step] as number);
      return this.#graph.linear(0, ones, terms, size);
    });
    const { [AREA]: _, ...members } = of.members;
    return { dims, members, rows: Int32Array.from(rows), constants: new Float64Array(rows.length) };
  }

  /** A row for each cell: what `work` leaves in the cells, which is given the name of the cell's year and area. */
  #byCell({ dims, members, rows }: RowResult, work: (cell: number, name: string) => void): RowResult {
    const strides = stridesOf(members, dims);
    const memberAt = (dim: string, cell: number): string => {
      const all = members[dim] ?? [];
      return all[Math.floor(cell / (strides[dim] ?? 1)) % all.length] ?? "";
    };
    const made = rows.map((_, cell) => {
      work(cell, nameOf(memberAt("year", cell), memberAt(AREA, cell)));
      return this.#cells.scaled(this.#cells.coefficient, this.#cells.row);
    });
    return { dims, members, rows: made, constants: new Float64Array(rows.length) };
  }

  #column(stream: string): number {
    const place = this.#places.get(stream);
    if (place === undefined) throw new Error(`There is no column of ${stream}.`);
    return this.#graph.column(place);
  }
}

/** A cell of a result as a number times a row. */
function valueAt({ rows, constants }: RowResult, cell: number): [number, number] {
  const row = rows[cell] as number;
  return row === ONE ? [constants[cell] as number, ONE] : [1, row];
}
