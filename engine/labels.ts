/** What results are called, and their units. */
import { CHANCE_FIGURES, commissioningVariables } from "../models/index.ts";
import type { Extensions } from "../models/index.ts";
import type { Labels } from "./frame.ts";

const ownLabels: Labels = new Map(commissioningVariables.map(({ id, label, unit }) => [id, { label, unit }]));
const modelLabels: Labels = new Map([
  ...ownLabels,
  ...CHANCE_FIGURES.map(({ id, of }) => {
    const { label = of, unit = "" } = ownLabels.get(of) ?? {};
    return [id, { label: `${label}, with chance variation`, unit }] as const;
  }),
  ["bridgeAdmissions", { label: "Change in emergency admissions by cause", unit: "emergency admission / year" }],
  ["bridgeBedDays", { label: "Change in emergency bed days by cause", unit: "occupied bed day / year" }],
]);

/** The model's labels and those of the figures that a scenario adds. */
export function labelsWith({ added }: Extensions): Labels {
  return new Map([...modelLabels, ...added.map(({ id, label, unit }) => [id, { label, unit }] as const)]);
}
