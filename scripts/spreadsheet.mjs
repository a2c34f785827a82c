// Writes test/models/spreadsheet/two-areas.xlsx anew: formulas from its sheets, figures by LibreOffice, which must be installed.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = new URL("../test/models/spreadsheet/", import.meta.url);
// Beside its source, since the source finds the case and the workbook from where it is.
const bundle = new URL("write-workbook.bundle.mjs", folder);
try {
  await build({
    entryPoints: [new URL("write-workbook.ts", folder).pathname],
    outfile: bundle.pathname,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  await import(bundle.href);
} finally {
  await rm(bundle, { force: true });
}
