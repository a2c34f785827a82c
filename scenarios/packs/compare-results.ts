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
const COMPARED = ["measures", "beds", "money", "budgets", "books", "programmes", "indicators", "ownFormulas"] as const;

/**
 * Compares every figure of the report that a pack holds with the one computed now: first bit for bit, then relative.
 * Figures that only a newer model has are passed over. Up to 50 differing figures are named, the largest difference first.
 */
export function compareResults(stored: JsonReport, recomputed: JsonReport): Verification {
  const before = figuresOf(stored);
  const after = figuresOf(recomputed);
  const otherModel = stored.hashes.model !== recomputed.hashes.model;
  const missing = [...before.keys()].filter((path) => !after.has(path));
  const further = [...after.keys()].filter((path) => !before.has(path));
  const unequal = [...before].flatMap(([result, was]) => {
    const is = after.get(result);
    return is === undefined || is === was
      ? []
      : [{ result, stored: was, recomputed: is, relative: relativeDifference(was, is) }];
  });
  const found: Found = {
    figures: before.size,
    oneSided: otherModel ? missing : [...missing, ...further],
    years: stored.years.join() === recomputed.years.join(),
    unequal,
    differing: unequal.filter((each) => each.relative > ROUNDING).sort((a, b) => b.relative - a.relative),
    otherModel,
  };
  return {
    reproduces: found.years && found.figures > 0 && found.oneSided.length === 0 && found.differing.length === 0,
    statement: statementOf(found),
    differences: found.differing
      .slice(0, MOST_LISTED)
      .map(({ result, stored: was, recomputed: is }) => ({ result, stored: was, recomputed: is })),
  };
}

interface Difference {
  readonly result: string;
  readonly stored: number;
  readonly recomputed: number;
  readonly relative: number;
}

interface Found {
  readonly figures: number;
  readonly oneSided: readonly string[];
  /** Whether both are of the same years. */
  readonly years: boolean;
  readonly unequal: readonly Difference[];
  readonly differing: readonly Difference[];
  readonly otherModel: boolean;
}

function statementOf({ figures, oneSided, years, unequal, differing, otherModel }: Found): string {
  const made = otherModel ? " They were made by another version of the model." : "";
  const largest = unequal.reduce((most, each) => Math.max(most, each.relative), 0).toExponential(1);
  const count = formatCount(figures);
  if (figures === 0) return "Does not reproduce: there are no results to compare.";
  if (!years) return `Does not reproduce: the results are of other years.${made}`;
  if (oneSided.length > 0) {
    return `Does not reproduce: ${formatCount(oneSided.length)} results are there on one side only, such as ${oneSided[0]}.${made}`;
  }
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

/** Every figure of the compared parts by its path: "money.nominal.released.2026/27". Words may change; figures may not. */
function figuresOf(report: JsonReport): Map<string, number> {
  const found = new Map<string, number>();
  const years = report.years;
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      const byYear = value.length === years.length && value.every((each) => typeof each === "number");
      value.forEach((each, i) => walk(each, `${path}.${byYear ? years[i] : (idOf(each) ?? i)}`));
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    } else if (typeof value === "number") found.set(path, value);
  };
  for (const part of COMPARED) walk(report[part], part);
  return found;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? id : undefined;
}
