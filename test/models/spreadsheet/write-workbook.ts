/** Writes the committed workbook: formulas from its sheets, figures by LibreOffice. Run by `node scripts/spreadsheet.mjs`. */
import { writeFileSync } from "node:fs";
import { recalculated } from "./recalculate.ts";
import { readSmallCase } from "./small-case.ts";
import { WORKBOOK_FILE, workbookOf } from "./two-areas.ts";
import { workbookParts, zipped } from "./workbook/write.ts";

const workbook = workbookOf(readSmallCase());
const [figures = new Map<string, ReadonlyMap<string, number>>()] = await recalculated([workbook]);
writeFileSync(WORKBOOK_FILE, await zipped(workbookParts(workbook, figures)));
