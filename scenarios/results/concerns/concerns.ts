/** Every sanity check of a run without draws, in the order in which a reader meets them. */
import { bedConcerns } from "./beds.ts";
import type { Concern, Questioned } from "./concern.ts";
import { effectConcerns } from "./effects.ts";
import { moneyConcerns } from "./money.ts";
import { reachConcerns } from "./reach.ts";

/** Empty where nothing stands out. A concern is not an error: the figures are right for what was asked. */
export function concernsOf(questioned: Questioned): Concern[] {
  return [
    ...effectConcerns(questioned),
    ...reachConcerns(questioned),
    ...moneyConcerns(questioned),
    ...bedConcerns(questioned),
  ];
}
