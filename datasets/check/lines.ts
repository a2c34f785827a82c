/** Budget lines and specialties, and how they name each other. */
import type { Payer } from "../../models/index.ts";
import type { Table } from "../arrow/table.ts";
import { textAt } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import type { LineRecord, SpecialtyRecord } from "../dataset.ts";
import { fieldOf } from "../package/table-specs.ts";
import { locateCells } from "./block.ts";
import { numberColumn, textColumn } from "./columns.ts";
import { memberPositions, membersOf, readMembers, unknownMember } from "./members.ts";
import type { Members } from "./members.ts";

const PAYERS: readonly Payer[] = ["set-aside", "nhs-delegated", "council-delegated"];
const payers = membersOf(
  "payer",
  PAYERS.map((id) => ({ id, label: id })),
);

export interface Lines {
  readonly list: readonly LineRecord[];
  readonly members: Members;
}

/** Reads the budget lines and, for those that have them, their need weights by age. */
export function readLines(table: Table, weights: Table | undefined, costTypes: Members, bands: Members): Lines {
  const members = readMembers(table, "budget-lines", "budget line", true);
  const payer = memberPositions(table, textColumn(table, fieldOf("budget-lines", "payer")), payers);
  const costType = memberPositions(table, textColumn(table, fieldOf("budget-lines", "cost_type")), costTypes);
  const budgets = numberColumn(table, fieldOf("budget-lines", "budget"));
  const weightOf = weights === undefined ? new Map<string, readonly number[]>() : readWeights(weights, members, bands);
  const list = members.list.map(({ id, label }, row): LineRecord => ({
    id,
    label,
    payer: PAYERS[payer[row] as number] as Payer,
    budget0: budgets[row] as number,
    costType: costTypes.list[costType[row] as number]?.id ?? "",
    needWeight: weightOf.get(id) ?? null,
  }));
  return { list, members };
}

/** Weights of the lines that the table names: each has one for every age band, not all of them 0. */
function readWeights(table: Table, lines: Members, bands: Members): Map<string, readonly number[]> {
  const column = textColumn(table, fieldOf("need-weights", "line"));
  const rows = memberPositions(table, column, lines);
  const named = [...new Set(rows)]
    .sort((a, b) => a - b)
    .map((position) => lines.list[position] as { id: string; label: string });
  const values = numberColumn(table, fieldOf("need-weights", "weight"));
  const weighted: Members = { ...membersOf("budget line", named), file: table.file };
  const cells = locateCells(table, "need-weights", [
    { column: "line", dim: "line", members: weighted },
    { column: "age_band", dim: "age", members: bands },
  ]);
  const size = bands.list.length;
  const block = new Float64Array(cells.count);
  values.forEach((value, row) => (block[cells.cellOfRow[row] as number] = value));
  return new Map(
    named.map((line, index) => {
      const own = [...block.subarray(index * size, (index + 1) * size)];
      if (own.every((weight) => weight === 0)) throw noWeight(table, line.id);
      return [line.id, own];
    }),
  );
}

/** Reads the specialties; each that is in the set-aside names a budget line whose payer is the set-aside. */
export function readSpecialties(table: Table, lines: Lines): { list: SpecialtyRecord[]; members: Members } {
  const members = readMembers(table, "specialties", "specialty", true);
  const line = textColumn(table, fieldOf("specialties", "line"));
  const inScope = numberColumn(table, fieldOf("specialties", "in_scope"));
  const directCost = numberColumn(table, fieldOf("specialties", "direct_cost"));
  const list = members.list.map(({ id, label }, row): SpecialtyRecord => {
    const name = textAt(line, row);
    const record = { id, label, inScope: inScope[row] as number, directCost: directCost[row] as number };
    if (name === null) {
      if (record.inScope === 0) return { ...record, line: null };
      throw wrongLine(table, row, "a specialty with a share in the set-aside names its budget line", "");
    }
    const position = lines.members.positions.get(name);
    if (position === undefined) throw unknownMember(table, line, row, lines.members);
    const owner = lines.list[position] as LineRecord;
    if (owner.payer !== "set-aside") {
      throw wrongLine(
        table,
        row,
        `the line of a specialty is one paid from the set-aside, and ${owner.id} is not`,
        name,
      );
    }
    return { ...record, line: owner.id };
  });
  return { list, members };
}

function wrongLine(table: Table, row: number, problem: string, value: string): DatasetError {
  return new DatasetError({
    code: "specialties.wrong-line",
    problem,
    file: table.file,
    column: "line",
    row: row + 1,
    value,
    remedy: "Correct the line, or the share in scope",
  });
}

function noWeight(table: Table, line: string): DatasetError {
  return new DatasetError({
    code: "need-weights.all-zero",
    problem: `every need weight of ${line} is 0, so nobody would need it`,
    file: table.file,
    column: "weight",
    value: line,
    remedy: "Give it weights, or leave the line out of this table",
  });
}
