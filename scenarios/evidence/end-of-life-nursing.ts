import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const endOfLifeNursing: EffectEntry = {
  id: "end-of-life-nursing",
  title: "End-of-life nursing at home",
  kind: "effect",
  mechanism: "prevention",
  summary: "Nursing at home, by day and night, for people in their last weeks.",
  parameters: {
    unitCost: placeholder(
      50_000,
      60_000,
      75_000,
      "£ / place / year",
      "Placeholder: about one whole-time nurse with on-costs and nights",
    ),
    peoplePerPlace: placeholder(25, 35, 50, "people / place / year", "Placeholder: a few weeks' visits a person"),
    prevalence: placeholder(
      0.04,
      0.05,
      0.06,
      "share of people of targeted ages",
      "Placeholder: people who die within the year, about one in twenty",
    ),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(
      0.3,
      0.5,
      0.7,
      "share of the eligible",
      "Placeholder: not everyone wishes it, or is known in time",
    ),
    eligibleShare: placeholder(
      0.03,
      0.06,
      0.1,
      "share of targeted admissions",
      "Placeholder: admissions in the last weeks of life",
    ),
    effectOnAdmissions: {
      low: 0,
      central: (1 - 0.14 / 0.44) / 2,
      high: 1 - 0.14 / 0.44,
      unit: "share of their admissions",
      source:
        "Matched comparison 2013: 0.14 emergency admissions a person against 0.44, 68 % fewer. Starts at half, because people who accept it may differ in ways that matching cannot see",
      grade: "matched comparison",
      standing: "sourced",
    },
    effectOnStay: noEffect("Not used", "none"),
    effectOnDelay: noEffect("Not measured", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "0.14 emergency admissions a person against 0.44.",
      source: "Matched comparison 2013",
      grade: "matched comparison",
    },
  ],
  transferability: "People who accept nursing at home may already mean to stay there.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["community-nursing", "primary-care"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
