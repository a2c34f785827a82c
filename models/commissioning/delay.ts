/** Delay in its two kinds (section 12): effects act on standard delay, and not on what code 9 stands for. */
import { YEAR_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

export const delay: Section = {
  inputs: [
    {
      id: "code9BedDays0",
      label: "Code 9 bed days, base year",
      unit: "bed days a year",
      dims: ["area", "delayBand", "specialty"],
      docs: "Delayed bed days for reasons that no service of the partnership can end soon, such as guardianship; a part of the delayed bed days. 0 where not known: all delay is standard.",
    },
    {
      id: "delayInScope",
      label: "Share of published delay that is in these hospitals",
      unit: "share",
      dims: ["area"],
      docs: "Published delayed bed days cover all hospitals, the model those of its bed days; 1 where the dataset's are of the same hospitals.",
    },
  ],
  variables: [
    {
      id: "code9ShareOfGroup",
      label: "Share of delay that is code 9, by delay age group",
      unit: "share",
      dims: ["area", "delayBand", "specialty"],
      formula: "min(1, ratio(code9BedDays0, delayedBedDays0))",
      docs: "In the base year, and kept in every year. The limit of 1 only guards against rounding.",
    },
    {
      id: "code9Share",
      label: "Share of delay that is code 9",
      unit: "share",
      dims: ["area", "age", "specialty"],
      formula: "sum(code9ShareOfGroup * ageInDelayBand, delayBand)",
      docs: "The rest is standard delay.",
    },
    {
      id: "standardDelayBefore",
      label: "Standard delay, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "delayedBefore * (1 - code9Share)",
      docs: "The part of the delayed bed days that programmes may act on.",
    },
    {
      id: "code9Before",
      label: "Code 9 delay, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "delayedBefore * code9Share",
      docs: "The part of the delayed bed days that quicker discharge does not reach.",
    },
  ],
};
