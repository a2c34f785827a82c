/** Beta and PERT distributions. */
import { BetaQuantiles } from "../functions/beta.ts";
import { logBetaScale } from "../functions/log-gamma.ts";
import { checkCentral, checkFinite, checkPositive, checkRange, refuse } from "./check.ts";
import type { Distribution } from "./distribution.ts";
import { checkMode } from "./simple.ts";

/** Outside these the distribution is a spike, or all at its ends, to within what a number can hold. */
const SMALLEST_SHAPE = 0.1;
const LARGEST_SHAPE = 10_000;
/** Weight of the most likely value in a PERT mean: (low + 4 mode + high) / 6. */
const PERT_WEIGHT = 4;

/** Density at `x`, 0 to 1, of a beta distribution. */
function betaDensity(x: number, a: number, b: number): number {
  if (x < 0 || x > 1) return 0;
  if (x === 0) return a > 1 ? 0 : a < 1 ? Infinity : b;
  if (x === 1) return b > 1 ? 0 : b < 1 ? Infinity : a;
  const n = a + b;
  const powers = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) + a * Math.log(n / a) + b * Math.log(n / b);
  return Math.exp(powers + logBetaScale(a, b));
}

export type BetaNumbers = ({ alpha: number; beta: number } | { mean: number; sd: number }) & {
  central?: number | undefined;
};

/**
 * A share: beta distribution, by its two shapes (0.1 to 10,000), or by mean and standard deviation: with
 * n = mean (1 - mean) / sd² - 1, alpha is mean n and beta is (1 - mean) n.
 */
export function beta(parameter: string, numbers: BetaNumbers): Distribution {
  const { alpha, beta } = "sd" in numbers ? shapesOf(parameter, numbers.mean, numbers.sd) : numbers;
  checkFinite(parameter, "beta", { alpha, beta });
  checkShape(parameter, "alpha", alpha);
  checkShape(parameter, "beta", beta);
  checkCentral(parameter, "beta", numbers.central, [0, 1]);
  const quantiles = new BetaQuantiles(alpha, beta);
  const mean = alpha / (alpha + beta);
  const central = numbers.central;
  return Object.freeze<Distribution>({
    kind: "beta",
    parameter,
    parameters: { alpha, beta },
    support: [0, 1],
    quantile: (u) => quantiles.quantile(u),
    mean: () => mean,
    central: () => central ?? mean,
    density: (x) => betaDensity(x, alpha, beta),
  });
}

function shapesOf(parameter: string, mean: number, sd: number): { alpha: number; beta: number } {
  checkFinite(parameter, "beta", { mean, sd });
  checkPositive(parameter, "beta", "sd", sd);
  if (!(mean > 0 && mean < 1)) {
    refuse(
      parameter,
      "beta",
      "mean",
      mean,
      `the mean of its beta distribution is ${mean}.`,
      "a share above 0 and below 1",
    );
  }
  const most = Math.sqrt(mean * (1 - mean));
  if (sd >= most) {
    const problem = `the standard deviation of its beta distribution is ${sd}, more than a share of mean ${mean} can have.`;
    refuse(parameter, "beta", "sd", sd, problem, `a standard deviation below ${most}`);
  }
  const n = (mean * (1 - mean)) / (sd * sd) - 1;
  return { alpha: mean * n, beta: (1 - mean) * n };
}

function checkShape(parameter: string, field: string, value: number): void {
  if (value >= SMALLEST_SHAPE && value <= LARGEST_SHAPE) return;
  const expected = `an alpha and a beta from ${SMALLEST_SHAPE} to ${LARGEST_SHAPE}, or an interval`;
  refuse(parameter, "beta", field, value, `the ${field} of its beta distribution is ${value}.`, expected);
}

/**
 * Modified PERT: from `low` to `high`, most likely `mode`, smooth; a beta distribution of shapes
 * 1 + 4 (mode - low) / (high - low) and 1 + 4 (high - mode) / (high - low), stretched to the range. Source: Vose, "Risk
 * analysis: a quantitative guide" (3rd edition, 2008).
 */
export function pert(
  parameter: string,
  { low, mode, high, central }: { low: number; mode: number; high: number; central?: number | undefined },
): Distribution {
  checkFinite(parameter, "pert", { low, mode, high });
  checkRange(parameter, "pert", low, high);
  checkMode(parameter, "pert", low, mode, high);
  checkCentral(parameter, "pert", central, [low, high]);
  const width = high - low;
  const alpha = 1 + (PERT_WEIGHT * (mode - low)) / width;
  const beta = 1 + (PERT_WEIGHT * (high - mode)) / width;
  const quantiles = new BetaQuantiles(alpha, beta);
  const mean = low + (PERT_WEIGHT * (mode - low) + width) / (PERT_WEIGHT + 2);
  return Object.freeze<Distribution>({
    kind: "pert",
    parameter,
    parameters: { low, mode, high },
    support: [low, high],
    // The last bit may round past the end.
    quantile: (u) => Math.min(high, low + width * quantiles.quantile(u)),
    mean: () => mean,
    central: () => central ?? mean,
    density: (x) => betaDensity((x - low) / width, alpha, beta) / width,
  });
}
