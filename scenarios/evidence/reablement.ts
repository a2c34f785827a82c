import { noEffect, placeholder, type EffectEntry } from "./entry.ts";

export const reablement: EffectEntry = {
  id: "reablement",
  title: "Reablement",
  kind: "effect",
  mechanism: "substitution",
  summary: "Six weeks or so of help to do things for oneself again, before any lasting package of home care is agreed.",
  parameters: {
    unitCost: placeholder(
      17_000,
      24_000,
      32_000,
      "£ / place / year",
      "Placeholder: £2,088 an episode in the 2010 study's prices, about £3,000 in today's, eight episodes a place",
    ),
    peoplePerPlace: placeholder(6, 8, 9, "people / place / year", "Placeholder: about six weeks a person"),
    rampMonths: placeholder(3, 6, 12, "months", "Placeholder: time to recruit"),
    maxReach: placeholder(0.4, 0.6, 0.8, "share of the eligible", "Placeholder"),
    eligibleShare: placeholder(
      0.05,
      0.15,
      0.25,
      "share of targeted admissions",
      "Placeholder: people who leave hospital needing care at home for the first time, or more of it",
    ),
    eligibleShareOfDelay: placeholder(
      0.2,
      0.4,
      0.6,
      "share of delayed bed days",
      "Placeholder: those waiting for care at home",
    ),
    effectOnAdmissions: noEffect("Little or none: Cochrane review", "trials"),
    effectOnStay: noEffect("Little or none: Cochrane review", "trials"),
    effectOnDelay: placeholder(
      0,
      0.1,
      0.3,
      "share of delayed days",
      "Placeholder: a place to go on to may end the wait; not measured",
    ),
    lineSavings: [
      {
        line: "home-care",
        saving: placeholder(
          0,
          1_500,
          2_900,
          "£ / person served",
          "Placeholder: the 2010 study's care cost was 60 % lower in the year, nearly all offset by the cost of the episode; starts at half of that",
        ),
      },
    ],
  },
  findings: [
    {
      finding: "Care cost 60 % lower in the year, nearly all offset by £2,088 an episode.",
      source: "Prospective study 2010",
      grade: "economic study",
    },
    { finding: "About £200,000 less home care bought.", source: "A partnership's own report", grade: "service claim" },
  ],
  transferability:
    "What it saves depends on how much home care people would have been given, and on whether the saved hours are really not bought.",
  rampShape: "straight",
  targets: { minimumAge: 65, specialties: "all in scope" },
  lines: ["reablement", "home-care", "intermediate-care"],
  payers: ["council-delegated", "nhs-delegated"],
  costTypes: ["care"],
};
