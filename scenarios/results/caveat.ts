/** What a reader must know before believing the result, the most important first. */
import type { EffectEntry, EvidenceParameter } from "../evidence/entry.ts";
import { effectOf, entryOf } from "../evidence/entry-of.ts";
import { formatPercent } from "../format/numbers.ts";
import type { ProgrammeParameters } from "../schema.ts";
import { programmeLabel, type Told } from "./labels.ts";
import type { MoneyMoved } from "./money-moved.ts";
import { replacedInWords } from "./own-formulas.ts";
import { joined } from "./phrases.ts";

const EFFECTS = ["effectOnAdmissions", "effectOnStay", "effectOnDelay"] as const;
type Effect = (typeof EFFECTS)[number];

export function caveats(told: Told, money: MoneyMoved): string[] {
  // That results are not the standard model's is told before anything else.
  const replaced = replacedInWords(told);
  const others = [
    ...benchmarkCaveats(told),
    ...evidenceCaveat(told, money),
    ...illustrativeCaveat(told),
    ...told.labels.warnings,
  ];
  return replaced === null ? others : [replaced, ...others];
}

/** A benchmark drives a programme: the reason that the scenario gives stands beside the result. */
function benchmarkCaveats({ scenario }: Told): string[] {
  return scenario.programmes.flatMap(({ id, evidence, reason }) => {
    const entry = entryOf(scenario, evidence);
    if (entry?.kind !== "benchmark") return [];
    return [
      `${programmeLabel(scenario, id)} takes a benchmark, “${entry.title}”, as an effect. The reason given: ${reason ?? ""}`,
    ];
  });
}

/** Where most of the money goes, and how well its effect is known. */
function evidenceCaveat({ scenario }: Told, money: MoneyMoved): string[] {
  const amounts = money.grown.size > 0 ? money.grown : money.cut;
  const all = [...amounts.values()].reduce((sum, each) => sum + each, 0);
  const [largest] = [...amounts].sort((a, b) => b[1] - a[1]);
  if (largest === undefined) return [];
  const [id, amount] = largest;
  const programme = scenario.programmes.find((each) => each.id === id);
  if (programme === undefined) return [];
  const entry = effectOf(scenario, programme);
  const part = amounts.size === 1 ? "All" : amount > all / 2 ? "Most" : "The largest part";
  const way = money.grown.size > 0 ? "goes to" : "comes from";
  return [
    `${part} of the money ${way} ${programmeLabel(scenario, id)}; ${howWellKnown(entry, programme.parameters ?? {})}`,
  ];
}

function howWellKnown(entry: EffectEntry, set: ProgrammeParameters): string {
  const values = EFFECTS.map((effect) => ({ effect, value: set[effect] ?? entry.parameters[effect].central }));
  const main = values.reduce((most, each) => (Math.abs(each.value) > Math.abs(most.value) ? each : most));
  const parameter = entry.parameters[main.effect];
  if (main.value === 0) return "no effect on hospital use is assumed for it, as the evidence found none.";
  const range = `from ${formatPercent(parameter.low)} to ${formatPercent(parameter.high)}`;
  const what = `${inWords(main.effect)} used here, ${formatPercent(main.value)} ${of(parameter)}`;
  if (set[main.effect] !== undefined && set[main.effect] !== parameter.central) {
    return `${what}, was set in this scenario: the evidence library starts at ${formatPercent(parameter.central)} (${range}).`;
  }
  if (parameter.standing === "placeholder") return `${what} (${range}), is a placeholder: nobody has measured it here.`;
  if (parameter.standing === "service-claim") return `${what} (${range}), rests on a service's own claim.`;
  return `${what}, runs ${range} in the evidence.`;
}

function inWords(effect: Effect): string {
  return {
    effectOnAdmissions: "the effect on admissions",
    effectOnStay: "the effect on stay",
    effectOnDelay: "the effect on delay",
  }[effect];
}

function of({ unit }: EvidenceParameter): string {
  return unit.replace(/^share /, "");
}

/** Left out where a warning of the dataset says it already. */
function illustrativeCaveat({ labels }: Told): string[] {
  if (labels.warnings.some((warning) => warning.includes("illustrative"))) return [];
  const invented = labels.provenance.filter((each) => each.standing === "illustrative").map((each) => lower(each.what));
  return invented.length === 0 ? [] : [`Illustrative, not real, in this dataset: ${joined(invented)}.`];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
