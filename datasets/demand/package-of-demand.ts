/** One Arrow file with the demand table, made into a whole dataset: the file as it is, and what it leaves out, assumed. */
import { readArrowTable } from "../arrow/read.ts";
import type { Table } from "../arrow/table.ts";
import { hasColumn, partNumberColumn, textColumn } from "../check/columns.ts";
import { DatasetError } from "../dataset-error.ts";
import { fieldOf, specOf } from "../package/table-specs.ts";
import { assembleFiles, describeTable, writeTable } from "../package/write.ts";
import { bandsFromTexts } from "./age-bands.ts";
import { assumedTables } from "./assumed-tables.ts";
import { describeDemand } from "./describe.ts";
import { namedMembers } from "./names.ts";
import { readNotes } from "./notes.ts";
import { yearsFromTexts } from "./years.ts";

/** Where the demand table lies among the dataset's files. */
export const DEMAND_PATH = "demand.arrow";

/**
 * Files of the dataset by path, the demand table among them byte for byte: kept with a scenario, they give the same
 * dataset whatever a later version of the program assumes. `demand` is the table as read. Throws `DatasetError` when the table is not a demand table.
 */
export function packageOfDemandTable(
  bytes: Uint8Array,
  name: string,
): { readonly files: Map<string, Uint8Array>; readonly demand: Table } {
  const table = readArrowTable(bytes, name);
  refuseOtherColumns(table);
  const years = yearsFromTexts(textsOf(table, "financial_year"), name);
  const hasDelay = hasColumn(table, "delayed_bed_days");
  const tables = assumedTables({
    ...years,
    areas: namedMembers(textsOf(table, "area"), "area", name),
    sexes: namedMembers(textsOf(table, "sex"), "sex", name),
    bands: bandsFromTexts(textsOf(table, "age_band"), name),
    specialties: namedMembers(textsOf(table, "specialty"), "specialty", name),
    firstYearBedDays: bedDaysOf(table, years.firstYear),
    hasDelay,
  });
  const columns = table.columns.map((column) => column.name);
  const demand = { resource: describeTable("demand", DEMAND_PATH, bytes, columns), bytes };
  const description = describeDemand(readNotes(table.metadata, name), years, hasDelay);
  return { files: assembleFiles(description, [demand, ...tables.map(writeTable)]), demand: table };
}

/** The different texts of a column, in the order of their first rows. */
function textsOf(table: Table, name: string): readonly string[] {
  const column = textColumn(table, fieldOf("demand", name));
  if (table.rowCount > 0) return column.texts.filter((_, code) => column.codes.includes(code));
  throw new DatasetError({
    code: "table.no-rows",
    problem: "the table has its columns and no rows",
    file: table.file,
    remedy: "Fill it in, or choose another file",
  });
}

/** Bed days of the first year's rows. Empty cells are left for the checks that follow. */
function bedDaysOf(table: Table, firstYear: number): number {
  const year = textColumn(table, fieldOf("demand", "financial_year"));
  const isFirst = year.texts.map((text) => text.startsWith(`${firstYear}/`));
  const { values, missing } = partNumberColumn(table, fieldOf("demand", "bed_days"));
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (isFirst[year.codes[row] as number] === true && missing?.[row] !== 1) sum += values[row] as number;
  }
  return sum;
}

function refuseOtherColumns(table: Table): void {
  const known = specOf("demand").fields.map((field) => field.name);
  const other = table.columns.find((column) => !known.includes(column.name));
  if (other === undefined) return;
  throw new DatasetError({
    code: "demand.unknown-column",
    problem: `this is not a column of the demand table, whose columns are ${known.join(", ")}`,
    file: table.file,
    column: other.name,
    remedy: "Remove or rename the column",
  });
}
