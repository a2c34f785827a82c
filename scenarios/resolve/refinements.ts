/** What is known of a programme beyond its main effects: cohort, avoided cases, attendances (model.md, section 12). */
import type { Programme } from "../../models/index.ts";
import type { EffectEntry } from "../evidence/entry.ts";
import type { ProgrammeParameters } from "../schema.ts";

/** Numbers that may be absent; the model then takes the neutral value. */
const SINGLE = [
  "prevalence",
  "deadweight",
  "stayRatio",
  "delayRatio",
  "readmittedShare",
  "readmissionRatio",
  "effectOnAttendances",
  "eligibleShareOfAttendances",
] as const;

type Refinements = Pick<Programme, "mechanism" | "mostServed" | (typeof SINGLE)[number]>;

/** `byArea` gives what the scenario sets for areas in the order of the dataset; it refuses an area that is not there. */
export function programmeRefinements(
  { mechanism, parameters }: EffectEntry,
  set: ProgrammeParameters,
  byArea: (values: Readonly<Record<string, number>>, field: string, absent: number) => number[],
): Refinements {
  const values = SINGLE.map((name) => [name, set[name] ?? parameters[name]?.central] as const);
  // An area that is not named has no limit.
  const mostServed =
    set.mostServed === undefined ? undefined : byArea(set.mostServed, "mostServed", Number.MAX_SAFE_INTEGER);
  return { mechanism, mostServed, ...Object.fromEntries(values) };
}
