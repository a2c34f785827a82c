/** Whether the integration scheme's rule for an over- or underspend of the set-aside has been entered, and what it says. */
import { formatPercentExact } from "../format/numbers.ts";
import { SHARE_OF_OVERSPEND, SHARE_OF_UNDERSPEND } from "../resolve/books.ts";
import type { Scenario } from "../schema.ts";
import { statedValue, type Register } from "./stated.ts";

export interface VarianceRule {
  /** Both shares are stated, in the dataset or the scenario. */
  readonly entered: boolean;
  /** Share of an overspend that falls on the integration authority, as used: 0 where none is stated. */
  readonly over: number;
  /** Share of an underspend that comes to it. */
  readonly under: number;
  readonly words: string;
}

export function varianceRule(dataset: Register, scenario: Scenario): VarianceRule {
  const [over, under] = [SHARE_OF_OVERSPEND, SHARE_OF_UNDERSPEND].map((key) => statedValue(dataset, scenario, key));
  return {
    entered: over !== undefined && under !== undefined,
    over: over ?? 0,
    under: under ?? 0,
    words: inWords(over, under),
  };
}

function inWords(over: number | undefined, under: number | undefined): string {
  const overspend = `${formatPercentExact(over ?? 0)} of an overspend of the set-aside falls on us`;
  const underspend = `${formatPercentExact(under ?? 0)} of an underspend comes to us`;
  if (over !== undefined && under !== undefined) return `By the scheme, ${overspend} and ${underspend}.`;
  const missing = "the scheme's variance rule has not been entered";
  if (over === undefined && under === undefined) {
    return `Reserves and gap leave the set-aside's own over- and underspend out: ${missing}.`;
  }
  return over === undefined
    ? `By the scheme, ${underspend}; for an overspend ${missing}, and none of it is counted.`
    : `By the scheme, ${overspend}; for an underspend ${missing}, and none of it is counted.`;
}
