/** Programmes of the report: their money, their reach, and where each of their numbers is from. */
import type { Dataset } from "../../datasets/index.ts";
import type { CommissioningResults } from "../../models/index.ts";
import { termsOf } from "../board/terms.ts";
import {
  namedParameters,
  type EffectEntry,
  type EvidenceParameter,
  type ParameterStanding,
} from "../evidence/entry.ts";
import { effectOf, entryOf } from "../evidence/entry-of.ts";
import { programmeFromEvidence } from "../resolve/programme.ts";
import type { Scenario, ScenarioProgramme } from "../schema.ts";
import { moneyMoved } from "./money-moved.ts";
import { byYear } from "./read.ts";

export interface ProgrammeReport {
  readonly id: string;
  readonly label: string;
  readonly evidence: string;
  readonly line: string;
  readonly costType: string;
  /** £ a year at full effect, from all sources; negative is a cut. */
  readonly amount: number;
  readonly start: string | null;
  /** Nominal £ a year. */
  readonly investment: readonly number[];
  readonly places: readonly number[];
  readonly served: readonly number[];
  readonly parameters: readonly ParameterReport[];
  readonly transferability: string;
  /** The scenario's reason, where the programme is made from a benchmark. */
  readonly benchmarkUsedAsEffect?: string | undefined;
}

export interface ParameterReport {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** "set in this scenario" where the scenario changes it. */
  readonly standing: ParameterStanding | "set in this scenario";
  readonly source: string;
}

export function programmesReport(
  dataset: Dataset,
  scenario: Scenario,
  results: CommissioningResults,
): ProgrammeReport[] {
  const { grown, cut } = moneyMoved(scenario);
  return scenario.programmes.map((programme) => {
    const entry = effectOf(scenario, programme);
    const isBenchmark = entryOf(scenario, programme.evidence)?.kind === "benchmark";
    const resolved = programmeFromEvidence(entry, dataset, programme.parameters, programme.id);
    return {
      id: programme.id,
      label: programme.label ?? entry.title,
      evidence: entry.id,
      line: resolved.line,
      costType: resolved.costType,
      amount: grown.get(programme.id) ?? -(cut.get(programme.id) ?? 0) + 0,
      start: termsOf(scenario, programme.id)?.start ?? null,
      investment: byYear(results, "investment", { programme: programme.id }),
      places: byYear(results, "capacity", { programme: programme.id }),
      served: byYear(results, "served", { programme: programme.id }),
      parameters: parameterReports(entry, programme),
      transferability: entry.transferability,
      ...(isBenchmark ? { benchmarkUsedAsEffect: programme.reason } : {}),
    };
  });
}

const SAVING = "saving on ";

function parameterReports(entry: EffectEntry, programme: ScenarioProgramme): ParameterReport[] {
  const set = programme.parameters ?? {};
  const values = namedParameters(entry).map(([name, parameter]) => {
    const line = name.startsWith(SAVING) ? name.slice(SAVING.length) : null;
    const typed = line === null ? set[name as keyof typeof set] : set.lineSaving?.[line];
    return report(name, parameter, typeof typed === "number" ? typed : undefined);
  });
  const throughput: ParameterReport[] =
    set.throughput === undefined
      ? []
      : [
          {
            name: "throughput",
            value: set.throughput,
            low: set.throughput,
            high: set.throughput,
            unit: "eligible admissions / place / year",
            standing: "set in this scenario",
            source: "This scenario; in place of people a place",
          },
        ];
  const firstSaving = values.length - entry.parameters.lineSavings.length;
  return [...values.slice(0, firstSaving), ...throughput, ...values.slice(firstSaving)];
}

function report(name: string, parameter: EvidenceParameter, typed: number | undefined): ParameterReport {
  const { low, high, unit, source, standing } = parameter;
  return typed === undefined
    ? { name, value: parameter.central, low, high, unit, standing, source }
    : { name, value: typed, low, high, unit, standing: "set in this scenario", source: "This scenario" };
}
