/** What results are called, and what their sentences need to know of the dataset. */
import type { CommissioningResults } from "../../models/index.ts";
import { entryOf } from "../evidence/entry-of.ts";
import type { Scenario } from "../schema.ts";

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** The dataset's names; what the window is told of a dataset has them all. */
export interface ResultLabels {
  readonly areas: readonly Labelled[];
  readonly hospitals: readonly Labelled[];
  /** Beds closed at a time, before what a scenario changes of it. */
  readonly specialties: readonly (Labelled & { readonly closureStep: number })[];
  readonly provenance: readonly { readonly what: string; readonly standing: string }[];
  readonly warnings: readonly string[];
}

/** Results with what is needed to speak of them. */
export interface Told {
  readonly results: CommissioningResults;
  readonly scenario: Scenario;
  readonly labels: ResultLabels;
}

export function labelOf(list: readonly Labelled[], id: string): string {
  return list.find((each) => each.id === id)?.label ?? id;
}

/** Beds closed at a time in a specialty, as this scenario has it. */
export function closureStepOf({ labels, scenario }: Told, specialty: string): number {
  const own = labels.specialties.find((each) => each.id === specialty)?.closureStep ?? 0;
  return scenario.assumptions[`closure-step:${specialty}`] ?? own;
}

export function programmeLabel(scenario: Scenario, id: string): string {
  const programme = scenario.programmes.find((each) => each.id === id);
  return programme?.label ?? (programme && entryOf(scenario, programme.evidence)?.title) ?? id;
}
