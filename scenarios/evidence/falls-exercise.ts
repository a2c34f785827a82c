import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const fallsExercise: EffectEntry = {
  id: "falls-exercise",
  title: "Falls exercise classes",
  kind: "effect",
  mechanism: "prevention",
  summary: "Strength and balance classes for older people who have fallen or may fall.",
  parameters: {
    unitCost: placeholder(4_000, 6_000, 9_000, "£ / place / year", "Placeholder: a weekly class place over the year"),
    peoplePerPlace: placeholder(
      10,
      15,
      20,
      "people / place / year",
      "Placeholder: courses of about three months, several to a leader's hour",
    ),
    prevalence: placeholder(
      0.05,
      0.1,
      0.2,
      "share of people of targeted ages",
      "Placeholder: people who have fallen and could come to a class",
    ),
    rampMonths: placeholder(6, 12, 24, "months", "Placeholder: classes take time to fill"),
    maxReach: placeholder(0.2, 0.4, 0.6, "share of the eligible", "Placeholder: many decline or drop out"),
    eligibleShare: placeholder(
      0.02,
      0.05,
      0.1,
      "share of targeted admissions",
      "Placeholder: admissions that follow a fall",
    ),
    effectOnAdmissions: {
      low: 0,
      central: 0,
      high: 0.1,
      unit: "share of their admissions",
      source: "The trials measured falls, not admissions: none is assumed. The high value is a placeholder",
      grade: "trials",
      standing: "placeholder",
    },
    effectOnStay: noEffect("Not measured by the trials", "none"),
    effectOnDelay: noEffect("Not measured by the trials", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "Rate of falls 23 % lower (rate ratio 0.77, 0.71 to 0.83). Not admissions.",
      source: "Cochrane review 2019",
      grade: "trials",
    },
  ],
  transferability: "Few falls end in an admission, and those who fall worst are seldom those who come to a class.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["community-nursing", "primary-care"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
