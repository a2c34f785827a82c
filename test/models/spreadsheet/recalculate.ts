/** Figures of a workbook by LibreOffice. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbook } from "./workbook/grid.ts";
import { formulaFigures, unzipped } from "./workbook/read.ts";
import type { Figures } from "./workbook/write.ts";
import { workbookParts, zipped } from "./workbook/write.ts";

/** The version line of LibreOffice; null where it is not installed. */
export function libreOffice(): string | null {
  try {
    return execFileSync("soffice", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

/** Hands LibreOffice the formulas of each workbook without any figures, and reads back what it makes of them. */
export async function recalculated(workbooks: readonly Workbook[]): Promise<readonly Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), "careshift-workbook-"));
  try {
    const names = workbooks.map((_, n) => `formulas-${n}.xlsx`);
    for (const [n, workbook] of workbooks.entries()) {
      writeFileSync(join(folder, names[n] ?? ""), await zipped(workbookParts(workbook, new Map())));
    }
    // A profile of its own: another LibreOffice that is open is left alone.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    const files = names.map((name) => join(folder, name));
    execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, ...files], {
      stdio: "ignore",
    });
    return await Promise.all(
      workbooks.map(async ({ sheets }, n) => {
        const parts = await unzipped(readFileSync(join(out, names[n] ?? "")));
        return formulaFigures(
          parts,
          sheets.map(({ title }) => title),
        );
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
