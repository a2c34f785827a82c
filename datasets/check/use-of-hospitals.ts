/** Which hospitals the areas use. */
import type { NamedArray } from "../../models/index.ts";
import type { Table } from "../arrow/table.ts";
import { textAt } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import { fieldOf } from "../package/table-specs.ts";
import { numberColumn, textColumn } from "./columns.ts";
import { memberPositions, unknownMember } from "./members.ts";
import type { Members } from "./members.ts";

/**
 * Shares, dims [area, hospital, specialty]. The rows that name a specialty are that area's and specialty's whole list;
 * where there are none, the area's rows for "all" hold. A hospital that is not named has share 0, which the sum makes
 * safe. Throws `DatasetError` on a double row, or shares of an area and specialty that do not sum to 1.
 */
export function readUseOfHospitals(table: Table, areas: Members, hospitals: Members, specialties: Members): NamedArray {
  const area = memberPositions(table, textColumn(table, fieldOf("use-of-hospitals", "area")), areas);
  const hospital = memberPositions(table, textColumn(table, fieldOf("use-of-hospitals", "hospital")), hospitals);
  const specialty = textColumn(table, fieldOf("use-of-hospitals", "specialty"));
  const shares = numberColumn(table, fieldOf("use-of-hospitals", "share"));
  const [H, K] = [hospitals.list.length, specialties.list.length];
  const rowOf = new Map<string, number>();
  const named = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) {
    const text = textAt(specialty, row) as string;
    const k = text === "all" ? "all" : specialties.positions.get(text);
    if (k === undefined) throw unknownMember(table, specialty, row, specialties);
    const key = `${area[row]}/${hospital[row]}/${k}`;
    const first = rowOf.get(key);
    if (first !== undefined) throw doubleRow(table, row, first);
    rowOf.set(key, row);
    named.add(`${area[row]}/${k}`);
  }
  const values = new Float64Array(areas.list.length * H * K);
  areas.list.forEach((oneArea, l) => {
    specialties.list.forEach((oneSpecialty, k) => {
      const own = named.has(`${l}/${k}`) ? k : "all";
      let sum = 0;
      for (let h = 0; h < H; h++) {
        const row = rowOf.get(`${l}/${h}/${own}`);
        const share = row === undefined ? 0 : (shares[row] as number);
        values[(l * H + h) * K + k] = share;
        sum += share;
      }
      if (Math.abs(sum - 1) > 1e-9) throw wrongSum(table, oneArea.id, oneSpecialty.id, sum);
    });
  });
  return { dims: ["area", "hospital", "specialty"], values };
}

function doubleRow(table: Table, row: number, first: number): DatasetError {
  return new DatasetError({
    code: "table.duplicate-row",
    problem: `the same area, hospital and specialty stand in row ${first + 1} already`,
    file: table.file,
    row: row + 1,
    remedy: "Keep one row for each combination",
  });
}

function wrongSum(table: Table, area: string, specialty: string, sum: number): DatasetError {
  return new DatasetError({
    code: "use-of-hospitals.sum",
    problem: `the shares of ${area} for ${specialty} over the hospitals sum to ${sum}, not to 1`,
    file: table.file,
    column: "share",
    value: `${area}, ${specialty}`,
    remedy: "Correct the shares, or add the hospital that is missing",
  });
}
