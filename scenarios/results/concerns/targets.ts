/** Targets that no draw meets. */
import { formatCount } from "../../format/numbers.ts";
import type { Concern } from "./concern.ts";

export interface DrawnChance {
  readonly label: string;
  /** Share of draws that meet the target, one for each value of its formula. */
  readonly chance: readonly number[];
}

/** One for each target that at least one of its values misses in every draw. */
export function targetConcerns(chances: readonly DrawnChance[], draws: number): Concern[] {
  return chances.flatMap(({ label, chance }) => {
    const never = chance.filter((share) => share === 0).length;
    if (never === 0) return [];
    const which = chance.length === 1 ? "" : ` by ${formatCount(never)} of its ${formatCount(chance.length)} values`;
    return [
      {
        id: "target-out-of-reach",
        sentence: `The target "${label}" is met${which} in none of ${formatCount(draws)} draws: it is out of reach of this plan.`,
        place: `Targets, ${label}`,
      },
    ];
  });
}
