/** What comes out of the hospital: released, avoided, stranded; shared back over areas (section 6). */
import type { Section } from "./section.ts";

const PARTS = ["world", "year", "hospital", "specialty"] as const;
const CHANGE = ["year", "hospital", "specialty"] as const;
const SHARED = ["year", "area", "hospital", "specialty"] as const;
const BY_AREA = ["year", "area", "specialty"] as const;

export const moneyApart: Section = {
  inputs: [],
  variables: [
    {
      id: "belowVariable",
      label: "Variable cost below the base year",
      unit: "£ a year",
      dims: PARTS,
      formula: "bedDayPrice * variableShare * max(0, baseBedDays - inScopeBedDays)",
      docs: "What fewer bed days than in the base year save.",
    },
    {
      id: "belowBeds",
      label: "Cost of beds below the base year",
      unit: "£ a year",
      dims: PARTS,
      formula: "bedDayPrice * semiFixedShare * bedsClosed * bedYear",
      docs: "What closed beds save.",
    },
    {
      id: "above",
      label: "Cost above the base year",
      unit: "£ a year",
      dims: PARTS,
      formula:
        "bedDayPrice * (variableShare * max(0, inScopeBedDays - baseBedDays) " +
        "+ semiFixedShare * escalationPremium * bedsExtra * bedYear)",
      docs: "What more bed days and beds than in the base year cost.",
    },
    {
      id: "releasedVariable",
      label: "Released: variable cost",
      unit: "£ a year",
      dims: CHANGE,
      formula: 'at(belowVariable, world, "scenario") - at(belowVariable, world, "doing-nothing")',
      docs: "The part of the release that goes with bed days.",
    },
    {
      id: "releasedBeds",
      label: "Released: beds closed",
      unit: "£ a year",
      dims: CHANGE,
      formula: 'at(belowBeds, world, "scenario") - at(belowBeds, world, "doing-nothing")',
      docs: "The part of the release that goes with closed beds.",
    },
    {
      id: "released",
      label: "Released",
      unit: "£ a year",
      dims: CHANGE,
      formula: "releasedVariable + releasedBeds",
      docs: "What the scenario costs less than the base year, less the same when doing nothing. Only this is cash.",
    },
    {
      id: "avoided",
      label: "Growth avoided",
      unit: "£ a year",
      dims: CHANGE,
      formula: 'at(above, world, "doing-nothing") - at(above, world, "scenario")',
      docs: "Cost that would have come and does not: real, but no money comes back.",
    },
    {
      id: "notionalReduction",
      label: "Notional reduction",
      unit: "£ a year",
      dims: CHANGE,
      formula: 'at(notionalCost, world, "doing-nothing") - at(notionalCost, world, "scenario")',
      docs: "The guidance's value of the bed days saved: released, avoided and stranded together.",
    },
    {
      id: "stranded",
      label: "Stranded",
      unit: "£ a year",
      dims: CHANGE,
      formula: "notionalReduction - released - avoided",
      docs: "The notional reduction that neither comes back nor is avoided. May be negative where the premium is high.",
    },
    {
      id: "strandedFixed",
      label: "Stranded: fixed cost",
      unit: "£ a year",
      dims: CHANGE,
      formula: "fixedShare * notionalReduction",
      docs: "The part of stranded that is fixed cost: no closure takes it out.",
    },
    {
      id: "savedByArea",
      label: "Bed days saved by an area at a hospital",
      unit: "bed days a year",
      dims: SHARED,
      formula: '(at(inScopeByArea, world, "doing-nothing") - at(inScopeByArea, world, "scenario")) * useOf',
      docs: "In the set-aside, against doing nothing.",
    },
    {
      id: "baseShare",
      label: "Area's share of a hospital, base year",
      unit: "share",
      dims: ["area", "hospital", "specialty"],
      formula: 'ratio(baseYear(at(inScopeByArea, world, "doing-nothing")) * useOf, baseBedDays)',
      docs: "By base-year bed days in the set-aside.",
    },
    {
      id: "savedWithRelease",
      label: "Bed days saved of the release's sign",
      unit: "bed days a year",
      dims: SHARED,
      formula: "max(0, released >= 0 ? savedByArea : -savedByArea)",
      docs: "Where money is released, the areas that saved; where it is the other way round, the areas that used more.",
    },
    {
      id: "savedWithAvoided",
      label: "Bed days saved of the avoided sum's sign",
      unit: "bed days a year",
      dims: SHARED,
      formula: "max(0, avoided >= 0 ? savedByArea : -savedByArea)",
      docs: "Where growth is avoided, the areas that saved; where it is the other way round, the areas that used more.",
    },
    {
      id: "releasedByArea",
      label: "Released, by area",
      unit: "£ a year",
      dims: BY_AREA,
      formula:
        "sum(released * (sum(savedWithRelease, area) > 0 ? savedWithRelease / sum(savedWithRelease, area) : baseShare), hospital)",
      docs: "The hospital's release shared by bed days saved of its sign; if none, by base-year bed days.",
    },
    {
      id: "avoidedByArea",
      label: "Growth avoided, by area",
      unit: "£ a year",
      dims: BY_AREA,
      formula:
        "sum(avoided * (sum(savedWithAvoided, area) > 0 ? savedWithAvoided / sum(savedWithAvoided, area) : baseShare), hospital)",
      docs: "The hospital's avoided growth shared by bed days saved of its sign; if none, by base-year bed days.",
    },
    {
      id: "hospitalCostByArea",
      label: "Hospital cost, by area",
      unit: "£ a year",
      dims: ["world", "year", "area", "specialty"],
      formula:
        "sum(hospitalCost * (inScopeBedDays > 0 ? inScopeByArea * useOf / inScopeBedDays : baseShare), hospital)",
      docs: "An area's own cost at a shared hospital, by its bed days of the year.",
    },
    {
      id: "releasedTotal",
      label: "Released, all hospitals",
      unit: "£ a year",
      dims: ["year"],
      formula: "sum(released, hospital, specialty)",
      docs: "Only this is cash.",
    },
    {
      id: "avoidedTotal",
      label: "Growth avoided, all hospitals",
      unit: "£ a year",
      dims: ["year"],
      formula: "sum(avoided, hospital, specialty)",
      docs: "Real, but no money comes back.",
    },
    {
      id: "strandedTotal",
      label: "Stranded, all hospitals",
      unit: "£ a year",
      dims: ["year"],
      formula: "sum(stranded, hospital, specialty)",
      docs: "Neither comes back nor is avoided.",
    },
  ],
};
