/** A programme of the model, made from an entry of the evidence library and what the scenario changes of it. */
import type { Dataset, LineRecord } from "../../datasets/index.ts";
import type { NamedArray, Programme } from "../../models/index.ts";
import type { EffectEntry, EffectParameters, EvidenceEntry } from "../evidence/entry.ts";
import { listed, ScenarioError } from "../scenario-error.ts";
import type { ProgrammeParameters } from "../schema.ts";
import { programmeRefinements } from "./refinements.ts";

/** The line that would receive the money, or null when the dataset has no line outside the set-aside. */
export function defaultLine(entry: EffectEntry, dataset: Dataset): LineRecord | null {
  const delegated = dataset.lines.filter((line) => line.payer !== "set-aside");
  for (const id of entry.lines) {
    const line = delegated.find((each) => each.id === id);
    if (line !== undefined) return line;
  }
  for (const payer of entry.payers) {
    const line = delegated.find((each) => each.payer === payer);
    if (line !== undefined) return line;
  }
  return delegated[0] ?? null;
}

/** Whether the entry can be made into a programme on this dataset. */
export function fits(entry: EvidenceEntry, dataset: Dataset): entry is EffectEntry {
  return entry.kind === "effect" && defaultLine(entry, dataset) !== null;
}

/** The values a new programme starts with: central values. */
export function defaultParameters(parameters: EffectParameters) {
  return {
    unitCost: parameters.unitCost.central,
    throughput: parameters.peoplePerPlace.central,
    rampMonths: parameters.rampMonths.central,
    maxReach: parameters.maxReach.central,
    eligibleShare: parameters.eligibleShare.central,
    eligibleShareOfBedDays: parameters.eligibleShareOfBedDays?.central,
    eligibleShareOfDelay: parameters.eligibleShareOfDelay?.central,
    effectOnAdmissions: parameters.effectOnAdmissions.central,
    effectOnStay: parameters.effectOnStay.central,
    effectOnDelay: parameters.effectOnDelay.central,
    lineSaving: Object.fromEntries(parameters.lineSavings.map(({ line, saving }) => [line, saving.central])) as Record<
      string,
      number
    >,
  };
}

/**
 * The model's programme.
 * @param overrides what the scenario changes; the rest are the library's central values
 * @param path where the programme stands in the scenario file, for messages
 * @throws ScenarioError when a line, cost type, area, specialty or age named in `overrides` is not in the dataset
 */
export function programmeFromEvidence(
  effect: EffectEntry,
  dataset: Dataset,
  overrides: ProgrammeParameters = {},
  id: string = effect.id,
  path = "programmes",
): Programme {
  const at = `${path}.parameters`;
  const line = chosenLine(effect, dataset, overrides, at);
  const defaults = defaultParameters(effect.parameters);
  const lineIds = dataset.lines.map((each) => each.id);
  for (const saved of Object.keys(overrides.lineSaving ?? {})) {
    known(saved, lineIds, "budget line", `${at}.lineSaving`);
  }
  const lineSaving = Object.fromEntries(
    Object.entries({ ...defaults.lineSaving, ...overrides.lineSaving }).filter(([saved]) => lineIds.includes(saved)),
  );
  return {
    id,
    line: line.id,
    costType: chosenCostType(effect, dataset, overrides, line, at),
    unitCost: overrides.unitCost ?? defaults.unitCost,
    throughput: overrides.throughput ?? defaults.throughput,
    rampMonths: overrides.rampMonths ?? defaults.rampMonths,
    rampShape: overrides.rampShape ?? effect.rampShape,
    maxReach: overrides.maxReach ?? defaults.maxReach,
    eligibleShare: overrides.eligibleShare ?? defaults.eligibleShare,
    eligibleShareOfBedDays: overrides.eligibleShareOfBedDays ?? defaults.eligibleShareOfBedDays,
    eligibleShareOfDelay: overrides.eligibleShareOfDelay ?? defaults.eligibleShareOfDelay,
    targets: targets(effect, dataset, overrides, at),
    effectOnAdmissions: overrides.effectOnAdmissions ?? defaults.effectOnAdmissions,
    effectOnStay: overrides.effectOnStay ?? defaults.effectOnStay,
    effectOnDelay: overrides.effectOnDelay ?? defaults.effectOnDelay,
    lineSaving,
    presentCapacity: presentCapacity(dataset, overrides, at),
    ...programmeRefinements(effect, overrides, (values, field, absent) =>
      byArea(dataset, values, `${at}.${field}`, absent),
    ),
  };
}

