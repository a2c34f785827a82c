/**
 * A whole dataset in miniature: 2 areas, 2 age bands, 1 sex, 2 specialties, 3 years. Numbers are chosen so that every
 * cell differs: people = 1000 year + 100 area + 10 band, counted from 1.
 */
import type { DatasetDescription, WritableTable } from "../../datasets/index.ts";
import { writeDataset } from "../../datasets/index.ts";
import type { WritableColumn } from "../../datasets/arrow/write.ts";

export const YEARS = ["2024/25", "2025/26", "2026/27"];
export const AREAS = ["north", "south"];
export const BANDS = ["18-74", "75+"];
export const SPECIALTIES = ["general", "geriatric"];

type Cell = string | number | null;
export type Rows = readonly Readonly<Record<string, Cell>>[];
export type Tables = Readonly<Record<string, Rows>>;

const assumption = (key: string, value: number, unit: string) => ({
  key,
  label: `About ${key}`,
  value,
  unit,
  standing: "illustrative",
  source: "Invented",
});

function assumptions(): Rows {
  const rows = SPECIALTIES.flatMap((k) => [
    assumption(`growth:${k}`, 0.01, "1 / year"),
    assumption(`stay-drift:${k}`, 0, "1 / year"),
    assumption(`occupancy:${k}`, 0.85, "1"),
    assumption(`variable-share:${k}`, 0.2, "1"),
    assumption(`semi-fixed-share:${k}`, 0.5, "1"),
    assumption(`fixed-share:${k}`, 0.3, "1"),
    assumption(`closure-step:${k}`, 24, "bed"),
    assumption(`release-lag-months:${k}`, 12, "month"),
    assumption(`escalation-premium:${k}`, 1.4, "1"),
  ]);
  for (const line of ["set-aside", "home-care"]) {
    rows.push(assumption(`demand-growth:${line}`, 0, "1 / year"));
    for (const year of YEARS.slice(1)) rows.push(assumption(`uplift:${line}:${year}`, 0.03, "1"));
  }
  for (const year of YEARS.slice(1)) {
    for (const type of ["hospital", "care"]) rows.push(assumption(`inflation:${type}:${year}`, 0.03, "1"));
    rows.push(assumption(`health-age-shift:${year}`, 0, "year"), assumption(`deflator:${year}`, 0.02, "1"));
  }
  rows.push(assumption("opening-reserves", 1000, "£"), assumption("reserves-floor", 100, "£"));
  return rows;
}

const cells = AREAS.flatMap((area, l) =>
  BANDS.flatMap((age_band, a) =>
    SPECIALTIES.map((specialty, k) => ({ area, age_band, specialty, n: 100 * l + 10 * a + k + 1 })),
  ),
);

export const smallTables: Tables = {
  areas: [
    { id: "north", label: "North" },
    { id: "south", label: "South" },
  ],
  hospitals: [{ id: "royal", label: "Royal" }],
  sexes: [{ id: "all", label: "All people" }],
  "age-bands": [
    { id: "18-74", label: "18 to 74", lower: 18, middle: 46.5 },
    { id: "75+", label: "75 and over", lower: 75, middle: 82 },
  ],
  specialties: [
    { id: "general", label: "General", line: "set-aside", in_scope: 0.9, direct_cost: 400 },
    { id: "geriatric", label: "Geriatric", line: "set-aside", in_scope: 1, direct_cost: 350 },
  ],
  "cost-types": [
    { id: "hospital", label: "Hospital" },
    { id: "care", label: "Care" },
  ],
  "budget-lines": [
    { id: "set-aside", label: "Set-aside", payer: "set-aside", budget: 5000, cost_type: "hospital" },
    { id: "home-care", label: "Home care", payer: "council-delegated", budget: 7000, cost_type: "care" },
  ],
  "use-of-hospitals": AREAS.map((area) => ({ area, hospital: "royal", specialty: "all", share: 1 })),
  population: YEARS.flatMap((financial_year, t) =>
    AREAS.flatMap((area, l) =>
      BANDS.map((age_band, a) => ({
        financial_year,
        area,
        age_band,
        sex: "all",
        people: 1000 * (t + 1) + 100 * (l + 1) + 10 * (a + 1),
      })),
    ),
  ),
  activity: cells.map(({ n, ...cell }) => ({ ...cell, sex: "all", admissions: n, bed_days: 10 * n })),
  delayed: cells.map(({ n, ...cell }) => ({ ...cell, bed_days: n })),
  "need-weights": BANDS.map((age_band, a) => ({ line: "home-care", age_band, weight: a + 0.5 })),
  assumptions: assumptions(),
};

export const smallDescription: DatasetDescription = {
  name: "small",
  title: "A small dataset",
  description: "Invented",
  licenses: [],
  sources: [],
  careshift: {
    firstYear: 2024,
    yearCount: 3,
    definitions: {
      bedDay: "nights",
      admission: "emergency admissions",
      yearKind: "financial",
      priceBase: "2024/25",
      costBasis: "direct",
    },
    hospitalCostType: "hospital",
    provenance: [{ what: "Everything", standing: "illustrative", how: "Invented", source: "" }],
    warnings: [],
  },
};

/** The small dataset's files, with some tables in place of its own (or left out, where null). */
export function smallFiles(
  changes: Readonly<Record<string, Rows | null>> = {},
  careshift: Partial<DatasetDescription["careshift"]> = {},
): Map<string, Uint8Array> {
  const tables = Object.entries({ ...smallTables, ...changes }).flatMap(([name, rows]): WritableTable[] =>
    rows === null ? [] : [{ name: name as WritableTable["name"], columns: columnsOf(rows) }],
  );
  return writeDataset({ ...smallDescription, careshift: { ...smallDescription.careshift, ...careshift } }, tables);
}

/** Rows to columns; the first row says which there are and of which kind. */
export function columnsOf(rows: Rows): WritableColumn[] {
  return Object.entries(rows[0] ?? {}).map(([name, first]) =>
    typeof first === "string"
      ? { name, texts: rows.map((row) => row[name] as string | null) }
      : { name, numbers: rows.map((row) => row[name] as number | null) },
  );
}

/** The rows of a table with one of them changed. */
export function withRow(table: string, index: number, change: Readonly<Record<string, Cell>>): Rows {
  return (smallTables[table] as Rows).map((row, i) => (i === index ? { ...row, ...change } : row));
}
