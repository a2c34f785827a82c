import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const anticipatoryCare: EffectEntry = {
  id: "anticipatory-care",
  title: "Anticipatory care plans",
  kind: "effect",
  mechanism: "prevention",
  summary:
    "A plan made with a frail person for what should happen when she becomes more ill, shared with those who would be called.",
  parameters: {
    unitCost: placeholder(
      45_000,
      55_000,
      65_000,
      "£ / place / year",
      "Placeholder: about one whole-time nurse with on-costs",
    ),
    peoplePerPlace: placeholder(
      100,
      150,
      200,
      "people / place / year",
      "Placeholder: plans one nurse can make and keep up",
    ),
    prevalence: placeholder(
      0.06,
      0.1,
      0.15,
      "share of people of targeted ages",
      "Placeholder: people frail enough to be offered a plan",
    ),
    rampMonths: placeholder(6, 12, 18, "months", "Placeholder"),
    maxReach: placeholder(0.3, 0.5, 0.7, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.05,
      0.15,
      0.25,
      "share of targeted admissions",
      "Placeholder: admissions of people frail enough to be offered a plan",
    ),
    effectOnAdmissions: {
      low: 0,
      central: 0.10625,
      high: 0.425,
      unit: "share of their admissions",
      source:
        "One practice, before and after, among survivors: 42.5 % fewer (British Journal of General Practice 2012). An upper bound only, so it starts at a quarter of that",
      grade: "before and after",
      standing: "service-claim",
      claim: 0.425,
    },
    effectOnStay: noEffect("The further fall in bed days among survivors is not used", "before and after"),
    effectOnDelay: noEffect("Not measured", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [
    {
      finding: "Admissions 42.5 % and bed days 52 % lower among those who survived.",
      source: "British Journal of General Practice 2012, one practice",
      grade: "before and after",
    },
  ],
  transferability:
    "People are offered a plan when at their worst and counted only if they live, so part of the fall would have come anyway. Case management, its near relation, showed none, or a rise.",
  rampShape: "straight",
  targets: { minimumAge: 75, specialties: "all in scope" },
  lines: ["primary-care", "community-nursing"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