function chosenLine(entry: EffectEntry, dataset: Dataset, overrides: ProgrammeParameters, at: string): LineRecord {
  if (overrides.line !== undefined) {
    const line = dataset.lines.find((each) => each.id === overrides.line);
    if (line !== undefined && line.payer !== "set-aside") return line;
    const delegated = dataset.lines.filter((each) => each.payer !== "set-aside").map((each) => each.id);
    throw new ScenarioError(
      "scenario.unknown-line",
      `${at}.line is "${overrides.line}", which is not a budget line outside the set-aside in this dataset. It has ${listed(delegated)}.`,
      { path: `${at}.line`, value: overrides.line, expected: listed(delegated) },
    );
  }
  const line = defaultLine(entry, dataset);
  if (line !== null) return line;
  throw new ScenarioError(
    "scenario.no-line",
    `"${entry.title}" has nowhere to receive money: the dataset has no budget line outside the set-aside.`,
    { path: at, value: entry.id, expected: "a delegated budget line" },
  );
}

function chosenCostType(
  entry: EffectEntry,
  dataset: Dataset,
  overrides: ProgrammeParameters,
  line: LineRecord,
  at: string,
): string {
  const ids = dataset.costTypes.map((each) => each.id);
  if (overrides.costType !== undefined) return known(overrides.costType, ids, "cost type", `${at}.costType`);
  return entry.costTypes.find((id) => ids.includes(id)) ?? line.costType;
}

function known(id: string, ids: readonly string[], what: string, path: string): string {
  if (ids.includes(id)) return id;
  throw new ScenarioError(
    "scenario.unknown-name",
    `${path} names "${id}", which is not a ${what} of this dataset. It has ${listed(ids)}.`,
    { path, value: id, expected: listed(ids) },
  );
}

/** Dims [age, sex, specialty]; 1 where the programme acts. Both sexes. */
function targets(entry: EffectEntry, dataset: Dataset, overrides: ProgrammeParameters, at: string): NamedArray {
  const ages = targetedAges(entry, dataset, overrides, at);
  const specialties = targetedSpecialties(entry, dataset, overrides, at);
  const values = new Float64Array(ages.length * dataset.sexes.length * specialties.length);
  let cell = 0;
  for (const age of ages) {
    for (let sex = 0; sex < dataset.sexes.length; sex++) {
      for (const specialty of specialties) values[cell++] = age && specialty ? 1 : 0;
    }
  }
  return { dims: ["age", "sex", "specialty"], values };
}

/** The library's age is taken from the next band that starts at or above it; an age typed in must start a band. */
function targetedAges(entry: EffectEntry, dataset: Dataset, overrides: ProgrammeParameters, at: string): boolean[] {
  const starts = dataset.bands.map((band) => band.lower);
  const typed = overrides.minimumAge;
  if (typed !== undefined && !starts.includes(typed)) {
    throw new ScenarioError(
      "scenario.age-inside-a-band",
      `${at}.minimumAge is ${typed}, but no age band of this dataset starts there. They start at ${listed(starts.map(String), 30)}.`,
      { path: `${at}.minimumAge`, value: typed, expected: listed(starts.map(String), 30) },
    );
  }
  const minimum = typed ?? entry.targets.minimumAge;
  const chosen = starts.map((start) => start >= minimum);
  return chosen.includes(true) ? chosen : starts.map((_, i) => i === starts.length - 1);
}

function targetedSpecialties(
  entry: EffectEntry,
  dataset: Dataset,
  overrides: ProgrammeParameters,
  at: string,
): boolean[] {
  const ids = dataset.specialties.map((each) => each.id);
  const typed = overrides.specialties;
  if (typed !== undefined) {
    for (const id of typed) known(id, ids, "specialty", `${at}.specialties`);
    return ids.map((id) => typed.includes(id));
  }
  const named = entry.targets.specialties;
  const chosen = ids.map((id) => named !== "all in scope" && named.includes(id));
  return chosen.includes(true) ? chosen : dataset.specialties.map((each) => each.line !== null && each.inScope > 0);
}

function presentCapacity(dataset: Dataset, overrides: ProgrammeParameters, at: string): number[] | undefined {
  const places = overrides.presentCapacity;
  return places === undefined ? undefined : byArea(dataset, places, `${at}.presentCapacity`, 0);
}

/** Values in the order of the dataset's areas; `absent` where an area is not named. */
function byArea(dataset: Dataset, values: Readonly<Record<string, number>>, path: string, absent: number): number[] {
  const ids = dataset.areas.map((area) => area.id);
  for (const id of Object.keys(values)) known(id, ids, "area", path);
  return ids.map((id) => values[id] ?? absent);
}
