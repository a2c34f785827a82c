/** What is typed of a run with draws, read; what cannot be read is wrong usage. */
import { InvalidArgumentError } from "commander";
import type { DrawOptions } from "../engine/index.ts";

export type TypedTarget = NonNullable<DrawOptions["targets"]>[number];

export const POINTS = ["random", "latin-hypercube", "sobol"] as const satisfies readonly DrawOptions["points"][];

const MOST_DRAWS = 1_000_000;
const MOST_THREADS = 64;

export function drawCount(text: string): number {
  return wholeNumber(text, 1, MOST_DRAWS, "The number of draws");
}

export function seedNumber(text: string): number {
  return wholeNumber(text, 0, Number.MAX_SAFE_INTEGER, "A seed");
}

export function threadCount(text: string): number {
  return wholeNumber(text, 1, MOST_THREADS, "The number of threads");
}

/** One more target, "FORMULA >= VALUE" or "FORMULA <= VALUE"; the last of these signs is the one that counts. */
export function addTarget(text: string, before: readonly TypedTarget[] = []): readonly TypedTarget[] {
  const found = /^(?<formula>.*\S)\s*(?<sign>[<>]=)\s*(?<value>[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?)\s*$/is.exec(text);
  const { formula = "", sign, value } = found?.groups ?? {};
  if (formula === "" || !Number.isFinite(Number(value))) {
    throw new InvalidArgumentError(
      "A target is a formula, <= or >=, and a number, such as 'bedDaysSaved[year = \"2030/31\"] >= 20000': no commas, £ or % in the number.",
    );
  }
  const direction = sign === "<=" ? "at-most" : "at-least";
  return [...before, { label: text.trim(), formula: formula.trim(), direction, value: Number(value) }];
}

function wholeNumber(text: string, least: number, most: number, what: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`${what} is a whole number from ${least} to ${most}.`);
}
