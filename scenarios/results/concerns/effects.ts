/** Effects set beyond what the evidence found. */
import { entryOf } from "../../evidence/entry-of.ts";
import { formatPercentExact } from "../../format/numbers.ts";
import { programmeLabel } from "../labels.ts";
import type { Concern, Questioned } from "./concern.ts";

const EFFECTS = [
  ["effectOnAdmissions", "effect on admissions"],
  ["effectOnStay", "effect on stay"],
  ["effectOnDelay", "effect on delay"],
] as const;

/** Of the programmes that money goes to or comes from. */
export function effectConcerns({ scenario }: Pick<Questioned, "scenario">): Concern[] {
  const moved = new Set(scenario.shifts.filter(({ amount }) => amount !== 0).map(({ to }) => to));
  return scenario.programmes.flatMap(({ id, evidence, parameters = {} }, p) => {
    const entry = entryOf(scenario, evidence);
    if (entry?.kind !== "effect" || !moved.has(id)) return [];
    const programme = programmeLabel(scenario, id);
    return EFFECTS.flatMap(([effect, words]) => {
      const set = parameters[effect];
      const { low, high } = entry.parameters[effect];
      if (set === undefined || (set >= low && set <= high)) return [];
      const range =
        low === high
          ? `has ${formatPercentExact(low)}`
          : `runs from ${formatPercentExact(low)} to ${formatPercentExact(high)}`;
      return [
        {
          id: "effect-beyond-evidence",
          sentence: `The ${words} of ${programme} is set to ${formatPercentExact(set)}; the evidence ${range}.`,
          place: `${programme}, ${words}`,
          path: `programmes[${p}].parameters.${effect}`,
        },
      ];
    });
  });
}
