/** What a dataset or a scenario states of an assumption that may be left out. */
import type { Scenario } from "../schema.ts";

/** A dataset, or what a window is told of one. */
export interface Register {
  readonly assumptions: readonly { readonly key: string; readonly value: number }[];
}

/** The scenario's value, else the dataset's; undefined where neither states one. */
export function statedValue(dataset: Register, scenario: Scenario, key: string): number | undefined {
  return scenario.assumptions[key] ?? dataset.assumptions.find((each) => each.key === key)?.value;
}
