/** The demand table: population, activity and delay of every combination in one. */
import type { Activity, NamedArray } from "../../models/index.ts";
import type { NumberColumn, Table } from "../arrow/table.ts";
import type { Axes } from "./axes.ts";
import { DatasetError } from "../dataset-error.ts";
import { fieldOf } from "../package/table-specs.ts";
import { cellKeys, yearKey } from "./activity.ts";
import { fillBlock, locateCells } from "./block.ts";
import type { Cells } from "./block.ts";
import { emptyCell, hasColumn, numberColumn, partNumberColumn } from "./columns.ts";

export interface Demand {
  readonly population: NamedArray;
  readonly activity: Activity;
  /** Dims [area, age, specialty]; null when the table has no column for it. */
  readonly delayed: NamedArray | null;
}

/**
 * Reads the table. Activity that is filled in every year is given; filled in the first year and empty in every later
 * one, it is the base year's and projected. Anything between is refused, as is a population that differs between the
 * specialties of one year, area, age band and sex. Delay is read from the first year's rows.
 */
export function readDemand(table: Table, axes: Axes): Demand {
  const cells = locateCells(table, "demand", [yearKey(axes), ...cellKeys(axes)]);
  const population = readPopulation(table, cells, axes.specialties.list.length);
  const admissions = partNumberColumn(table, fieldOf("demand", "admissions"));
  const bedDays = partNumberColumn(table, fieldOf("demand", "bed_days"));
  const firstYearCells = cells.count / axes.years.list.length;
  const laterEmpty = [admissions, bedDays].every((column) => isEmptyLater(column, cells, firstYearCells));
  for (const column of [admissions, bedDays])
    refuseEmpty(table, column, cells, laterEmpty ? firstYearCells : cells.count);
  const [admissionBlock, bedDayBlock] = [fillBlock(cells, admissions.values), fillBlock(cells, bedDays.values)];
  const first = (block: NamedArray): NamedArray => ({
    dims: block.dims.slice(1),
    values: block.values.slice(0, firstYearCells),
  });
  return {
    population,
    activity: laterEmpty
      ? { kind: "projected", admissions0: first(admissionBlock), bedDays0: first(bedDayBlock) }
      : { kind: "given", admissions: admissionBlock, bedDays: bedDayBlock },
    delayed: readDelayed(table, cells, axes, firstYearCells),
  };
}

function readPopulation(table: Table, cells: Cells, specialties: number): NamedArray {
  const people = numberColumn(table, fieldOf("demand", "population"));
  const block = fillBlock(cells, people);
  const values = new Float64Array(cells.count / specialties);
  for (let cell = 0; cell < values.length; cell++) values[cell] = block.values[cell * specialties] as number;
  for (let row = 0; row < table.rowCount; row++) {
    const cell = cells.cellOfRow[row] as number;
    const others = values[Math.floor(cell / specialties)] as number;
    if (people[row] === others) continue;
    throw new DatasetError({
      code: "demand.population-differs",
      problem: `the population of ${cells.describe(cell)} differs from that of another specialty, ${others}`,
      file: table.file,
      column: "population",
      row: row + 1,
      value: String(people[row]),
      remedy: "The same people have the same population in every specialty's row; correct one of them",
    });
  }
  return { dims: cells.dims.slice(0, -1), values };
}

/** Whether the column is filled in no later year than the first. A column with nothing missing never is. */
function isEmptyLater(column: NumberColumn, cells: Cells, firstYearCells: number): boolean {
  const { missing } = column;
  if (missing === null) return false;
  for (let row = 0; row < missing.length; row++) {
    if ((cells.cellOfRow[row] as number) >= firstYearCells && missing[row] === 0) return false;
  }
  return true;
}

function refuseEmpty(table: Table, column: NumberColumn, cells: Cells, before: number): void {
  const { missing } = column;
  if (missing === null) return;
  for (let row = 0; row < missing.length; row++) {
    if (missing[row] === 1 && (cells.cellOfRow[row] as number) < before) {
      throw emptyCell(table, fieldOf("demand", column.name), row);
    }
  }
}

function readDelayed(table: Table, cells: Cells, axes: Axes, firstYearCells: number): NamedArray | null {
  if (!hasColumn(table, "delayed_bed_days")) return null;
  const column = partNumberColumn(table, fieldOf("demand", "delayed_bed_days"));
  refuseEmpty(table, column, cells, firstYearCells);
  const block = fillBlock(cells, column.values);
  const [S, K] = [axes.sexes.list.length, axes.specialties.list.length];
  const groups = firstYearCells / (S * K);
  const values = new Float64Array(groups * K);
  for (let group = 0; group < groups; group++) {
    for (let s = 0; s < S; s++) {
      for (let k = 0; k < K; k++) {
        values[group * K + k] = (values[group * K + k] as number) + (block.values[(group * S + s) * K + k] as number);
      }
    }
  }
  return { dims: ["area", "age", "specialty"], values };
}
