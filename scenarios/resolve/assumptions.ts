/** The assumption register joined with what a scenario changes of it. */
import type { Dataset } from "../../datasets/index.ts";
import { listed, ScenarioError } from "../scenario-error.ts";

/** What an assumption may be. */
export interface Range {
  readonly within: (value: number) => boolean;
  readonly words: string;
}
export const aRate: Range = { within: (x) => x > -1, words: "a rate above -1 (0.03 is 3 %)" };
export const aShare: Range = { within: (x) => x >= 0 && x <= 1, words: "a share from 0 to 1" };
export const above0: Range = { within: (x) => x > 0, words: "above 0" };
export const atLeast0: Range = { within: (x) => x >= 0, words: "0 or more" };
export const aboveNoneUpTo1: Range = { within: (x) => x > 0 && x <= 1, words: "a share above 0 and up to 1" };
export const upTo1: Range = { within: (x) => x <= 1, words: "at most 1" };
export const anyNumber: Range = { within: () => true, words: "a number" };

/** Reads assumptions by key and remembers which were asked for, so that a key that nothing uses is refused. */
export class AssumptionReader {
  private readonly defaults: Map<string, number>;
  private readonly overrides: ReadonlyMap<string, number>;
  private readonly used = new Set<string>();

  constructor(dataset: Dataset, overrides: Readonly<Record<string, number>>) {
    this.defaults = new Map(dataset.assumptions.map((each) => [each.key, each.value]));
    this.overrides = new Map(Object.entries(overrides));
  }

  /** The scenario's value, else the dataset's. Throws ScenarioError when neither has one, or it is out of range. */
  value(key: string, range: Range): number {
    this.used.add(key);
    const override = this.overrides.get(key);
    const value = override ?? this.defaults.get(key);
    if (value === undefined) {
      throw new ScenarioError(
        "scenario.missing-assumption",
        `There is no value for the assumption "${key}": the dataset gives none and the scenario sets none. Add it to either.`,
        { path: `assumptions["${key}"]`, expected: range.words },
      );
    }
    if (!Number.isFinite(value) || !range.within(value)) {
      const whose = override === undefined ? "The dataset" : "The scenario";
      throw new ScenarioError(
        "scenario.assumption-out-of-range",
        `${whose} sets the assumption "${key}" to ${value}; it must be ${range.words}.`,
        { path: `assumptions["${key}"]`, value, expected: range.words },
      );
    }
    return value;
  }

  /** The same; undefined when neither states it. */
  optional(key: string, range: Range): number | undefined {
    this.used.add(key);
    return this.defaults.has(key) || this.overrides.has(key) ? this.value(key, range) : undefined;
  }

  /** Names and values of all keys "STEM:NAME" that either states, in the order of their names. */
  named(stem: string, range: Range): (readonly [string, number])[] {
    const keys = [...new Set([...this.defaults.keys(), ...this.overrides.keys()])].sort();
    return keys
      .filter((key) => key.startsWith(`${stem}:`))
      .map((key) => [key.slice(stem.length + 1), this.value(key, range)] as const);
  }

  /** One value a year, 0 in the base year: keys "<stem>:2026/27" from the second year on. */
  byYear(stem: string, years: readonly string[], range: Range): number[] {
    return years.map((year, t) => (t === 0 ? 0 : this.value(`${stem}:${year}`, range)));
  }

  /** Throws ScenarioError naming the first override that no part of the model asked for, and the keys most like it. */
  refuseUnused(): void {
    for (const key of this.overrides.keys()) {
      if (this.used.has(key)) continue;
      const stem = key.split(":")[0] as string;
      const alike = [...this.used].filter((each) => each.split(":")[0] === stem);
      const known = alike.length > 0 ? alike : [...new Set([...this.used].map((each) => each.split(":")[0] as string))];
      throw new ScenarioError(
        "scenario.unknown-assumption",
        `The scenario changes the assumption "${key}", which this dataset does not have. ` +
          `${alike.length > 0 ? `Those called "${stem}" are` : "The kinds are"} ${listed(known, 12)}.`,
        { path: `assumptions["${key}"]`, value: key, expected: listed(known, 12) },
      );
    }
  }
}
