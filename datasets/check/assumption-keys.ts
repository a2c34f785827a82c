/** The assumptions a dataset must state, one each: their keys, units and domains. */

export interface AssumptionRule {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** The least value itself is refused. */
  readonly above?: boolean;
  /** A dataset may leave it out. */
  readonly optional?: boolean;
}

interface Dimensions {
  readonly specialties: readonly string[];
  readonly lines: readonly string[];
  readonly costTypes: readonly string[];
  /** Year labels, the base year first. */
  readonly years: readonly string[];
}

const yearlyRate: AssumptionRule = { unit: "1", least: -0.5, most: 1 };
const rateAYear: AssumptionRule = { unit: "1 / year", least: -0.5, most: 1 };
const shareRule: AssumptionRule = { unit: "1", least: 0, most: 1 };
const money: AssumptionRule = { unit: "£", least: 0, most: 1e12 };

const bySpecialty: Readonly<Record<string, AssumptionRule>> = {
  growth: rateAYear,
  "stay-drift": rateAYear,
  occupancy: { ...shareRule, above: true },
  "variable-share": shareRule,
  "semi-fixed-share": shareRule,
  "fixed-share": shareRule,
  "closure-step": { unit: "bed", least: 0, most: 1000, above: true },
  "release-lag-months": { unit: "month", least: 0, most: 120 },
  "escalation-premium": { unit: "1", least: 0, most: 100, above: true },
  "held-closed": { ...shareRule, optional: true },
  realised: { ...shareRule, optional: true },
};

/**
 * Every key a dataset of these members states, or may state, with its rule: "occupancy:general-medicine",
 * "inflation:hospital:2026/27" ... Rates by year start in the second year (the base year's is 0).
 */
export function assumptionRules(dimensions: Dimensions): Map<string, AssumptionRule> {
  const rules = new Map<string, AssumptionRule>();
  for (const specialty of dimensions.specialties) {
    for (const [kind, rule] of Object.entries(bySpecialty)) rules.set(`${kind}:${specialty}`, rule);
  }
  const later = dimensions.years.slice(1);
  for (const line of dimensions.lines) {
    rules.set(`demand-growth:${line}`, rateAYear);
    rules.set(`attendance-cost:${line}`, { unit: "£ / attendance", least: 0, most: 1e6, above: true, optional: true });
    rules.set(`attendance-variable-share:${line}`, { ...shareRule, optional: true });
    for (const year of later) rules.set(`uplift:${line}:${year}`, yearlyRate);
  }
  for (const year of later) {
    for (const costType of dimensions.costTypes) rules.set(`inflation:${costType}:${year}`, yearlyRate);
    rules.set(`health-age-shift:${year}`, { unit: "year", least: -20, most: 20 });
    rules.set(`deflator:${year}`, yearlyRate);
  }
  rules.set("opening-reserves", { ...money, least: -1e12 });
  rules.set("reserves-floor", money);
  for (const key of ["set-aside-share-over", "set-aside-share-under"]) {
    rules.set(key, { ...shareRule, optional: true });
  }
  rules.set("discount-rate", { ...rateAYear, optional: true });
  return rules;
}
