/** The parameters of a scenario's programmes as numbers of the model: keys "programme:ID:PARAMETER". */
import type { CommissioningCase, Programme, UncertainCell } from "../../../models/index.ts";
import type { EffectEntry, EvidenceParameter } from "../../evidence/entry.ts";
import { effectOf } from "../../evidence/entry-of.ts";
import { evidenceDistribution, isCertain, type ParameterQuantity } from "../../evidence/range.ts";
import type { ProgrammeParameters, Scenario } from "../../schema.ts";
import { aboveNoneUpTo1, above0, anyNumber, aShare, atLeast0, upTo1, type Range } from "../assumptions.ts";
import type { Place, Places } from "./place.ts";

/** Numbers of a programme that have one value each. */
const SINGLE = {
  unitCost: [above0, "amount"],
  throughput: [above0, "amount"],
  rampMonths: [atLeast0, "amount"],
  maxReach: [aboveNoneUpTo1, "share"],
  eligibleShare: [aShare, "share"],
  eligibleShareOfBedDays: [aShare, "share"],
  eligibleShareOfDelay: [aShare, "share"],
  effectOnAdmissions: [upTo1, "share"],
  effectOnStay: [upTo1, "share"],
  effectOnDelay: [upTo1, "share"],
  effectOnAttendances: [upTo1, "share"],
  eligibleShareOfAttendances: [aShare, "share"],
  prevalence: [aShare, "share"],
  deadweight: [aShare, "share"],
  stayRatio: [aShare, "share"],
  delayRatio: [aShare, "share"],
  readmittedShare: [aShare, "share"],
  readmissionRatio: [atLeast0, "amount"],
} as const satisfies Partial<Record<keyof Programme, readonly [Range, ParameterQuantity]>>;
type SingleName = keyof typeof SINGLE;
const SINGLE_NAMES = Object.keys(SINGLE) as SingleName[];

/** `given` is the case that the scenario was resolved to. */
export function programmePlaces(given: CommissioningCase, scenario: Scenario): Places {
  return new Map(
    scenario.programmes.flatMap((each, i) => {
      const programme = given.programmes[i];
      if (programme === undefined) throw new Error("The case was resolved from another scenario.");
      const effect = effectOf(scenario, each, `programmes[${i}]`);
      return placesOf(programme, effect, each.parameters ?? {}, given.areas);
    }),
  );
}

function placesOf(
  programme: Programme,
  entry: EffectEntry,
  set: ProgrammeParameters,
  areas: readonly string[],
): [string, Place][] {
  const key = (parameter: string) => `programme:${programme.id}:${parameter}`;
  const singles = SINGLE_NAMES.flatMap((name): [string, Place][] => {
    const value = programme[name];
    if (value === undefined) return [];
    const library = set[name] === undefined ? libraryRange(entry, name, key(name)) : null;
    return [[key(name), { value, allowed: SINGLE[name][0], cells: cellsOf(programme, name), library }]];
  });
  const savings = Object.entries(programme.lineSaving).map(([line, value]): [string, Place] => {
    const name = key(`lineSaving:${line}`);
    const library = set.lineSaving?.[line] === undefined ? savingRange(entry, line, name) : null;
    const at = { programme: programme.id, line };
    return [name, { value, allowed: anyNumber, cells: [{ input: "lineSaving", at }], library }];
  });
  const present = (programme.presentCapacity ?? []).map((value, l): [string, Place] => {
    const area = areas[l] as string;
    const at = { programme: programme.id, area };
    const cells = [{ input: "presentCapacity", at }];
    return [key(`presentCapacity:${area}`), { value, allowed: atLeast0, cells, library: null }];
  });
  return [...singles, ...savings, ...present];
}

/** The eligible share of admissions stands in for those of bed days and delay where they are not known. */
function cellsOf(programme: Programme, name: SingleName): UncertainCell[] {
  const at = { programme: programme.id };
  const standIn = (["eligibleShareOfBedDays", "eligibleShareOfDelay", "eligibleShareOfAttendances"] as const).filter(
    (other) => name === "eligibleShare" && programme[other] === undefined,
  );
  return [name, ...standIn].map((input) => ({ input, at }));
}

function libraryRange({ parameters }: EffectEntry, name: SingleName, key: string): Place["library"] {
  return rangeOf(key, parameters[name === "throughput" ? "peoplePerPlace" : name], SINGLE[name][1]);
}

/** A saving for each person served. */
function savingRange({ parameters }: EffectEntry, line: string, key: string): Place["library"] {
  const found = parameters.lineSavings.find((each) => each.line === line);
  return rangeOf(key, found?.saving, "amount");
}

function rangeOf(key: string, parameter: EvidenceParameter | undefined, quantity: ParameterQuantity): Place["library"] {
  if (parameter === undefined || isCertain(parameter)) return null;
  return () => evidenceDistribution(key, parameter, quantity);
}
