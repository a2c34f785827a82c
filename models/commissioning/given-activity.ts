/** Doing nothing, where the dataset gives admissions and bed days for every year (section 3): no growth is applied. */
import { CELL, YEAR_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

export const givenActivity: Section = {
  inputs: [
    {
      id: "givenAdmissions",
      label: "Emergency admissions, every year",
      unit: "admissions a year",
      dims: YEAR_CELL,
      docs: "All emergency admissions of residents, as the dataset projects them.",
    },
    {
      id: "givenBedDays",
      label: "Emergency bed days, every year",
      unit: "bed days a year",
      dims: YEAR_CELL,
      docs: "Occupied bed days of those admissions, delay included.",
    },
  ],
  variables: [
    {
      id: "admissions0",
      label: "Emergency admissions, base year",
      unit: "admissions a year",
      dims: CELL,
      formula: "baseYear(givenAdmissions)",
      docs: "The first of the given years.",
    },
    {
      id: "bedDays0",
      label: "Emergency bed days, base year",
      unit: "bed days a year",
      dims: CELL,
      formula: "baseYear(givenBedDays)",
      docs: "The first of the given years.",
    },
    {
      id: "admissionsBefore",
      label: "Admissions, doing nothing",
      unit: "admissions a year",
      dims: YEAR_CELL,
      formula: "givenAdmissions * holdsPeople",
      docs: "As given; 0 where nobody lives in the base year.",
    },
    {
      id: "bedDaysBefore",
      label: "Bed days, doing nothing",
      unit: "bed days a year",
      dims: YEAR_CELL,
      formula: "givenBedDays * holdsPeople",
      docs: "As given; 0 where nobody lives in the base year.",
    },
    {
      id: "longStay",
      label: "Bed days without admissions",
      unit: "0 or 1",
      dims: YEAR_CELL,
      formula: "givenAdmissions == 0 and givenBedDays > 0 ? 1 : 0",
      docs: "Stays that began in an earlier year: no admission can be avoided.",
    },
    {
      id: "activityDays",
      label: "Days that the activity covers",
      unit: "days a year",
      dims: ["year"],
      formula: "days",
      docs: "Year t's activity is given, so it has year t's days.",
    },
  ],
};
