/** What is wrong with evidence of a scenario's own, beyond its form. */
import { ScenarioError } from "../scenario-error.ts";
import type { Scenario } from "../schema.ts";
import { namedParameters, type EffectEntry, type EvidenceParameter } from "./entry.ts";
import { evidenceEntry } from "./library.ts";

/** A service's own claim starts at this share of it, at most. */
const MOST_OF_A_CLAIM = 0.5;
const ABOVE_NONE = ["unitCost", "peoplePerPlace", "maxReach"];
const SHARES = [
  "maxReach",
  "prevalence",
  "eligibleShare",
  "eligibleShareOfBedDays",
  "eligibleShareOfDelay",
  "eligibleShareOfAttendances",
  "deadweight",
  "stayRatio",
  "delayRatio",
  "readmittedShare",
];

/** Throws ScenarioError for an id that the library has, a range out of order, a value that cannot be, or a claim taken whole. */
export function checkOwnEvidence({ evidence = [] }: Scenario, fileName: string): void {
  evidence.forEach((entry, i) => {
    const path = `evidence[${i}]`;
    if (evidenceEntry(entry.id) !== undefined) {
      throw new ScenarioError(
        "scenario.evidence-in-library",
        `${fileName}: the evidence "${entry.id}" has an id of the evidence library. Give it another, so that a reader can tell them apart.`,
        { path: `${path}.id`, value: entry.id, expected: "an id that the library does not have" },
      );
    }
    if (entry.kind === "benchmark") {
      entry.levels.forEach((level, n) => refuseDisorder(level, `${path}.levels[${n}]`, fileName));
    }
    if (entry.kind !== "effect") return;
    refuseUnknownCohort(entry, path, fileName);
    for (const [name, parameter] of namedParameters(entry)) {
      const at = `${path}.parameters.${name}`;
      refuseDisorder(parameter, at, fileName);
      refuseImpossible(name, parameter, at, fileName);
      refuseWholeClaim(parameter, at, fileName);
    }
  });
}

/** A prevention serves a share of people, a substitution people referred: each has its own cohort. */
function refuseUnknownCohort({ id, mechanism, parameters }: EffectEntry, path: string, fileName: string): void {
  if ((mechanism === "prevention") === (parameters.prevalence !== undefined)) return;
  const remedy =
    mechanism === "prevention"
      ? "Give the share of the people of targeted ages who are in its cohort."
      : "Leave it out, or make the entry a prevention.";
  throw new ScenarioError(
    "scenario.evidence-cohort",
    `${fileName}: the evidence "${id}" is a ${mechanism} and has ${mechanism === "prevention" ? "no" : "a"} prevalence. ${remedy}`,
    {
      path: `${path}.parameters.prevalence`,
      value: mechanism,
      expected: "a prevalence of a prevention, and of nothing else",
    },
  );
}

type Range = Pick<EvidenceParameter, "low" | "central" | "high">;

function refuseDisorder({ low, central, high }: Range, path: string, fileName: string): void {
  if (low <= central && central <= high) return;
  throw new ScenarioError(
    "scenario.evidence-range",
    `${fileName}: ${path} runs from ${low} by ${central} to ${high}. The low must be at most the central value, and that at most the high.`,
    { path, value: central, expected: "low, central and high in order" },
  );
}

function refuseImpossible(name: string, { low, high }: Range, path: string, fileName: string): void {
  const isEffect = name.startsWith("effectOn");
  const isSaving = name.startsWith("saving on ");
  const least = isEffect || isSaving ? -Infinity : 0;
  const most = isEffect || SHARES.includes(name) ? 1 : Infinity;
  const tooLow = low < least || (low === 0 && ABOVE_NONE.includes(name));
  if (!tooLow && high <= most) return;
  const expected = isEffect
    ? "at most 1"
    : `${ABOVE_NONE.includes(name) ? "above 0" : "0 or more"}${most === 1 ? " and at most 1" : ""}`;
  throw new ScenarioError(
    "scenario.evidence-value",
    `${fileName}: ${path} reaches ${tooLow ? low : high}; it must be ${expected}.`,
    { path, value: tooLow ? low : high, expected },
  );
}

function refuseWholeClaim({ standing, claim, central }: EvidenceParameter, path: string, fileName: string): void {
  if (standing !== "service-claim") return;
  if (claim !== undefined && Math.abs(central) <= MOST_OF_A_CLAIM * Math.abs(claim)) return;
  const what =
    claim === undefined
      ? "does not say what is claimed"
      : `starts at ${central} of a claim of ${claim}, more than half`;
  throw new ScenarioError(
    "scenario.evidence-claim",
    `${fileName}: ${path} is a service's own claim and ${what}. Give the claim, and start at a quarter to a half of it.`,
    { path, value: central, expected: "a central value of at most half the claim" },
  );
}
