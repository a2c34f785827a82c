/** Whom a programme can serve: eligible admissions for a substitution, people for a prevention (section 12). */
import type { Section } from "./section.ts";

const BY_AREA = ["year", "programme", "area"] as const;

export const cohorts: Section = {
  inputs: [
    {
      id: "isPrevention",
      label: "Prevention",
      unit: "0 or 1",
      dims: ["programme"],
      docs: "1 where the programme serves people of a cohort, 0 where it serves people referred for admission.",
    },
    {
      id: "prevalence",
      label: "Share of people in the cohort",
      unit: "share",
      dims: ["programme"],
      docs: "Of the people of targeted age and sex, those whom a prevention programme is for; without part for a substitution.",
    },
    {
      id: "limitsServed",
      label: "Has a most that can be served",
      unit: "0 or 1",
      dims: ["programme"],
      docs: "1 where a limit on the people served is known beside the largest reach.",
    },
    {
      id: "mostServed",
      label: "Most people served",
      unit: "people a year",
      dims: ["programme", "area"],
      docs: "However many places there are; without part where no limit is known.",
    },
  ],
  variables: [
    {
      id: "peopleAnAdmission",
      label: "People to serve for an eligible admission",
      unit: "people an admission",
      dims: [],
      formula: "1",
      docs: "An eligible admission is one person whom a place may serve.",
    },
    {
      id: "eligible",
      label: "Eligible admissions",
      unit: "admissions a year",
      dims: BY_AREA,
      formula: "eligibleShare * sum(admissionsBefore * targets, age, sex, specialty)",
      docs: "Targeted admissions when doing nothing times the eligible share; never counted after other programmes.",
    },
    {
      id: "targetsOfPeople",
      label: "Targeted age and sex",
      unit: "0 or 1",
      dims: ["age", "sex", "programme"],
      formula: "max(targets, specialty)",
      docs: "1 where the programme aims at the age band and sex, in whatever specialty.",
    },
    {
      id: "peopleTargeted",
      label: "People of targeted age and sex",
      unit: "people",
      dims: BY_AREA,
      formula: "sum(population * targetsOfPeople, age, sex)",
      docs: "Residents of the year.",
    },
    {
      id: "cohort",
      label: "Cohort",
      unit: "people a year",
      dims: BY_AREA,
      formula: "isPrevention == 1 ? prevalence * peopleTargeted / lengthOfYear : eligible * peopleAnAdmission",
      docs: "Whom reach is a share of. Substitution: a person for each eligible admission. Prevention: people of targeted age and sex times the share of them who are in the cohort, each served at most once a year.",
    },
    {
      id: "reachLimit",
      label: "Largest reach in the area",
      unit: "share of the eligible",
      dims: BY_AREA,
      formula: "limitsServed == 1 ? min(maxReach, ratio(mostServed, cohort)) : maxReach",
      docs: "The largest reach, or the most that can be served over the cohort where that is less.",
    },
  ],
};
