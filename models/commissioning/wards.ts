/** The wards as they are: beds that were counted, and everyone else who lies in them (section 12). */
import type { Section } from "./section.ts";

const AT_WARD = ["hospital", "specialty"] as const;

export const wards: Section = {
  inputs: [
    {
      id: "staffedBeds",
      label: "Staffed beds, base year",
      unit: "beds",
      dims: AT_WARD,
      docs: "Average available staffed beds, as counted; 0 where they were not.",
    },
    {
      id: "otherBedDays",
      label: "Bed days of everyone else in the same wards",
      unit: "bed days a year",
      dims: AT_WARD,
      docs: "Of people or admissions outside this plan; the same in every year.",
    },
  ],
  variables: [
    {
      id: "bedsCounted",
      label: "Beds are counted, not assumed",
      unit: "0 or 1",
      dims: AT_WARD,
      formula: "staffedBeds > 0 ? 1 : 0",
      docs: "0 where beds are those that base-year bed days fill at target occupancy: assumed, not counted.",
    },
    {
      id: "bedDaysOfWard",
      label: "Bed days of all users of the ward, base year",
      unit: "bed days a year",
      dims: AT_WARD,
      formula: "baseBedDays + otherBedDays",
      docs: "Those of the set-aside and everyone else's.",
    },
    {
      id: "bedsNeededBase",
      label: "Beds needed, base year",
      unit: "beds",
      dims: AT_WARD,
      formula: "bedDaysOfWard / bedYear",
      docs: "Beds that hold all users of the ward at target occupancy.",
    },
    {
      id: "bedsClosableFrom",
      label: "Beds below which steps are counted",
      unit: "beds",
      dims: AT_WARD,
      formula: "bedsCounted > 0 ? min(staffedBeds, bedsNeededBase) : bedsNeededBase",
      docs: "The fewer of the beds staffed and the beds needed in the base year: spare beds are not closed by a plan, and beds saved first end over-occupancy.",
    },
    {
      id: "bedsExtraFrom",
      label: "Beds above which beds are escalation",
      unit: "beds",
      dims: AT_WARD,
      formula: "bedsCounted > 0 ? max(staffedBeds, bedsNeededBase) : bedsNeededBase",
      docs: "The more of the beds staffed and the beds needed in the base year.",
    },
    {
      id: "paidBedYear",
      label: "Bed days that an open bed's cost is spread over",
      unit: "bed days a bed a year",
      dims: AT_WARD,
      formula: "bedsCounted > 0 ? ratio(bedDaysOfWard, staffedBeds) : bedYear",
      docs: "Base-year bed days of the ward over its staffed beds; at target occupancy where beds are assumed.",
    },
    {
      id: "bedsOpenOurs",
      label: "Beds open that the set-aside pays for, base year",
      unit: "beds",
      dims: AT_WARD,
      formula: "ratio(baseBedDays, paidBedYear)",
      docs: "The set-aside's part of the open beds, by base-year bed days.",
    },
    {
      id: "bedsRelief",
      label: "Beds short in the base year",
      unit: "beds",
      dims: AT_WARD,
      formula: "max(0, bedsNeededBase - bedsOpenBase)",
      docs: "The first beds saved end this over-occupancy, and none of that is money.",
    },
  ],
};
