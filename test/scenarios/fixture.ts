/**
 * A small made-up dataset: 2 areas, 3 bands, 1 sex, 3 specialties (one outside the set-aside), 1 hospital, 5 years.
 * Bed days of the base year by specialty, both areas: general 20,000, geriatric 16,000, other 6,000.
 */
import type { Assumption, Dataset } from "../../datasets/index.ts";
import { financialYears, type NamedArray } from "../../models/index.ts";

export const YEARS = financialYears(2024, 5);
const SPECIALTIES = ["general-medicine", "geriatric-medicine", "other-specialties"];
const LINES = ["set-aside", "community-nursing", "home-care", "reablement"];

export function block(dims: readonly string[], values: readonly number[]): NamedArray {
  return { dims, values: Float64Array.from(values) };
}

const PEOPLE = [
  [40_000, 4_000, 2_000],
  [30_000, 3_000, 1_500],
];

function population(): NamedArray {
  const values = YEARS.flatMap((_, t) =>
    PEOPLE.flatMap((area) => area.map((people, band) => Math.round(people * (1 + (band === 0 ? -0.002 : 0.02) * t)))),
  );
  return block(["year", "area", "age", "sex"], values);
}

export function assumptions(): Assumption[] {
  const rows: [string, number, string][] = [
    ...SPECIALTIES.flatMap((id): [string, number, string][] => [
      [`growth:${id}`, 0.005, "rate"],
      [`stay-drift:${id}`, 0, "rate"],
      [`occupancy:${id}`, 0.85, "share"],
      [`variable-share:${id}`, 0.25, "share"],
      [`semi-fixed-share:${id}`, 0.45, "share"],
      [`fixed-share:${id}`, 0.3, "share"],
      [`closure-step:${id}`, 6, "beds"],
      [`release-lag-months:${id}`, 9, "months"],
      [`escalation-premium:${id}`, 1.4, "multiple"],
    ]),
    ...YEARS.slice(1).flatMap((year): [string, number, string][] => [
      [`health-age-shift:${year}`, 0, "years"],
      [`deflator:${year}`, 0.02, "rate"],
      ...["hospital", "nhs-community", "care"].map((id): [string, number, string] => [
        `inflation:${id}:${year}`,
        0.03,
        "rate",
      ]),
      ...LINES.map((id): [string, number, string] => [`uplift:${id}:${year}`, 0.03, "rate"]),
    ]),
    ...LINES.map((id): [string, number, string] => [`demand-growth:${id}`, 0.01, "rate"]),
    ["opening-reserves", 1_000_000, "£"],
    ["reserves-floor", 200_000, "£"],
  ];
  return rows.map(([key, value, unit]) => ({ key, label: key, value, unit, standing: "illustrative", source: "" }));
}

/** Cells [area, age, sex, specialty]. */
const ADMISSIONS = [
  [600, 0, 300, 400, 100, 100, 500, 400, 100],
  [450, 0, 200, 300, 100, 100, 350, 300, 100],
];
const BED_DAYS = [
  [2_400, 0, 1_000, 3_000, 1_500, 1_000, 6_000, 8_000, 1_500],
  [1_600, 0, 800, 2_500, 1_000, 700, 4_500, 5_500, 1_000],
];

export const DATASET_HASH = `sha256-${"a1".repeat(32)}`;

export function fixtureDataset(changes: Partial<Dataset> = {}): Dataset {
  return {
    name: "two-glens",
    title: "Two glens",
    hash: DATASET_HASH,
    firstYear: 2024,
    yearCount: 5,
    definitions: {
      bedDay: "nights",
      admission: "continuous stays",
      yearKind: "financial",
      priceBase: "2024/25",
      costBasis: "direct",
    },
    areas: [
      { id: "north", label: "North glen" },
      { id: "south", label: "South glen" },
    ],
    bands: [
      { id: "18-64", label: "18-64", lower: 18, middle: 41 },
      { id: "65-74", label: "65-74", lower: 65, middle: 70 },
      { id: "75+", label: "75+", lower: 75, middle: 82 },
    ],
    sexes: [{ id: "all", label: "All" }],
    hospitals: [{ id: "royal", label: "Royal" }],
    specialties: [
      { id: "general-medicine", label: "General medicine", line: "set-aside", inScope: 0.9, directCost: 400 },
      { id: "geriatric-medicine", label: "Geriatric medicine", line: "set-aside", inScope: 1, directCost: 350 },
      { id: "other-specialties", label: "Other specialties", line: null, inScope: 0, directCost: 0 },
    ],
    lines: [
      {
        id: "set-aside",
        label: "Set-aside",
        payer: "set-aside",
        budget0: 12_800_000,
        costType: "hospital",
        needWeight: null,
      },
      {
        id: "community-nursing",
        label: "Community nursing",
        payer: "nhs-delegated",
        budget0: 5_000_000,
        costType: "nhs-community",
        needWeight: [1, 3, 8],
      },
      {
        id: "home-care",
        label: "Home care",
        payer: "council-delegated",
        budget0: 9_000_000,
        costType: "care",
        needWeight: [1, 5, 20],
      },
      {
        id: "reablement",
        label: "Reablement",
        payer: "council-delegated",
        budget0: 2_000_000,
        costType: "care",
        needWeight: null,
      },
    ],
    costTypes: [
      { id: "hospital", label: "Hospital" },
      { id: "nhs-community", label: "Community health" },
      { id: "care", label: "Care" },
    ],
    hospitalCostType: "hospital",
    useOf: block(["area", "hospital", "specialty"], [1, 1, 1, 1, 1, 1]),
    population: population(),
    activity: {
      kind: "projected",
      admissions0: block(["area", "age", "sex", "specialty"], ADMISSIONS.flat()),
      bedDays0: block(["area", "age", "sex", "specialty"], BED_DAYS.flat()),
    },
    delayedBedDays0: block(["area", "specialty"], [900, 1_500, 100, 700, 1_100, 60]),
    staffedBeds: null,
    assumptions: assumptions(),
    provenance: [],
    warnings: [],
    ...changes,
  };
}
