import { claimed, noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const rapidResponse: EffectEntry = {
  id: "rapid-response",
  title: "Rapid response",
  kind: "effect",
  mechanism: "substitution",
  summary:
    "A community team that reaches a person in crisis within hours, so that an ambulance or GP need not send her to hospital.",
  parameters: {
    unitCost: placeholder(
      40_000,
      50_000,
      60_000,
      "£ / place / year",
      "Placeholder: about one whole-time nurse or practitioner with on-costs; use the team's own budget",
    ),
    peoplePerPlace: placeholder(
      50,
      75,
      100,
      "people / place / year",
      "Placeholder: referrals one practitioner can answer in a year",
    ),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(0.4, 0.6, 0.8, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.15,
      0.3,
      0.45,
      "share of targeted admissions",
      "Placeholder: a local audit of admissions should replace it",
    ),
    effectOnAdmissions: claimed(
      0.33,
      "share of referrals",
      "About 33 % of referrals not admitted, a partnership's own report 2017/18",
    ),
    effectOnStay: noEffect("Not claimed", "none"),
    effectOnDelay: noEffect("Not claimed", "none"),
    ...lighterCases,
    lineSavings: [],
  },
  findings: [],
  transferability:
    '"Not admitted" is not "would have been admitted": some of those people would have stayed at home anyway, and the report does not say how many.',
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["community-nursing", "primary-care", "intermediate-care"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
