import { noEffect, placeholder, type EffectEntry } from "./entry.ts";
import { lighterCases } from "./lighter-cases.ts";

export const hospitalAtHome: EffectEntry = {
  id: "hospital-at-home",
  title: "Hospital at home",
  kind: "effect",
  mechanism: "substitution",
  summary:
    "Acute treatment at home, led by a hospital consultant or GP with nurses and therapists, in place of a hospital stay.",
  parameters: {
    unitCost: placeholder(
      70_000,
      90_000,
      120_000,
      "£ / place / year",
      "Placeholder: no published cost of a place was found; use the service's own budget",
    ),
    peoplePerPlace: placeholder(
      40,
      48,
      55,
      "people / place / year",
      "Placeholder: 365 days x 85 % over a stay of 6.5 days, the Scottish services' own average in 2023/24, which is throughput and never an effect",
    ),
    rampMonths: placeholder(6, 12, 18, "months", "Placeholder: time to recruit and to win referrals"),
    maxReach: placeholder(
      0.4,
      0.6,
      0.8,
      "share of the eligible",
      "Placeholder: not everyone eligible can or will be treated at home",
    ),
    eligibleShare: placeholder(
      0.1,
      0.25,
      0.4,
      "share of targeted admissions",
      "Placeholder: a local audit of admissions should replace it",
    ),
    effectOnAdmissions: placeholder(
      0.3,
      0.5,
      0.8,
      "share of referrals",
      "Placeholder for the share of referrals who would have been admitted, less those moved to hospital later: the trials compare people already bound for hospital, so only a local audit can give it",
    ),
    effectOnStay: noEffect("Admission avoidance trials: the stay replaced is counted with the admission", "trials"),
    effectOnDelay: noEffect("Not measured by the trials", "none"),
    ...lighterCases,
    readmittedShare: placeholder(
      0.1,
      0.2,
      0.3,
      "share of avoided cases",
      "Placeholder: people of the trials' age who are admitted again within six months of a stay",
    ),
    readmissionRatio: {
      low: 0.97,
      central: 1.14,
      high: 1.34,
      unit: "relative risk",
      source:
        "Cochrane review 2024, 20 trials: readmission afterwards, 1.14 (0.97 to 1.34); this is not the index admission",
      grade: "trials",
      standing: "sourced",
    },
    lineSavings: [],
  },
  findings: [
    {
      finding: "Living in residential care at six months: relative risk 0.53 (0.41 to 0.69).",
      source: "Cochrane review 2024, 20 trials",
      grade: "trials",
    },
    {
      finding:
        "15,470 people in 2024/25; 672 hospital beds and 477 care-home admissions said to be avoided; £16.7m cheaper episodes and £39.4m in the next six months.",
      source: "Healthcare Improvement Scotland 2024/25",
      grade: "service claim",
    },
  ],
  transferability:
    "The trials chose people who could be treated at home and had been judged to need hospital. A service that takes wider referrals avoids fewer admissions for each.",
  rampShape: "s-curve",
  targets: { minimumAge: 65, specialties: ["general-medicine", "geriatric-medicine", "respiratory-medicine"] },
  lines: ["intermediate-care", "community-nursing", "reablement", "primary-care"],
  payers: ["nhs-delegated", "council-delegated"],
  costTypes: ["nhs-community"],
};
