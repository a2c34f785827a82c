/** Illustrative: what an occupied bed day costs, and how much of a specialty is in the set-aside. */

export interface IllustrativeCost {
  readonly id: string;
  /** £ an occupied bed day, 2024/25 prices. */
  readonly directCost: number;
  /** Share of the specialty's emergency activity that is in the set-aside. */
  readonly inScope: number;
}

/** The published average cost of an inpatient day in Scotland in 2018/19; the figures below are set around it. */
export const PUBLISHED_AVERAGE = 672;

export const COSTS: readonly IllustrativeCost[] = [
  { id: "general-medicine", directCost: 690, inScope: 0.95 },
  { id: "geriatric-medicine", directCost: 610, inScope: 1 },
  { id: "respiratory-medicine", directCost: 730, inScope: 0.95 },
  { id: "rehabilitation-medicine", directCost: 640, inScope: 1 },
  { id: "palliative-medicine", directCost: 760, inScope: 1 },
  { id: "gp-beds", directCost: 520, inScope: 1 },
  // Out of scope: no result in money rests on it, so the published average stands as it is.
  { id: "other-specialties", directCost: PUBLISHED_AVERAGE, inScope: 0 },
];

/** The illustration of a specialty. */
export function costOf(id: string): IllustrativeCost {
  const cost = COSTS.find((one) => one.id === id);
  if (cost === undefined) throw new Error(`There is no illustrative cost for ${id}.`);
  return cost;
}
