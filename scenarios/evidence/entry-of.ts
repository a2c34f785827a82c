/** The entry that a programme is made from: the scenario's own, or the library's. */
import { listed, ScenarioError } from "../scenario-error.ts";
import type { Scenario, ScenarioProgramme } from "../schema.ts";
import { benchmarkAsEffect } from "./benchmark-as-effect.ts";
import type { EffectEntry, EvidenceEntry } from "./entry.ts";
import { evidenceEntry, evidenceLibrary } from "./library.ts";

/** Every entry that programmes of this scenario may be made from, its own first. */
export function entriesOf({ evidence }: Pick<Scenario, "evidence">): readonly EvidenceEntry[] {
  return [...(evidence ?? []), ...evidenceLibrary];
}

/** The entry of that id; undefined when neither the scenario nor the library has one. */
export function entryOf({ evidence }: Pick<Scenario, "evidence">, id: string): EvidenceEntry | undefined {
  return evidence?.find((entry) => entry.id === id) ?? evidenceEntry(id);
}

/**
 * The effect that drives a programme.
 * @param path where the programme stands in the scenario file, for messages
 * @throws ScenarioError when there is no such entry, it is context, or it is a benchmark without a reason
 */
export function effectOf(
  scenario: Pick<Scenario, "evidence">,
  programme: ScenarioProgramme,
  path = "programmes",
): EffectEntry {
  const { id, evidence, reason, parameters } = programme;
  const entry = entryOf(scenario, evidence);
  if (entry === undefined) {
    const ids = entriesOf(scenario).map((each) => each.id);
    throw new ScenarioError(
      "scenario.unknown-evidence",
      `Programme "${id}" is made from "${evidence}", which the evidence library does not have. It has ${listed(ids, 60)}.`,
      { path: `${path}.evidence`, value: evidence, expected: listed(ids, 60) },
    );
  }
  if (entry.kind === "effect") return entry;
  if (entry.kind === "benchmark" && reason !== undefined) return benchmarkAsEffect(entry, parameters ?? {}, path);
  const [what, remedy] =
    entry.kind === "benchmark"
      ? ["a benchmark: a level to compare with", "To use it as one all the same, say why under reason"]
      : ["context", "Context is never computed with"];
  throw new ScenarioError(
    "scenario.evidence-not-an-effect",
    `"${entry.title}" is ${what}, not an effect, so it cannot be made into a programme. ${remedy}.`,
    { path: `${path}.evidence`, value: entry.id, expected: "an entry of the evidence library that is an effect" },
  );
}
