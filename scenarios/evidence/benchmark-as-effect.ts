/** A benchmark used as an effect: only for a written reason, and with every number set by the scenario. */
import { ScenarioError, listed } from "../scenario-error.ts";
import type { ProgrammeParameters } from "../schema.ts";
import { noEffect, type BenchmarkEntry, type EffectEntry, type EvidenceParameter } from "./entry.ts";

/** A benchmark says nothing of these, so the scenario must. */
const NEEDED = ["unitCost", "throughput", "rampMonths", "maxReach", "eligibleShare"] as const;
/** What the scenario must say more where the benchmark is of a prevention. */
const NEEDED_OF_PREVENTION = [...NEEDED, "prevalence"] as const;

/**
 * The benchmark as an effect of none until the scenario sets one. Throws ScenarioError, naming what is missing, where the
 * scenario leaves out a number that the benchmark does not have.
 * @param path where the programme stands in the scenario file
 */
export function benchmarkAsEffect(entry: BenchmarkEntry, set: ProgrammeParameters, path: string): EffectEntry {
  const needed = entry.mechanism === "prevention" ? NEEDED_OF_PREVENTION : NEEDED;
  const missing = needed.filter((name) => set[name] === undefined);
  if (missing.length > 0) {
    throw new ScenarioError(
      "scenario.benchmark-needs-values",
      `"${entry.title}" is a benchmark and has no ${listed(missing)} of its own. Set ${missing.length === 1 ? "it" : "them"} under parameters to use it as an effect.`,
      { path: `${path}.parameters`, value: missing[0], expected: listed(needed) },
    );
  }
  const none = noEffect("A benchmark is a level elsewhere, not what a service changed, so none is assumed", "none");
  const typed = (name: (typeof NEEDED_OF_PREVENTION)[number], unit: string) => ownValue(set[name] as number, unit);
  const { id, title, summary, mechanism, findings, transferability } = entry;
  return {
    id,
    title,
    summary,
    kind: "effect",
    mechanism,
    findings,
    transferability,
    parameters: {
      unitCost: typed("unitCost", "£ / place / year"),
      peoplePerPlace: typed("throughput", "people / place / year"),
      prevalence: mechanism === "prevention" ? typed("prevalence", "share of people of targeted ages") : undefined,
      rampMonths: typed("rampMonths", "months"),
      maxReach: typed("maxReach", "share of the eligible"),
      eligibleShare: typed("eligibleShare", "share of targeted admissions"),
      effectOnAdmissions: none,
      effectOnStay: none,
      effectOnDelay: none,
      lineSavings: [],
    },
    rampShape: "straight",
    targets: { minimumAge: 18, specialties: "all in scope" },
    lines: [],
    payers: ["nhs-delegated", "council-delegated"],
    costTypes: [],
  };
}

function ownValue(value: number, unit: string): EvidenceParameter {
  const source = "Set in the scenario: the benchmark has none";
  return { low: value, central: value, high: value, unit, source, grade: "none", standing: "placeholder" };
}
