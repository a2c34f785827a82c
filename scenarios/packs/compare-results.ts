/** Do the results kept in a pack come out again? */
import { formatCount } from "../format/numbers.ts";
import type { JsonReport } from "../results/report.ts";

export interface Verification {
  readonly reproduces: boolean;
  /** One sentence: "Reproduces exactly: 214 results recomputed, largest difference 0." */
  readonly statement: string;
  readonly differences: readonly { readonly result: string; readonly stored: number; readonly recomputed: number }[];
}

/** Results may differ by this much, relative: another processor's last digit. Money on the order of pennies in millions. */
const ROUNDING = 1e-9;
/** £ or bed days: a difference of large figures that is nearly 0 has no digits of its own. */
const NEARLY_NOTHING = 1e-6;
const MOST_LISTED = 50;
const COMPARED = ["years", "measures", "beds", "money", "budgets", "books", "breakEven", "programmes"] as const;

/**
 * Compares every figure of the report that a pack holds with the one computed now: first bit for bit, then relative.
 * Up to 50 differing figures are named, the largest relative difference first.
 */
export function compareResults(stored: JsonReport, recomputed: JsonReport): Verification {
  const before = figuresOf(stored);
  const after = figuresOf(recomputed);
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const oneSided = paths.filter((path) => !before.has(path) || !after.has(path));
  const texts = paths.filter((path) => {
    const [a, b] = [before.get(path), after.get(path)];
    return a !== undefined && b !== undefined && (typeof a !== "number" || typeof b !== "number") && a !== b;
  });
  const unequal = paths.flatMap((path) => {
    const [a, b] = [before.get(path), after.get(path)];
    return typeof a === "number" && typeof b === "number" && !Object.is(a, b)
      ? [{ result: path, stored: a, recomputed: b, relative: relativeDifference(a, b) }]
      : [];
  });
  const differing = unequal.filter((each) => each.relative > ROUNDING).sort((a, b) => b.relative - a.relative);
  const figures = paths.filter((path) => typeof before.get(path) === "number").length;
  const reproduces = differing.length === 0 && oneSided.length === 0 && texts.length === 0;
  return {
    reproduces,
    statement: statementOf({
      figures,
      oneSided,
      texts,
      unequal,
      differing,
      otherModel: stored.hashes.model !== recomputed.hashes.model,
    }),
    differences: differing
      .slice(0, MOST_LISTED)
      .map(({ result, stored: was, recomputed: is }) => ({ result, stored: was, recomputed: is })),
  };
}

interface Found {
  readonly figures: number;
  readonly oneSided: readonly string[];
  readonly texts: readonly string[];
  readonly unequal: readonly { readonly relative: number }[];
  readonly differing: readonly { readonly relative: number; readonly result: string }[];
  readonly otherModel: boolean;
}

function statementOf({ figures, oneSided, texts, unequal, differing, otherModel }: Found): string {
  const made = otherModel ? " They were made by another version of the model." : "";
  const largest = unequal.reduce((most, each) => Math.max(most, each.relative), 0).toExponential(1);
  const count = formatCount(figures);
  if (oneSided.length > 0) {
    return `Does not reproduce: ${formatCount(oneSided.length)} results are there on one side only, such as ${oneSided[0]}.${made}`;
  }
  if (texts.length > 0) return `Does not reproduce: ${texts[0]} is not the same.${made}`;
  if (differing.length > 0) {
    return `Does not reproduce: ${formatCount(differing.length)} of ${count} results differ, by up to ${largest} of their size; ${differing[0]?.result} is one.${made}`;
  }
  if (unequal.length > 0) {
    return `Reproduces to rounding: ${count} results recomputed, ${formatCount(unequal.length)} differ in their last digits, largest relative difference ${largest}.${made}`;
  }
  return `Reproduces exactly: ${count} results recomputed, largest difference 0.${made}`;
}

function relativeDifference(a: number, b: number): number {
  const gap = Math.abs(a - b);
  if (gap <= NEARLY_NOTHING) return 0;
  return gap / Math.max(Math.abs(a), Math.abs(b));
}

/** Every figure and word of the compared parts by its path: "money.nominal.released.2026/27". */
function figuresOf(report: JsonReport): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const years = report.years;
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      const byYear = value.length === years.length && value.every((each) => typeof each === "number");
      value.forEach((each, i) => walk(each, `${path}.${byYear ? years[i] : (idOf(each) ?? i)}`));
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    } else found.set(path, value);
  };
  for (const part of COMPARED) walk(report[part], part);
  return found;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? id : undefined;
}
