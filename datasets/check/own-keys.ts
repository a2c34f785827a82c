/** Assumptions whose keys a dataset makes up itself: as many as it likes, or none. */
import type { AssumptionRule } from "./assumption-keys.ts";

/** The rule of such a key, "earmarked-reserves:winter"; undefined for any other. */
export function ownKeyRule(key: string): AssumptionRule | undefined {
  return /^earmarked-reserves:[a-z0-9][a-z0-9-]{0,63}$/.test(key) ? { unit: "£", least: 0, most: 1e12 } : undefined;
}
