/** Why an indicator cannot be worked out on a dataset. */
import type { Dataset } from "../../datasets/index.ts";
import { joined } from "../results/phrases.ts";
import type { Indicator, Need } from "./list.ts";

type Held = Pick<Dataset, "bands" | "delayedBedDays0">;

/** Null where the model can say what the indicator will be; else the reason, in words that follow a colon. */
export function whyNotModelled(indicator: Indicator, dataset: Held): string | null {
  if (indicator.kind === "not modelled") return indicator.reason;
  const reasons = indicator.needs.flatMap((need) => lacking(need, dataset) ?? []);
  return reasons.length === 0 ? null : joined(reasons);
}

function lacking(need: Need, dataset: Held): string | null {
  switch (need) {
    case "a band from 18":
      return startsAt(18, dataset);
    case "a band from 75":
      return startsAt(75, dataset);
    case "delay by age":
      return dataset.delayedBedDays0.dims.includes("age")
        ? null
        : "delayed bed days are known for all ages together, and not by age band";
  }
}

/** Where the age lies inside a band, people and stays on either side of it cannot be told apart. */
function startsAt(age: number, { bands }: Held): string | null {
  return bands.some(({ lower }) => lower === age) ? null : `no age band of the data starts at ${age}`;
}
