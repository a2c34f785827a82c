/**
 * Loading a demand table of two million rows into checked arrays by named dimension, against reading the same eight
 * columns with apache-arrow, value by value, into the same arrays without any check.
 */
import { tableFromIPC } from "apache-arrow";
import { loadDataset } from "../datasets/index.ts";
import { DEMAND_ROWS, demandTable } from "./demand-table.ts";
import { type BenchRow, measure } from "./measure.ts";
import { pinned } from "./pinned.ts";

export async function arrowLoad(): Promise<BenchRow[]> {
  const bytes = demandTable();
  const ours = await measure(() => loadDataset({ kind: "arrow", name: "demand.arrow", bytes }), 5, 1);
  const theirs = await measure(() => readValueByValue(bytes), 5, 1);
  return [
    {
      what: `load and check ${DEMAND_ROWS.toLocaleString("en-GB")} Arrow rows`,
      ours,
      peer: `${pinned("apache-arrow")}, get(i), nothing checked`,
      theirs,
      aim: "no slower than unchecked",
    },
  ];
}

/** What a plain reader does: text by its own map of members, figures into a row-major block. */
function readValueByValue(bytes: Uint8Array): Float64Array[] {
  const table = tableFromIPC(bytes);
  const texts = ["financial_year", "area", "age_band", "sex", "specialty"].map((name) => table.getChild(name));
  const figures = ["population", "admissions", "bed_days"].map((name) => table.getChild(name));
  const positions = texts.map(() => new Map<string, number>());
  const cells = new Int32Array(table.numRows * texts.length);
  for (let row = 0; row < table.numRows; row++) {
    for (let d = 0; d < texts.length; d++) {
      const member = texts[d]?.get(row) as string;
      const known = positions[d] as Map<string, number>;
      let position = known.get(member);
      if (position === undefined) known.set(member, (position = known.size));
      cells[row * texts.length + d] = position;
    }
  }
  const blocks = figures.map(() => new Float64Array(table.numRows));
  for (let row = 0; row < table.numRows; row++) {
    let cell = 0;
    for (let d = 0; d < texts.length; d++)
      cell = cell * (positions[d] as Map<string, number>).size + (cells[row * texts.length + d] as number);
    for (let f = 0; f < figures.length; f++) (blocks[f] as Float64Array)[cell] = figures[f]?.get(row) as number;
  }
  return blocks;
}
