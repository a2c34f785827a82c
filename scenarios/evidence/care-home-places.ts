import { noEffect, placeholder, type EffectEntry } from "./entry.ts";

export const careHomePlaces: EffectEntry = {
  id: "care-home-places",
  title: "Care-home places",
  kind: "effect",
  mechanism: "substitution",
  summary: "More places in care homes, for people who wait in hospital for one.",
  parameters: {
    unitCost: placeholder(
      46_000,
      53_000,
      60_000,
      "£ / place / year",
      "Placeholder: £144.72 a day in a nursing home or £126 in a residential home, for 365 days, before what residents pay",
    ),
    peoplePerPlace: placeholder(0.3, 0.5, 1, "people / place / year", "Placeholder: a stay of about two years"),
    rampMonths: placeholder(12, 24, 36, "months", "Placeholder: time to build or register"),
    maxReach: placeholder(
      0.5,
      0.7,
      0.9,
      "share of the eligible",
      "Placeholder: choice of home, and needs a home cannot meet",
    ),
    eligibleShare: placeholder(
      0.02,
      0.03,
      0.06,
      "share of targeted admissions",
      "Placeholder: people who leave hospital for a care home",
    ),
    eligibleShareOfBedDays: placeholder(
      0.02,
      0.03,
      0.06,
      "share of bed days that are not delay",
      "Placeholder: those people's days before they are ready to leave",
    ),
    eligibleShareOfDelay: placeholder(
      0.2,
      0.3,
      0.4,
      "share of delayed bed days",
      "Placeholder: those waiting for a place",
    ),
    effectOnAdmissions: noEffect("Not measured", "none"),
    effectOnStay: noEffect("Not measured", "none"),
    effectOnDelay: {
      low: 0.6,
      central: 0.75,
      high: 0.9,
      unit: "share of their delayed days",
      source:
        "English panel 2009 to 2013, read in a second source: 10 % more places, social-care delays 6 to 9 % lower; an elasticity, taken here as the share of the wait that a place ends",
      grade: "economic study",
      standing: "sourced",
    },
    lineSavings: [],
  },
  findings: [
    {
      finding: "10 % more care-home places: social-care delays 6 to 9 % lower, with some of it in neighbouring areas.",
      source: "English panel 2009 to 2013, second-hand",
      grade: "economic study",
    },
  ],
  transferability:
    "English councils before the present shortage of staff; part of the gain went to neighbouring areas.",
  rampShape: "straight",
  targets: { minimumAge: 75, specialties: "all in scope" },
  lines: ["care-homes", "home-care"],
  payers: ["council-delegated"],
  costTypes: ["care"],
};
