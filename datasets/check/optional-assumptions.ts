/** Assumptions that a dataset may state and need not: each has a cautious or neutral value where it is left out. */
import type { AssumptionRule } from "./assumption-keys.ts";

const share: AssumptionRule = { unit: "1", least: 0, most: 1 };

const whole: Readonly<Record<string, AssumptionRule>> = {
  "set-aside-share-over": share,
  "set-aside-share-under": share,
  "discount-rate": { unit: "1 / year", least: -0.5, most: 1 },
};

/** The rule of a key that may be left out ("set-aside-share-over", "earmarked-reserves:winter"); undefined for another. */
export function optionalRule(key: string): AssumptionRule | undefined {
  if (/^earmarked-reserves:[a-z0-9][a-z0-9-]{0,63}$/.test(key)) return { unit: "£", least: 0, most: 1e12 };
  return Object.hasOwn(whole, key) ? whole[key] : undefined;
}
