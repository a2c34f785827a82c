import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const telecare: EffectEntry = {
  id: "telecare",
  title: "Telecare",
  kind: "effect",
  mechanism: "prevention",
  summary: "Alarms and sensors at home, answered day and night.",
  parameters: {
    unitCost: placeholder(
      350,
      500,
      700,
      "£ / place / year",
      "Placeholder: equipment, monitoring and response for one person",
    ),
    peoplePerPlace: placeholder(1, 1, 1, "people / place / year", "One person a place"),
    prevalence: placeholder(0.1, 0.2, 0.3, "share of people of targeted ages", "Placeholder: people who could use it"),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder"),
    maxReach: placeholder(0.3, 0.5, 0.7, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.1,
      0.2,
      0.3,
      "share of targeted admissions",
      "Placeholder: admissions of people who could use it",
    ),
    effectOnAdmissions: {
      low: -0.07,
      central: 0,
      high: 0.25,
      unit: "share of their admissions",
      source:
        "Whole System Demonstrator trial 2013: odds ratio 0.90 (0.75 to 1.07), not significant, so none is assumed",
      grade: "trials",
      standing: "sourced",
    },
    effectOnStay: noEffect("Not used", "none"),
    effectOnDelay: noEffect("Not measured", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "Telehealth: admitted at all, odds ratio 0.82 (0.70 to 0.97), contested.",
      source: "Whole System Demonstrator trial 2012",
      grade: "trials",
    },
    {
      finding: "For each user 0.20 fewer admissions, 2.5 hospital days and 12.4 care-home days.",
      source: "Telecare programme in Scotland 2006 to 2011, Joint Improvement Team",
      grade: "service claim",
    },
  ],
  transferability:
    "The Scottish programme's own count has no comparison group, and the English trial found no effect that could be told from chance.",
  rampShape: "straight",
  targets: { minimumAge: 75, specialties: "all in scope" },
  lines: ["home-care", "reablement"],
  payers: ["council-delegated", "nhs-delegated"],
  costTypes: ["care"],
};
