/** `npm run bench [-- NAME]`: runs the benches and prints one table: what, ours, peer and version, ratio. */
import { cpus, totalmem } from "node:os";
import { arrowLoad } from "./arrow-load.ts";
import type { BenchRow, Measurement } from "./measure.ts";
import { commissioningDraws } from "./commissioning-draws.ts";
import { monteCarlo } from "./monte-carlo.ts";
import { openFormulaCase } from "./open-formula-case.ts";
import { recalculation } from "./recalculation.ts";
import { sliderToPaint } from "./slider-to-paint.ts";

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  recalculation,
  "slider-to-paint": sliderToPaint,
  "arrow-load": arrowLoad,
  "commissioning-draws": commissioningDraws,
  "monte-carlo": () => monteCarlo(openFormulaCase),
};

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;

function compared(ours: Measurement, theirs: Measurement): string {
  const ratio = theirs.medianMs / ours.medianMs;
  return ratio >= 1 ? `${ratio.toFixed(1)} x faster` : `${(1 / ratio).toFixed(2)} x slower`;
}

const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in BENCHES)) {
  console.error(`There is no bench called "${wanted}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}

const [processor] = cpus();
console.log(
  `${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`,
);

const rows = [["what", "ours (median)", "lowest", "peer", "theirs (median)", "ratio", "aim"]];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted !== undefined && wanted !== name) continue;
  for (const row of await bench()) {
    rows.push([
      row.what,
      milliseconds(row.ours.medianMs),
      milliseconds(row.ours.lowestMs),
      row.peer,
      row.theirs === null ? "" : milliseconds(row.theirs.medianMs),
      row.theirs === null ? "" : compared(row.ours, row.theirs),
      row.aim,
    ]);
  }
}
console.log(table(rows));
