/**
 * What the program assumes where a dataset is one demand table and silent on everything else. Values are neutral (nothing
 * grows, no price rises) or cautious, and each is listed as assumed, with its reason.
 */
import { financialYears } from "../models/index.ts";
import { assumptionRules } from "./check/assumption-keys.ts";
import type { Assumption, Labelled, Provenance } from "./dataset.ts";

/** Scotland's published average cost of an inpatient day, 2018/19, £: not uplifted, since its price base is its own. */
export const PUBLISHED_AVERAGE_BED_DAY = 672;

export const STANDARD_COST_TYPES: readonly Labelled[] = [
  { id: "hospital", label: "Hospital" },
  { id: "nhs-community", label: "NHS community services" },
  { id: "care", label: "Care" },
];

export const STANDARD_LINES = [
  { id: "set-aside", label: "Set-aside", payer: "set-aside", costType: "hospital" },
  { id: "nhs-services", label: "Delegated NHS services", payer: "nhs-delegated", costType: "nhs-community" },
  { id: "council-services", label: "Delegated council services", payer: "council-delegated", costType: "care" },
] as const;

export const STANDARD_HOSPITAL: Labelled = { id: "hospital", label: "Hospital" };

interface Standard {
  readonly label: string;
  readonly value: number;
  readonly reason: string;
}

const NEUTRAL = "Assumed: nothing changes, since the file does not say";

/** By the part of the key before the first colon. */
const standards: Readonly<Record<string, Standard>> = {
  growth: { label: "Growth of admissions beyond population", value: 0, reason: NEUTRAL },
  "stay-drift": { label: "Drift of the mean stay", value: 0, reason: NEUTRAL },
  occupancy: { label: "Target occupancy", value: 0.85, reason: "Assumed: a usual target" },
  "variable-share": { label: "Variable share of cost", value: 0.25, reason: "Assumed: cautious, most cost stays" },
  "semi-fixed-share": {
    label: "Semi-fixed share of cost",
    value: 0.45,
    reason: "Assumed: goes only when a ward closes",
  },
  "fixed-share": { label: "Fixed share of cost", value: 0.3, reason: "Assumed: what is left of the whole" },
  "closure-step": { label: "Beds closed at a time", value: 24, reason: "Assumed: a ward of usual size" },
  "release-lag-months": { label: "Months from empty to closed", value: 12, reason: "Assumed: usually 6 to 18 months" },
  "escalation-premium": {
    label: "Cost of an escalation bed",
    value: 1.4,
    reason: "Assumed: 40 % above an ordinary bed",
  },
  "demand-growth": { label: "Growth of demand beyond population", value: 0, reason: NEUTRAL },
  uplift: { label: "Budget uplift", value: 0, reason: NEUTRAL },
  inflation: { label: "Price inflation", value: 0, reason: NEUTRAL },
  deflator: { label: "General price inflation", value: 0, reason: NEUTRAL },
  "health-age-shift": { label: "Years by which people are healthier", value: 0, reason: NEUTRAL },
  "opening-reserves": { label: "Reserves at the end of the first year", value: 0, reason: "Assumed: none are known" },
  "reserves-floor": { label: "Reserves that are not to be used", value: 0, reason: "Assumed: none are known" },
};

/** The whole register for these specialties and years. */
export function standardAssumptions(
  specialties: readonly Labelled[],
  firstYear: number,
  yearCount: number,
): Assumption[] {
  const names = new Map(
    [...specialties, ...STANDARD_LINES, ...STANDARD_COST_TYPES].map(({ id, label }): [string, string] => [id, label]),
  );
  const rules = assumptionRules({
    specialties: specialties.map((specialty) => specialty.id),
    lines: STANDARD_LINES.map((line) => line.id),
    costTypes: STANDARD_COST_TYPES.map((costType) => costType.id),
    years: financialYears(firstYear, yearCount),
  });
  const stated = [...rules].filter(([, rule]) => rule.optional !== true);
  return stated.map(([key, { unit }]) => {
    const [kind, ...rest] = key.split(":");
    const standard = standards[kind as string];
    if (standard === undefined) throw new Error(`There is no standard value for "${key}".`);
    const about = rest.map((part) => names.get(part) ?? part).join(", ");
    const label = about === "" ? standard.label : `${standard.label}: ${about}`;
    return { key, label, value: standard.value, unit, standing: "assumed", source: standard.reason };
  });
}

/** What a person must be told about everything assumed besides the register. */
export const standardProvenance: readonly Provenance[] = [
  {
    what: "Cost per bed day",
    standing: "assumed",
    how: `£${PUBLISHED_AVERAGE_BED_DAY}, the published average of an inpatient day in Scotland in 2018/19, for every specialty and not uplifted: its prices are not those of the first year.`,
    source: "Public Health Scotland: Scottish health service costs, 2018/19",
  },
  {
    what: "Share in the set-aside",
    standing: "assumed",
    how: "All of every specialty, since the file does not say: emergency surgery and other care outside the set-aside is counted in.",
    source: "",
  },
  {
    what: "Budget lines",
    standing: "assumed",
    how: "The set-aside budget equals its first year's cost. The delegated NHS and council lines stand at £0, so that they show only what is moved.",
    source: "",
  },
  {
    what: "Hospitals",
    standing: "assumed",
    how: "One hospital for all areas; its beds are assumed, not counted.",
    source: "",
  },
  {
    what: "Assumptions",
    standing: "assumed",
    how: "No growth and no price rises; the standard cost shares, occupancy, ward step, lag and premium, each listed with its reason.",
    source: "",
  },
];
