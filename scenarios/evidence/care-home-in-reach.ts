import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const careHomeInReach: EffectEntry = {
  id: "care-home-in-reach",
  title: "Care-home in-reach",
  kind: "effect",
  mechanism: "prevention",
  summary: "A GP or nurse who visits the same care homes every week, reviews medicines and plans ahead with residents.",
  parameters: {
    unitCost: placeholder(
      45_000,
      60_000,
      80_000,
      "£ / place / year",
      "Placeholder: about one whole-time nurse, with GP sessions",
    ),
    peoplePerPlace: placeholder(
      100,
      150,
      200,
      "people / place / year",
      "Placeholder: residents one nurse can look after",
    ),
    prevalence: placeholder(
      0.04,
      0.05,
      0.07,
      "share of people of targeted ages",
      "Placeholder: residents of care homes",
    ),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(0.5, 0.7, 0.9, "share of the eligible", "Placeholder: homes are few and known"),
    eligibleShare: placeholder(
      0.03,
      0.06,
      0.1,
      "share of targeted admissions",
      "Placeholder: admissions from care homes",
    ),
    effectOnAdmissions: {
      low: 0,
      central: 0.115,
      high: 0.23,
      unit: "share of their admissions",
      source: "Improvement Analytics Unit 2017 to 2019: from none to 23 % fewer; starts half way",
      grade: "matched comparison",
      standing: "sourced",
    },
    effectOnStay: noEffect("Not measured", "none"),
    effectOnDelay: noEffect("Not measured", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "Emergency admissions of residents from no change to 23 % lower.",
      source: "Improvement Analytics Unit 2017 to 2019",
      grade: "matched comparison",
    },
  ],
  transferability: "What a home already has decides what more it can gain; some areas found no change.",
  rampShape: "straight",
  targets: { minimumAge: 75, specialties: "all in scope" },
  lines: ["primary-care", "community-nursing"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
