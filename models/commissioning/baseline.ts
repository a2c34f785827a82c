/** Doing nothing, from base-year activity (section 4). */
import { CELL, YEAR_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

/** What both kinds of baseline need: people, and how much of the bed days is delay. */
export const people: Section = {
  inputs: [
    {
      id: "population",
      label: "Population",
      unit: "people",
      dims: ["year", "area", "age", "sex"],
      docs: "Residents, by financial year.",
    },
    {
      id: "delayedBedDays0",
      label: "Delayed bed days, base year",
      unit: "bed days a year",
      dims: ["area", "delayBand", "specialty"],
      docs: "Occupied bed days of people who were ready to leave; a part of the bed days.",
    },
    {
      id: "ageInDelayBand",
      label: "Age band belongs to delay age group",
      unit: "0 or 1",
      dims: ["age", "delayBand"],
      docs: "Delayed bed days may be known for all ages together or by age band; this joins the two.",
    },
  ],
  variables: [
    {
      id: "basePopulation",
      label: "Population, base year",
      unit: "people",
      dims: ["area", "age", "sex"],
      formula: "baseYear(population)",
      docs: "Residents in the base year.",
    },
    {
      id: "holdsPeople",
      label: "Has people in the base year",
      unit: "0 or 1",
      dims: ["area", "age", "sex"],
      formula: "basePopulation > 0 ? 1 : 0",
      docs: "A cell without people in the base year has no rate, so it is 0 in every year; its activity is counted as dropped.",
    },
    {
      id: "droppedAdmissions",
      label: "Admissions left out",
      unit: "admissions a year",
      dims: ["area", "specialty"],
      formula: "sum((1 - holdsPeople) * admissions0, age, sex)",
      docs: "Base-year admissions in cells that have no people in the base year: no rate can be made from them.",
    },
    {
      id: "droppedBedDays",
      label: "Bed days left out",
      unit: "bed days a year",
      dims: ["area", "specialty"],
      formula: "sum((1 - holdsPeople) * bedDays0, age, sex)",
      docs: "Base-year bed days in cells that have no people in the base year.",
    },
    {
      id: "delayedShareOfGroup",
      label: "Share of bed days that is delay, by delay age group",
      unit: "share",
      dims: ["area", "delayBand", "specialty"],
      formula: "min(1, ratio(delayedBedDays0 * delayInScope, sum(bedDays0 * ageInDelayBand, age, sex)))",
      docs: "Delayed bed days in scope over the bed days of the same area, age group and specialty in the base year. The limit of 1 only guards against rounding: more delay than bed days is refused.",
    },
    {
      id: "delayedShare",
      label: "Share of bed days that is delay",
      unit: "share",
      dims: ["area", "age", "specialty"],
      formula: "sum(delayedShareOfGroup * ageInDelayBand, delayBand)",
      docs: "Kept in every year, so growth and drift apply to delay too.",
    },
    {
      id: "delayedBefore",
      label: "Delayed bed days, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "bedDaysBefore * delayedShare",
      docs: "The delayed part of the bed days if nothing is changed.",
    },
    {
      id: "notDelayedBefore",
      label: "Bed days that are not delay, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "bedDaysBefore - delayedBefore",
      docs: "The rest of the bed days if nothing is changed.",
    },
  ],
};

/** Activity grown from the base year. */
export const projectedActivity: Section = {
  inputs: [
    {
      id: "admissions0",
      label: "Emergency admissions, base year",
      unit: "admissions a year",
      dims: CELL,
      docs: "All emergency admissions of residents in the base year.",
    },
    {
      id: "bedDays0",
      label: "Emergency bed days, base year",
      unit: "bed days a year",
      dims: CELL,
      docs: "Occupied bed days of those admissions, delay included.",
    },
    {
      id: "growth",
      label: "Growth of admissions",
      unit: "rate",
      dims: ["specialty"],
      docs: "Growth on the year before beyond population (non-demographic growth).",
    },
    {
      id: "stayDrift",
      label: "Drift of the mean stay",
      unit: "rate",
      dims: ["specialty"],
      docs: "Change of bed days an admission on the year before.",
    },
    {
      id: "healthAgeShift",
      label: "Health-age shift",
      unit: "years of age",
      dims: ["year"],
      docs: "Years by which older people are healthier than people of the same age in the base year; 0 in the base year.",
    },
    {
      id: "bandLower",
      label: "First age of the band",
      unit: "years of age",
      dims: ["age"],
      docs: "The youngest age in the age band.",
    },
    {
      id: "bandMiddle",
      label: "Middle of the band",
      unit: "years of age",
      dims: ["age"],
      docs: "The age that stands for the band; an input for the open last band.",
    },
  ],
  variables: [
    {
      id: "baseRate",
      label: "Admission rate, base year",
      unit: "admissions a person a year",
      dims: CELL,
      formula: "ratio(admissions0, basePopulation)",
      docs: "0 where nobody lives.",
    },
    {
      id: "shiftedFromAge",
      label: "Age from which the health-age shift acts",
      unit: "years of age",
      dims: [],
      formula: "55",
      docs: "Younger bands keep the base-year rate at their own age.",
    },
    {
      id: "rate",
      label: "Admission rate",
      unit: "admissions a person a year",
      dims: YEAR_CELL,
      formula:
        "bandLower >= shiftedFromAge and healthAgeShift != 0 " +
        "? interpolate(baseRate, age, bandMiddle, bandMiddle - healthAgeShift, holdsPeople) : baseRate",
      docs: "Bands from 55 take the base-year rate at their age less the health-age shift, on a line between the middles of bands that hold people, flat beyond the first and last.",
    },
    {
      id: "longStay",
      label: "Bed days without admissions",
      unit: "0 or 1",
      dims: CELL,
      formula: "admissions0 == 0 and bedDays0 > 0 ? 1 : 0",
      docs: "Stays that began before the base year: they follow population only.",
    },
    {
      id: "admissionsBefore",
      label: "Admissions, doing nothing",
      unit: "admissions a year",
      dims: YEAR_CELL,
      formula: "longStay == 1 or holdsPeople == 0 ? 0 : rate * population * (1 + growth) ^ yearNumber",
      docs: "Rate times population, grown by non-demographic growth.",
    },
    {
      id: "stayBefore",
      label: "Mean stay, doing nothing",
      unit: "bed days an admission",
      dims: YEAR_CELL,
      formula: "ratio(bedDays0, admissions0) * (1 + stayDrift) ^ yearNumber",
      docs: "Base-year bed days an admission, drifting.",
    },
    {
      id: "bedDaysBefore",
      label: "Bed days, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "longStay == 1 ? ratio(bedDays0, basePopulation) * population : admissionsBefore * stayBefore",
      docs: "Admissions times mean stay. Activity made from base-year rates is that of a year as long as the base year.",
    },
    {
      id: "activityDays",
      label: "Days that the activity covers",
      unit: "days a year",
      dims: ["year"],
      formula: "baseYear(days)",
      docs: "Activity made from base-year rates is that of a year as long as the base year.",
    },
  ],
};
