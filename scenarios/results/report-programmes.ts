/** Programmes of the report: their money, their reach, and where each of their numbers is from. */
import type { Dataset } from "../../datasets/index.ts";
import type { CommissioningResults } from "../../models/index.ts";
import { termsOf } from "../board/terms.ts";
import type { EffectEntry, EvidenceParameter, ParameterStanding } from "../evidence/entry.ts";
import { evidenceEntry } from "../evidence/library.ts";
import { effectEntry, programmeFromEvidence } from "../resolve/programme.ts";
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
    const found = evidenceEntry(programme.evidence);
    if (found === undefined) throw new Error(`The evidence library has no "${programme.evidence}".`);
    const entry = effectEntry(found, "programmes");
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
    };
  });
}

function parameterReports(entry: EffectEntry, programme: ScenarioProgramme): ParameterReport[] {
  const { lineSavings, ...named } = entry.parameters;
  const set = programme.parameters ?? {};
  const own = Object.entries(named).map(([name, parameter]: [string, EvidenceParameter]) => {
    const typed = name in set ? set[name as keyof typeof set] : undefined;
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
  const savings = lineSavings.map(({ line, saving }) => report(`saving on ${line}`, saving, set.lineSaving?.[line]));
  return [...own, ...throughput, ...savings];
}

function report(name: string, parameter: EvidenceParameter, typed: number | undefined): ParameterReport {
  const { low, high, unit, source, standing } = parameter;
  return typed === undefined
    ? { name, value: parameter.central, low, high, unit, standing, source }
    : { name, value: typed, low, high, unit, standing: "set in this scenario", source: "This scenario" };
}
