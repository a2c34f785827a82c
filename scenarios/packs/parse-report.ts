/** Results kept in a pack: enough is checked for them to be compared with results computed now. */
import { z } from "zod";
import { REPORT_FORMAT, REPORT_VERSION, type JsonReport } from "../results/report.ts";
import { NOTHING_OPENED, PackError } from "./pack-error.ts";

const report = z.looseObject({
  format: z.literal(REPORT_FORMAT),
  version: z.literal(REPORT_VERSION),
  title: z.string(),
  years: z.array(z.string()).min(1),
  hashes: z.object({ model: z.string(), data: z.string(), scenario: z.string() }),
  measures: z.record(z.string(), z.unknown()),
  money: z.looseObject({}),
  budgets: z.looseObject({}),
  books: z.looseObject({}),
});

/** Throws PackError when the text is not a report of this version. */
export function parseReport(text: string, file: string, entry: string): JsonReport {
  try {
    // Every part of a report is compared by walking it, so what is absent is found there and named.
    return report.parse(JSON.parse(text)) as unknown as JsonReport;
  } catch {
    throw new PackError(
      "pack.bad-results",
      file,
      `${file}: ${entry} does not hold results that this program reads. ${NOTHING_OPENED}`,
      entry,
    );
  }
}
