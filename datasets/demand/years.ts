/** The financial years of a demand table. */
import { financialYear } from "../../models/index.ts";
import { DatasetError } from "../dataset-error.ts";

export interface YearRange {
  readonly firstYear: number;
  readonly yearCount: number;
}

/** First year and count of "2024/25", "2025/26" ... Throws `DatasetError` on another spelling, a gap, or a single year. */
export function yearsFromTexts(texts: readonly string[], file: string): YearRange {
  const starts = texts.map((text) => {
    const start = Number(text.slice(0, 4));
    if (/^\d{4}\/\d{2}$/.test(text) && financialYear(start) === text) return start;
    throw wrong("this is not a financial year such as 2024/25", text, file);
  });
  starts.sort((a, b) => a - b);
  const firstYear = starts[0] as number;
  const gap = starts.findIndex((start, index) => start !== firstYear + index);
  if (gap >= 0) {
    throw wrong("the years do not follow one another: this one is missing", financialYear(firstYear + gap), file);
  }
  if (starts.length < 2) {
    throw wrong("there is one year alone, and a scenario needs the years after it", financialYear(firstYear), file);
  }
  return { firstYear, yearCount: starts.length };
}

function wrong(problem: string, value: string, file: string): DatasetError {
  return new DatasetError({
    code: "demand.year",
    problem,
    file,
    column: "financial_year",
    value,
    remedy: "Give every year from the first to the last, April to March, as 2024/25",
  });
}
