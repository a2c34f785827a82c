import { claimed, noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const telecareAsClaimed: EffectEntry = {
  id: "telecare-as-claimed",
  title: "Telecare, as the Scottish programme counted it",
  kind: "effect",
  mechanism: "prevention",
  summary: "The same alarms and sensors, with the effect that the national programme reported of itself.",
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
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to install"),
    maxReach: placeholder(0.3, 0.5, 0.7, "share of the eligible", "Placeholder: many decline"),
    eligibleShare: placeholder(
      0.1,
      0.2,
      0.3,
      "share of targeted admissions",
      "Placeholder: admissions of people who could use it",
    ),
    effectOnAdmissions: claimed(
      0.4,
      "share of their admissions",
      "0.20 admissions a user of the 0.5 that a user is taken to have, telecare programme in Scotland 2006 to 2011",
    ),
    effectOnStay: noEffect("Claimed as days of the admissions avoided", "none"),
    effectOnDelay: noEffect("Not claimed", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "For each user 0.20 fewer admissions, 2.5 hospital days and 12.4 care-home days.",
      source: "Telecare programme in Scotland 2006 to 2011, Joint Improvement Team",
      grade: "service claim",
    },
  ],
  transferability:
    "Counted by the programme itself, with no comparison group; the trial of telecare found no effect that could be told from chance.",
  rampShape: "straight",
  targets: { minimumAge: 75, specialties: "all in scope" },
  lines: ["home-care", "reablement"],
  payers: ["council-delegated", "nhs-delegated"],
  costTypes: ["care"],
};
