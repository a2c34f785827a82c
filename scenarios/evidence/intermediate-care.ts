import { placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const intermediateCare: EffectEntry = {
  id: "intermediate-care",
  title: "Intermediate care",
  kind: "effect",
  mechanism: "substitution",
  summary:
    "A few weeks of nursing, therapy and care at home or in a community bed, instead of going into hospital or to leave it sooner.",
  parameters: {
    unitCost: placeholder(
      20_000,
      28_000,
      40_000,
      "£ / place / year",
      "Placeholder: between a home-based place and a community bed; use the service's own budget",
    ),
    peoplePerPlace: placeholder(8, 12, 16, "people / place / year", "Placeholder: about four weeks a person"),
    rampMonths: placeholder(6, 9, 18, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(0.4, 0.6, 0.8, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.1,
      0.25,
      0.35,
      "share of targeted admissions",
      "Placeholder: a local audit of admissions should replace it",
    ),
    eligibleShareOfBedDays: placeholder(
      0.2,
      0.4,
      0.5,
      "share of bed days that are not delay",
      "Placeholder: the people who suit it stay longer than most",
    ),
    eligibleShareOfDelay: placeholder(
      0.3,
      0.6,
      0.8,
      "share of delayed bed days",
      "Placeholder: most delays are of people who suit it",
    ),
    effectOnAdmissions: placeholder(
      0.05,
      0.15,
      0.3,
      "share of referrals",
      "Placeholder: the service reports 3,370 bed days by avoided admissions, with no count of referrals to divide by",
    ),
    effectOnStay: placeholder(
      0.05,
      0.12,
      0.25,
      "share of days that are not delay",
      "Placeholder: the service reports 903 bed days by early supported discharge, with no count of referrals to divide by",
    ),
    effectOnDelay: placeholder(
      0,
      0.2,
      0.4,
      "share of delayed days",
      "Placeholder: step-down places let people leave hospital",
    ),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding:
        "3,370 bed days by avoided admissions and 903 by early supported discharge: 4,273, about 14 beds at 85 % occupancy, under one ward.",
      source: "A partnership's own report",
      grade: "service claim",
    },
    {
      finding:
        "Early supported discharge after a stroke: stay 5.5 days shorter (3 to 8); readmission odds ratio 1.09; cost from 23 % less to 15 % more.",
      source: "Cochrane review 2017",
      grade: "trials",
    },
  ],
  transferability:
    "The bed days are the service's own count of what would have happened. What it replaces, and whether beds are staffed by the same people, differs from place to place.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["reablement", "intermediate-care", "community-nursing"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["care", "nhs-community"],
};
