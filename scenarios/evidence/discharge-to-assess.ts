import { noEffect, placeholder, type EffectEntry } from "./entry.ts";

export const dischargeToAssess: EffectEntry = {
  id: "discharge-to-assess",
  title: "Discharge to assess",
  kind: "effect",
  mechanism: "substitution",
  summary:
    "People go home, or to a short-stay place, as soon as they are fit to leave, and what care they need is decided there.",
  parameters: {
    unitCost: placeholder(
      30_000,
      40_000,
      52_000,
      "£ / place / year",
      "Placeholder: care and assessment for the first weeks; use the service's own budget",
    ),
    peoplePerPlace: placeholder(18, 26, 36, "people / place / year", "Placeholder: about two weeks a person"),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(0.4, 0.6, 0.8, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.1,
      0.15,
      0.25,
      "share of targeted admissions",
      "Placeholder: people who would wait in hospital for an assessment or for care",
    ),
    eligibleShareOfBedDays: placeholder(
      0.2,
      0.3,
      0.5,
      "share of bed days that are not delay",
      "Placeholder: those people stay longer than most",
    ),
    eligibleShareOfDelay: placeholder(
      0.6,
      0.8,
      0.95,
      "share of delayed bed days",
      "Placeholder: they hold most of the delayed days",
    ),
    effectOnAdmissions: noEffect("Acts after admission", "review"),
    effectOnStay: noEffect("No pooled effect: scoping review 2021", "review"),
    effectOnDelay: placeholder(
      0,
      0.25,
      0.5,
      "share of delayed days",
      "Placeholder: a scoping review (2021) finds shorter delays and gives no pooled figure",
    ),
    lineSavings: [],
  },
  findings: [{ finding: "Shorter delays; no pooled effect.", source: "Scoping review 2021", grade: "review" }],
  transferability:
    "It moves the wait out of hospital only where there is care to go on to. Where home care is short, places fill and stay full.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["home-care", "reablement", "intermediate-care"],
  payers: ["council-delegated", "nhs-delegated"],
  costTypes: ["care"],
};
