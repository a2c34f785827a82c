/** Levels that others have: "if we were like ...". Each is where a place stands, not what a service changed. */
import type { BenchmarkEntry } from "./entry.ts";

const elsewhere = "Another country's services, people and way of paying: no effect is assumed where it is used as one.";

const canterbury: BenchmarkEntry = {
  id: "whole-system-integration",
  title: "Whole-system integration, Canterbury",
  kind: "benchmark",
  mechanism: "prevention",
  summary: "A New Zealand district that planned hospital and community care as one system with one budget.",
  levels: [
    {
      measure: "attendances",
      label: "visits to the emergency department, against the average New Zealander",
      low: -0.25,
      central: -0.25,
      high: -0.25,
      source: "Comparison with the national average",
      grade: "comparison",
    },
    {
      measure: "admissions",
      label: "acute admissions for a medical condition, against the average New Zealander",
      low: -0.2,
      central: -0.2,
      high: -0.2,
      source: "Comparison with the national average",
      grade: "comparison",
    },
  ],
  findings: [
    { finding: "Acute surgery at the same rate.", source: "Comparison with the national average", grade: "comparison" },
  ],
  transferability: `A level and not a change: the district may have stood there before. ${elsewhere}`,
};

const careMore: BenchmarkEntry = {
  id: "high-risk-coordinated-care",
  title: "Coordinated care of people at high risk, CareMore",
  kind: "benchmark",
  mechanism: "prevention",
  summary: "An American insurer and provider that looks after its sickest members itself, with frequent visits.",
  levels: (
    [
      ["admissions", "admissions, against others' members", -0.2],
      ["bedDays", "bed days, against others' members", -0.23],
      ["spend", "spend, against others' members", -0.15],
    ] as const
  ).map(([measure, label, change]) => ({
    measure,
    label,
    low: change,
    central: change,
    high: change,
    source: "The provider's own report",
    grade: "service claim",
  })),
  findings: [
    {
      finding: "The sickest 15 % account for 75 % of cost.",
      source: "The provider's own report",
      grade: "service claim",
    },
  ],
  transferability: `Members chose to join, and the provider chose what to count. ${elsewhere}`,
};

const skaraborg: BenchmarkEntry = {
  id: "mobile-care-at-home",
  title: "Mobile care at home, Skaraborg",
  kind: "benchmark",
  mechanism: "substitution",
  summary: "Swedish teams of doctors and nurses who treat a few very ill people at home, whenever they call.",
  levels: (
    [
      ["bedDays", "days in care", -0.9, -0.825, -0.75],
      ["attendances", "emergency visits", -0.8, -0.8, -0.8],
      ["not modelled", "visits to specialists", -0.89, -0.89, -0.89],
    ] as const
  ).map(([measure, label, low, central, high]) => ({
    measure,
    label,
    low,
    central,
    high,
    source: "The service's own report, before and after",
    grade: "service claim",
  })),
  findings: [],
  transferability: `Very selected people, taken up when at their worst: their use would have fallen anyway. ${elsewhere}`,
};

const triesteCauses = [
  ["psychosis, women", -0.85],
  ["psychosis, men", -0.28],
  ["respiratory infection, women", -0.56],
  ["cardiovascular disease, men", -0.28],
] as const;

const trieste: BenchmarkEntry = {
  id: "neighbourhood-micro-areas",
  title: "Neighbourhood micro-areas, Trieste",
  kind: "benchmark",
  mechanism: "prevention",
  summary:
    "A nurse and a social worker with a base in one housing estate of 500 to 2,500 people, for all who live there.",
  levels: triesteCauses.map(([cause, change]) => ({
    measure: "not modelled",
    label: `first urgent admissions for ${cause}, residents against residents elsewhere, ten years`,
    low: change,
    central: change,
    high: change,
    source: "Comparison of residents, ten years",
    grade: "comparison",
  })),
  findings: [
    {
      finding: "€100,000 to €200,000 a site of 500 to 2,500 people a year.",
      source: "Comparison of residents, ten years",
      grade: "comparison",
    },
  ],
  transferability: `Only the causes with a significant difference were reported, and first admissions are not all admissions. ${elsewhere}`,
};

const daysAtHome: BenchmarkEntry = {
  id: "advanced-practice",
  title: "Community intermediate care and advanced practice",
  kind: "benchmark",
  mechanism: "substitution",
  summary: "Nurses and therapists with wider powers, working from the community across the country.",
  levels: [],
  findings: [
    {
      finding:
        "About 3 million more days at home than past institutional rates would give; the period is not stated, and they are not hospital bed days.",
      source: "National claim",
      grade: "service claim",
    },
  ],
  transferability:
    "Rates of living in institutions were falling before, for many reasons, so the whole cannot be laid to it.",
};

export const benchmarks: readonly BenchmarkEntry[] = [canterbury, careMore, skaraborg, trieste, daysAtHome];
