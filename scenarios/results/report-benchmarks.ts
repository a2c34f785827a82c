/** Lines to compare with: "if we were like ...". They enter no sum. Described in docs/method/evidence.md. */
import type { CommissioningResults } from "../../models/index.ts";
import { entriesOf } from "../evidence/entry-of.ts";
import type { BenchmarkEntry, ComparedMeasure, ComparisonLevel, Grade } from "../evidence/entry.ts";
import type { Scenario } from "../schema.ts";
import { byYear, DOING_NOTHING, has } from "./read.ts";

export interface BenchmarkReport {
  readonly id: string;
  /** "If we were like: Whole-system integration, Canterbury". */
  readonly label: string;
  readonly transferability: string;
  readonly lines: readonly BenchmarkLine[];
}

export interface BenchmarkLine {
  readonly measure: ComparedMeasure;
  readonly label: string;
  /** Against the level compared with: -0.2 is 20 % lower. */
  readonly difference: { readonly low: number; readonly central: number; readonly high: number };
  /** Each by year, in the measure's own unit; null where this run has no such figure. */
  readonly level: LevelByYear | null;
  readonly source: string;
  readonly grade: Grade;
}

export interface LevelByYear {
  readonly low: readonly number[];
  readonly central: readonly number[];
  readonly high: readonly number[];
}

/** The variable of each measure that a level may be a level of. */
const VARIABLES: Readonly<Record<ComparedMeasure, string | null>> = {
  admissions: "emergencyAdmissions",
  bedDays: "emergencyBedDays",
  attendances: "attendancesTotal",
  spend: "lineCost",
  "not modelled": null,
};

/** Every benchmark that the scenario or the library has, beside what doing nothing gives. */
export function benchmarksReport(scenario: Scenario, results: CommissioningResults): BenchmarkReport[] {
  return entriesOf(scenario)
    .filter((entry): entry is BenchmarkEntry => entry.kind === "benchmark" && entry.levels.length > 0)
    .map(({ id, title, transferability, levels }) => ({
      id,
      label: `If we were like: ${title}`,
      transferability,
      lines: levels.map((level) => lineOf(level, results)),
    }));
}

function lineOf({ measure, label, low, central, high, source, grade }: ComparisonLevel, results: CommissioningResults) {
  const variable = VARIABLES[measure];
  const known = variable !== null && has(results, variable) && namesOf(results, variable).includes("world");
  const base = known ? byYear(results, variable, { world: DOING_NOTHING }) : null;
  // Data without the figure leave it 0 throughout: a line at 0 would be read as a level.
  const level = base === null || base.every((each) => each === 0) ? null : levelByYear({ low, central, high }, base);
  return { measure, label, difference: { low, central, high }, level, source, grade };
}

function namesOf(results: CommissioningResults, variable: string): readonly string[] {
  return results.values.get(variable)?.dims ?? [];
}

/** `base` by year, lower or higher by the level's difference. */
export function levelByYear(
  { low, central, high }: Pick<ComparisonLevel, "low" | "central" | "high">,
  base: readonly number[],
): LevelByYear {
  const at = (difference: number) => base.map((each) => each * (1 + difference));
  return { low: at(low), central: at(central), high: at(high) };
}
