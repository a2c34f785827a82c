/** The results as one JSON document: what `careshift run --json` prints and a pack keeps. See docs/json-report.md. */
import type { Dataset } from "../../datasets/index.ts";
import { DISCOUNT_RATE, type CommissioningResults } from "../../models/index.ts";
import type { Scenario } from "../schema.ts";
import { ownFormulasReport, type OwnFormulasReport } from "./report-own-formulas.ts";
import { beds, type BedsReport } from "./report-beds.ts";
import {
  booksReport,
  budgetsReport,
  moneyReport,
  type BooksReport,
  type BudgetsReport,
  type MoneyReport,
} from "./report-money.ts";
import type { RegisterEntry } from "../register/entry.ts";
import { illustrativeReport, type IllustrativeReport } from "../register/illustrative.ts";
import { assumptionRegister } from "../register/register.ts";
import { benchmarksReport, type BenchmarkReport } from "./report-benchmarks.ts";
import { indicatorsReport, type IndicatorReport } from "./report-indicators.ts";
import { measures, type MeasureReport } from "./report-measures.ts";
import { paybacksReport, type PaybacksReport } from "./report-paybacks.ts";
import { programmesReport, type ProgrammeReport } from "./report-programmes.ts";
import { breakEvenYear } from "./break-even.ts";
import { checkResults, type Check } from "./checks.ts";
import type { Concern } from "./concerns/concern.ts";
import { concernsOf } from "./concerns/concerns.ts";
import { statedValue } from "./stated.ts";
import { varianceRule } from "./variance-rule.ts";
import { yearsOf } from "./read.ts";

export const REPORT_FORMAT = "careshift-results";
export const REPORT_VERSION = 1;

export interface RunHashes {
  readonly model: string;
  readonly data: string;
  readonly scenario: string;
}

export interface JsonReport {
  readonly format: typeof REPORT_FORMAT;
  readonly version: typeof REPORT_VERSION;
  readonly program: string;
  readonly title: string;
  readonly years: readonly string[];
  readonly dataset: { readonly name: string; readonly title: string; readonly hash: string };
  readonly hashes: RunHashes;
  readonly definitions: Dataset["definitions"];
  readonly measures: Readonly<Record<string, MeasureReport>>;
  /** By hospital, then specialty. */
  readonly beds: Readonly<Record<string, Readonly<Record<string, BedsReport>>>>;
  readonly money: MoneyReport;
  readonly budgets: BudgetsReport;
  readonly books: BooksReport;
  readonly breakEven: {
    /** Null: not in the plan. */
    readonly valueMatchedCountingGrowthAvoided: string | null;
    readonly definition: string;
  };
  /** Cash payback and value matched, never one without the other. */
  readonly paybacks: PaybacksReport;
  readonly programmes: readonly ProgrammeReport[];
  /** Where others stand: "if we were like ...". They enter no sum. */
  readonly benchmarks: readonly BenchmarkReport[];
  /** Every number that the model uses. What each can change is left to `careshift assumptions`: it would be most of the report. */
  readonly assumptions: readonly Omit<RegisterEntry, "results">[];
  readonly illustrative: IllustrativeReport;
  /** National indicators, those that are not modelled with the reason. */
  readonly indicators: readonly IndicatorReport[];
  /** Absent where every formula is the model's. */
  readonly ownFormulas?: OwnFormulasReport | undefined;
  readonly checks: readonly Check[];
  /** What a reader should look at before believing the result. */
  readonly concerns: readonly Concern[];
  readonly warnings: readonly string[];
  readonly provenance: Dataset["provenance"];
}

export interface ReportInput {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  /** A run that was asked for `RESULT_IDS`. */
  readonly results: CommissioningResults;
  readonly hashes: RunHashes;
  /** Version of the program: "0.1.0". */
  readonly programVersion: string;
}

/** Figures are in full; money is £ a year, nominal unless it stands under "real"; lists are by year in the order of `years`. */
export function jsonReport({ dataset, scenario, results, hashes, programVersion }: ReportInput): JsonReport {
  const register = assumptionRegister(dataset, scenario);
  const ownFormulas = ownFormulasReport(scenario, results);
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    program: `careshift ${programVersion}`,
    title: scenario.title,
    years: yearsOf(results),
    dataset: { name: dataset.name, title: dataset.title, hash: dataset.hash },
    hashes,
    definitions: dataset.definitions,
    measures: measures(results),
    beds: beds(results),
    money: moneyReport(results),
    budgets: budgetsReport(results),
    books: booksReport(results, varianceRule(dataset, scenario)),
    breakEven: {
      valueMatchedCountingGrowthAvoided: breakEvenYear(results),
      definition:
        "First year in which cumulative real released and avoided cost reaches cumulative real investment; undiscounted, hospital only. Avoided growth is not cash.",
    },
    paybacks: paybacksReport(results, statedValue(dataset, scenario, "discount-rate") ?? DISCOUNT_RATE),
    programmes: programmesReport(dataset, scenario, results),
    benchmarks: benchmarksReport(scenario, results),
    assumptions: register.entries.map(withoutResults),
    illustrative: illustrativeReport(register),
    indicators: indicatorsReport(dataset, scenario, results),
    ...(ownFormulas === undefined ? {} : { ownFormulas }),
    checks: checkResults(results, scenario),
    concerns: concernsOf({ results, scenario, names: dataset }),
    warnings: dataset.warnings,
    provenance: dataset.provenance,
  };
}

function withoutResults(entry: RegisterEntry): Omit<RegisterEntry, "results"> {
  const { results: _, ...rest } = entry;
  return rest;
}
