import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const telehealth: EffectEntry = {
  id: "telehealth",
  title: "Telehealth",
  kind: "effect",
  mechanism: "prevention",
  summary:
    "Blood pressure, oxygen or weight measured at home each day and watched by nurses, for people with long-term illness.",
  parameters: {
    unitCost: placeholder(900, 1_500, 2_200, "£ / place / year", "Placeholder: equipment and watching for one person"),
    peoplePerPlace: placeholder(1, 1, 1, "people / place / year", "One person a place"),
    prevalence: placeholder(
      0.03,
      0.05,
      0.1,
      "share of people of targeted ages",
      "Placeholder: people with lung or heart disease or diabetes, ill enough to be offered it",
    ),
    rampMonths: placeholder(6, 12, 18, "months", "Placeholder: time to enrol people"),
    maxReach: placeholder(0.2, 0.4, 0.6, "share of the eligible", "Placeholder: many decline"),
    eligibleShare: placeholder(
      0.05,
      0.1,
      0.2,
      "share of targeted admissions",
      "Placeholder: admissions of people with lung or heart disease or diabetes",
    ),
    effectOnAdmissions: {
      low: 0,
      central: 0,
      high: 0.18,
      unit: "share of their admissions",
      source:
        "Whole System Demonstrator trial 2012: admitted at all, odds ratio 0.82 (0.70 to 0.97), contested, so none is assumed; the high value is that odds ratio read as a risk ratio",
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
      finding: "Admitted at all: odds ratio 0.82 (0.70 to 0.97), contested.",
      source: "Whole System Demonstrator trial 2012",
      grade: "trials",
    },
  ],
  transferability: "People in one trial in England, and the groups may have differed before it began.",
  rampShape: "s-curve",
  targets: { minimumAge: 65, specialties: ["general-medicine", "respiratory-medicine"] },
  lines: ["community-nursing", "primary-care"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
