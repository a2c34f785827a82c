import { noEffect, placeholder, type EffectEntry } from "./entry.ts";

export const earlySupportedDischarge: EffectEntry = {
  id: "early-supported-discharge",
  title: "Early supported discharge after a stroke",
  kind: "effect",
  mechanism: "substitution",
  summary: "A stroke team that takes people home early and goes on with their therapy there.",
  parameters: {
    unitCost: placeholder(
      45_000,
      55_000,
      70_000,
      "£ / place / year",
      "Placeholder: about one whole-time therapist with on-costs",
    ),
    peoplePerPlace: placeholder(
      8,
      12,
      16,
      "people / place / year",
      "Placeholder: about a month of visits a person, several people to a therapist",
    ),
    rampMonths: placeholder(6, 9, 18, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(
      0.3,
      0.4,
      0.5,
      "share of the eligible",
      "Placeholder: those with a mild or moderate stroke who can go home",
    ),
    eligibleShare: placeholder(
      0.01,
      0.02,
      0.04,
      "share of targeted admissions",
      "Placeholder: admissions for a stroke",
    ),
    eligibleShareOfBedDays: placeholder(
      0.03,
      0.05,
      0.08,
      "share of bed days that are not delay",
      "Placeholder: people stay longer after a stroke than most",
    ),
    effectOnAdmissions: noEffect("Acts after admission", "trials"),
    effectOnStay: placeholder(
      0.15,
      0.275,
      0.4,
      "share of their days that are not delay",
      "Placeholder: the 5.5 days (3 to 8) of the Cochrane review of 2017 over a stay of 20 days, which nobody has counted here",
    ),
    effectOnDelay: noEffect("Not measured by the trials", "none"),
    lineSavings: [],
  },
  findings: [
    {
      finding: "Stay 5.5 days shorter (3 to 8). Readmission odds ratio 1.09. Cost from 23 % less to 15 % more.",
      source: "Cochrane review 2017",
      grade: "trials",
    },
  ],
  transferability:
    "The trials were of teams of stroke specialists. Other conditions, and teams without them, were not studied.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: ["general-medicine", "geriatric-medicine", "rehabilitation-medicine"] },
  lines: ["intermediate-care", "reablement", "community-nursing"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
