/** Beds stay shut only if someone holds them: what is released of what could be, and what is refilled (section 12). */
import type { Section } from "./section.ts";

const CHANGE = ["year", "hospital", "specialty"] as const;

export const heldBeds: Section = {
  inputs: [
    {
      id: "heldClosed",
      label: "Share of closed beds that are held shut",
      unit: "share",
      dims: ["specialty"],
      docs: "What the Board has agreed not to refill; the cost of the rest comes back.",
    },
    {
      id: "realised",
      label: "Share of variable cost that is taken out",
      unit: "share",
      dims: ["specialty"],
      docs: "Of the cost that goes with bed days saved; the rest goes on being spent.",
    },
  ],
  variables: [
    {
      id: "bedDaysPaidFor",
      label: "Bed days whose variable cost is spent",
      unit: "bed days a year",
      dims: ["world", "year", "hospital", "specialty"],
      formula: "inScopeBedDays + (1 - realised) * max(0, baseBedDays - inScopeBedDays)",
      docs: "Bed days of the year, and those saved since the base year whose cost is not taken out.",
    },
    {
      id: "bedsHeldClosed",
      label: "Beds held closed",
      unit: "beds",
      dims: ["world", "year", "hospital", "specialty"],
      formula: "heldClosed * bedsClosed",
      docs: "Of the beds that the plan lets close, those that someone has agreed to hold shut.",
    },
    {
      id: "releasedIfHeld",
      label: "Released if every closed bed is held shut",
      unit: "£ a year",
      dims: CHANGE,
      formula:
        'at(belowVariable + belowBeds, world, "scenario") - at(belowVariable + belowBeds, world, "doing-nothing")',
      docs: "The release with all closed beds held shut and all variable cost taken out: what could be had, not what is agreed.",
    },
    {
      id: "refilled",
      label: "Stranded: refilled",
      unit: "£ a year",
      dims: CHANGE,
      formula: "releasedIfHeld - released",
      docs: "The part of stranded that could have been released: beds not held shut are refilled, variable cost is not taken out.",
    },
    {
      id: "releasedIfHeldTotal",
      label: "Released if every closed bed is held shut, all hospitals",
      unit: "£ a year",
      dims: ["year"],
      formula: "sum(releasedIfHeld, hospital, specialty)",
      docs: "What could be had, not what is agreed.",
    },
    {
      id: "refilledTotal",
      label: "Stranded: refilled, all hospitals",
      unit: "£ a year",
      dims: ["year"],
      formula: "sum(refilled, hospital, specialty)",
      docs: "What nobody holds.",
    },
    {
      id: "releasedIfHeldTotalReal",
      label: "Released if every closed bed is held shut, all hospitals, real terms",
      unit: "£ of the base year a year",
      dims: ["year"],
      formula: "releasedIfHeldTotal / deflatorIndex",
      docs: "What could be had, not what is agreed. In £ of the base year.",
    },
    {
      id: "refilledTotalReal",
      label: "Stranded: refilled, all hospitals, real terms",
      unit: "£ of the base year a year",
      dims: ["year"],
      formula: "refilledTotal / deflatorIndex",
      docs: "What nobody holds. In £ of the base year.",
    },
  ],
};
