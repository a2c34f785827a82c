/** Fixed, uniform and triangular distributions. */
import { checkCentral, checkFinite, checkRange, refuse } from "./check.ts";
import type { Distribution } from "./distribution.ts";

/** A number that is known. */
export function fixed(parameter: string, { value }: { value: number }): Distribution {
  checkFinite(parameter, "fixed", { value });
  return Object.freeze<Distribution>({
    kind: "fixed",
    parameter,
    parameters: { value },
    support: [value, value],
    quantile: (u) => (u >= 0 && u <= 1 ? value : NaN),
    mean: () => value,
    central: () => value,
    density: (x) => (x === value ? Infinity : 0),
  });
}

/** Any value from `low` to `high`, each as likely as the next. */
export function uniform(
  parameter: string,
  { low, high, central }: { low: number; high: number; central?: number | undefined },
): Distribution {
  checkFinite(parameter, "uniform", { low, high });
  checkRange(parameter, "uniform", low, high);
  checkCentral(parameter, "uniform", central, [low, high]);
  const width = high - low;
  const mean = low + width / 2;
  return Object.freeze<Distribution>({
    kind: "uniform",
    parameter,
    parameters: { low, high },
    support: [low, high],
    // The last bit may round past the end; the smaller of the two is then the end itself.
    quantile: (u) => (u >= 0 && u <= 1 ? Math.min(high, low + width * u) : NaN),
    mean: () => mean,
    central: () => central ?? mean,
    density: (x) => (x >= low && x <= high ? 1 / width : 0),
  });
}

/** From `low` to `high`, most likely `mode`, straight lines between. */
export function triangular(
  parameter: string,
  { low, mode, high, central }: { low: number; mode: number; high: number; central?: number | undefined },
): Distribution {
  checkFinite(parameter, "triangular", { low, mode, high });
  checkRange(parameter, "triangular", low, high);
  checkMode(parameter, "triangular", low, mode, high);
  checkCentral(parameter, "triangular", central, [low, high]);
  const width = high - low;
  const peak = (mode - low) / width;
  const rise = (mode - low) * width;
  const fall = (high - mode) * width;
  const mean = low + (mode - low + width) / 3;
  return Object.freeze<Distribution>({
    kind: "triangular",
    parameter,
    parameters: { low, mode, high },
    support: [low, high],
    quantile(u) {
      if (!(u >= 0 && u <= 1)) return NaN;
      return u < peak ? Math.min(mode, low + Math.sqrt(u * rise)) : Math.max(mode, high - Math.sqrt((1 - u) * fall));
    },
    mean: () => mean,
    central: () => central ?? mean,
    density(x) {
      if (x < low || x > high) return 0;
      if (x < mode) return (2 * (x - low)) / rise;
      return x > mode ? (2 * (high - x)) / fall : 2 / width;
    },
  });
}

/** Refuses a most likely value outside the range. */
export function checkMode(parameter: string, kind: string, low: number, mode: number, high: number): void {
  if (mode >= low && mode <= high) return;
  const expected = `a most likely value from ${low} to ${high}`;
  refuse(parameter, kind, "mode", mode, `the most likely value of its ${kind} distribution is ${mode}.`, expected);
}
