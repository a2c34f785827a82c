/** The examples' assumption registers: every value, with its label, unit, standing and source. */
import { financialYears } from "../../models/index.ts";
import { SPECIALTIES } from "../method/specialties.ts";
import { COST_TYPES, LINES, RESERVES_PER_HEAD, SET_ASIDE_UPLIFT } from "./budget-lines.ts";

export interface AssumptionRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly standing: "illustrative" | "assumed";
  readonly source: string;
}

const RANGES = "Set inside the range usually met; replace it with your own";

const bySpecialty: Readonly<
  Record<string, { label: string; unit: string; value: (id: string) => number; source: string }>
> = {
  growth: {
    label: "growth of admissions beyond population",
    unit: "1 / year",
    value: (id) => (["general-medicine", "geriatric-medicine", "respiratory-medicine"].includes(id) ? 0.005 : 0),
    source: RANGES,
  },
  "stay-drift": {
    label: "drift of the mean stay",
    unit: "1 / year",
    value: () => 0,
    source: "None taken. Scotland's mean emergency stay went from 7.3 days in 2019 to 8.6 in 2022",
  },
  occupancy: {
    label: "target occupancy",
    unit: "1",
    value: (id) => (["rehabilitation-medicine", "gp-beds"].includes(id) ? 0.9 : 0.85),
    source: RANGES,
  },
  "variable-share": {
    label: "variable share of cost",
    unit: "1",
    value: () => 0.25,
    source: "The fixed and variable shares that Public Health Scotland uses are not public",
  },
  "semi-fixed-share": {
    label: "semi-fixed share of cost (a ward's)",
    unit: "1",
    value: () => 0.45,
    source: "The fixed and variable shares that Public Health Scotland uses are not public",
  },
  "fixed-share": {
    label: "fixed share of cost",
    unit: "1",
    value: () => 0.3,
    source: "The fixed and variable shares that Public Health Scotland uses are not public",
  },
  "closure-step": {
    label: "beds closed at a time",
    unit: "bed",
    value: (id) => (["palliative-medicine", "gp-beds"].includes(id) ? 12 : 24),
    source: "A ward is usually 24 to 30 beds, in a small unit fewer",
  },
  "release-lag-months": {
    label: "months from empty to closed",
    unit: "month",
    value: () => 12,
    source: "Usually 6 to 18 months",
  },
  "escalation-premium": {
    label: "cost of an escalation bed against an ordinary one",
    unit: "1",
    value: () => 1.4,
    source: RANGES,
  },
};

/** The register for a population of `people`, from the first year on. Rates by year start in the second year. */
export function assumptionRows(firstYear: number, yearCount: number, people: number): AssumptionRow[] {
  const rows: AssumptionRow[] = [];
  const later = financialYears(firstYear, yearCount).slice(1);
  const add = (key: string, label: string, value: number, unit: string, source: string): void => {
    rows.push({ key, label, value, unit, standing: "illustrative", source });
  };
  for (const specialty of SPECIALTIES) {
    for (const [kind, { label, unit, value, source }] of Object.entries(bySpecialty)) {
      add(`${kind}:${specialty.id}`, `${specialty.label}: ${label}`, value(specialty.id), unit, source);
    }
  }
  const setAside = { id: "set-aside", label: "Set-aside", uplift: SET_ASIDE_UPLIFT, demandGrowth: 0 };
  for (const { id, label, uplift, demandGrowth } of [setAside, ...LINES]) {
    add(`demand-growth:${id}`, `${label}: growth of demand beyond population`, demandGrowth, "1 / year", RANGES);
    for (const year of later) add(`uplift:${id}:${year}`, `${label}: budget uplift in ${year}`, uplift, "1", RANGES);
  }
  for (const { id, label, inflation } of COST_TYPES) {
    const source = "Health costs are taken to rise about 3.3 % a year and care about 3.9 % in real-terms need studies";
    for (const year of later)
      add(`inflation:${id}:${year}`, `${label}: price inflation in ${year}`, inflation, "1", source);
  }
  for (const year of later) {
    add(`deflator:${year}`, `General price inflation in ${year}`, 0.02, "1", "The inflation target of 2 % a year");
    add(`health-age-shift:${year}`, `Years by which people are healthier in ${year}`, 0, "year", "None taken");
  }
  const money = (perHead: number): number => Math.round((perHead * people) / 100_000) * 100_000;
  add("opening-reserves", "Reserves at the end of the first year", money(RESERVES_PER_HEAD.opening), "£", RANGES);
  add("reserves-floor", "Reserves that are not to be used", money(RESERVES_PER_HEAD.floor), "£", RANGES);
  return rows;
}
