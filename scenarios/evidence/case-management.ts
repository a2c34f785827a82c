import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const caseManagement: EffectEntry = {
  id: "case-management",
  title: "Case management",
  kind: "effect",
  mechanism: "prevention",
  summary: "A nurse or a team of several professions who watch over people at high risk and bring their care together.",
  parameters: {
    unitCost: placeholder(
      45_000,
      55_000,
      65_000,
      "£ / place / year",
      "Placeholder: about one whole-time nurse with on-costs",
    ),
    peoplePerPlace: placeholder(40, 60, 100, "people / place / year", "Placeholder: a caseload"),
    prevalence: placeholder(
      0.03,
      0.05,
      0.08,
      "share of people of targeted ages",
      "Placeholder: people at high risk of admission",
    ),
    rampMonths: placeholder(6, 12, 18, "months", "Placeholder: time to recruit and to find people"),
    maxReach: placeholder(0.3, 0.5, 0.7, "share of the eligible", "Placeholder: not everyone is found in time"),
    eligibleShare: placeholder(
      0.05,
      0.15,
      0.25,
      "share of targeted admissions",
      "Placeholder: admissions of people at high risk",
    ),
    effectOnAdmissions: {
      low: -0.42,
      central: 0,
      high: 0,
      unit: "share of their admissions",
      source: "Improvement Analytics Unit: none, or a rise of 27 to 42 % in places; below 0 is a rise",
      grade: "matched comparison",
      standing: "sourced",
    },
    effectOnStay: noEffect("None found", "matched comparison"),
    effectOnDelay: noEffect("Not measured", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "No fall in emergency admissions, or a rise of 27 to 42 %.",
      source: "Improvement Analytics Unit",
      grade: "matched comparison",
    },
  ],
  transferability:
    "People at high risk one year are at lower risk the next without any service, so a count without a comparison always seems to show a fall.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["primary-care", "community-nursing"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
