/** Age bands: in order of age, disjoint, the last one open. */
import type { AgeBand } from "../../models/index.ts";
import type { Table } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import type { Labelled } from "../dataset.ts";
import { fieldOf } from "../package/table-specs.ts";
import { numberColumn } from "./columns.ts";
import { membersOf, readMembers } from "./members.ts";
import type { Members } from "./members.ts";

export interface Bands {
  readonly list: readonly (AgeBand & Labelled)[];
  readonly members: Members;
}

/** Reads the bands, youngest first whatever the order of the rows. A band reaches to the next one's first age. */
export function readBands(table: Table): Bands {
  const members = readMembers(table, "age-bands", "age band");
  const lowers = numberColumn(table, fieldOf("age-bands", "lower"));
  const middles = numberColumn(table, fieldOf("age-bands", "middle"));
  const rows = members.list
    .map((member, row) => ({ ...member, lower: lowers[row] as number, middle: middles[row] as number, row }))
    .sort((a, b) => a.lower - b.lower);
  rows.forEach((band, index) => {
    const next = rows[index + 1];
    const fail = (column: string, problem: string, value: number): DatasetError =>
      new DatasetError({
        code: "bands.wrong",
        problem,
        file: table.file,
        column,
        row: band.row + 1,
        value: String(value),
        remedy: "Correct the band",
      });
    if (!Number.isInteger(band.lower)) throw fail("lower", "the first age of a band is a whole number", band.lower);
    if (next !== undefined && next.lower === band.lower) {
      throw fail("lower", `the band starts at the same age as ${next.id}`, band.lower);
    }
    if (band.middle < band.lower || (next !== undefined && band.middle > next.lower)) {
      throw fail("middle", "the middle age lies outside the band", band.middle);
    }
  });
  const list = rows.map(({ id, label, lower, middle }) => ({ id, label, lower, middle }));
  return { list, members: { ...membersOf("age band", list), file: table.file } };
}
