/** Normal, log-normal and logit-normal distributions. */
import { exponential } from "../functions/exponential.ts";
import { normalDensity, normalQuantile } from "../functions/normal.ts";
import { checkCentral, checkFinite, checkPositive, refuse } from "./check.ts";
import type { Distribution } from "./distribution.ts";
import { logitNormalMean, shareOfLogOdds } from "./logit-normal-mean.ts";

/** Wider than this, half of the draws of a log-normal or logit-normal would be beyond what a number can hold. */
const LARGEST_SIGMA = 100;

/** Anything, up or down without limit, most likely near the mean. */
export function normal(
  parameter: string,
  { mean, sd, central }: { mean: number; sd: number; central?: number | undefined },
): Distribution {
  checkFinite(parameter, "normal", { mean, sd });
  checkPositive(parameter, "normal", "sd", sd);
  checkCentral(parameter, "normal", central, [-Infinity, Infinity]);
  return Object.freeze<Distribution>({
    kind: "normal",
    parameter,
    parameters: { mean, sd },
    support: [-Infinity, Infinity],
    quantile: (u) => mean + sd * normalQuantile(u),
    mean: () => mean,
    central: () => central ?? mean,
    density: (x) => normalDensity((x - mean) / sd) / sd,
  });
}

export type LogNormalNumbers = (
  { mu: number; sigma: number } | { median: number; mean: number } | { mean: number; sd: number }
) & {
  central?: number | undefined;
};

/**
 * A multiplier, above 0: its logarithm is normal. By `mu` and `sigma` of the logarithm; or median and mean, with
 * mean / median = exp(sigma² / 2); or mean and standard deviation, with (sd / mean)² = exp(sigma²) - 1.
 */
export function logNormal(parameter: string, numbers: LogNormalNumbers): Distribution {
  const { mu, sigma } = logarithmOf(parameter, numbers);
  checkFinite(parameter, "log-normal", { mu, sigma });
  checkSigma(parameter, "log-normal", sigma);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  if (!(mean > 0 && Number.isFinite(mean))) {
    refuse(
      parameter,
      "log-normal",
      "sigma",
      sigma,
      `the mean of its log-normal distribution is ${mean}.`,
      "a narrower range",
    );
  }
  checkCentral(parameter, "log-normal", numbers.central, [0, Infinity]);
  const central = numbers.central;
  return Object.freeze<Distribution>({
    kind: "log-normal",
    parameter,
    parameters: { mu, sigma },
    support: [0, Infinity],
    quantile: (u) => exponential(mu + sigma * normalQuantile(u)),
    mean: () => mean,
    central: () => central ?? mean,
    density: (x) => (x > 0 ? normalDensity((Math.log(x) - mu) / sigma) / (sigma * x) : 0),
  });
}

function logarithmOf(parameter: string, numbers: LogNormalNumbers): { mu: number; sigma: number } {
  if ("mu" in numbers) return numbers;
  const kind = "log-normal";
  if ("median" in numbers) {
    const { median, mean } = numbers;
    checkFinite(parameter, kind, { median, mean });
    checkPositive(parameter, kind, "median", median);
    if (mean <= median) {
      const problem = `the mean of its log-normal distribution is ${mean} and the median ${median}.`;
      refuse(parameter, kind, "mean", mean, problem, `a mean above the median, ${median}`);
    }
    return { mu: Math.log(median), sigma: Math.sqrt(2 * Math.log(mean / median)) };
  }
  const { mean, sd } = numbers;
  checkFinite(parameter, kind, { mean, sd });
  checkPositive(parameter, kind, "mean", mean);
  checkPositive(parameter, kind, "sd", sd);
  const variance = Math.log1p((sd / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/** A share, above 0 and below 1: its log-odds ln(x / (1 - x)) are normal, of mean `mu` and standard deviation `sigma`. */
export function logitNormal(
  parameter: string,
  { mu, sigma, central }: { mu: number; sigma: number; central?: number | undefined },
): Distribution {
  checkFinite(parameter, "logit-normal", { mu, sigma });
  checkSigma(parameter, "logit-normal", sigma);
  checkCentral(parameter, "logit-normal", central, [0, 1]);
  const mean = logitNormalMean(mu, sigma);
  return Object.freeze<Distribution>({
    kind: "logit-normal",
    parameter,
    parameters: { mu, sigma },
    support: [0, 1],
    quantile: (u) => shareOfLogOdds(mu + sigma * normalQuantile(u)),
    mean: () => mean,
    central: () => central ?? mean,
    density(x) {
      if (!(x > 0 && x < 1)) return 0;
      return normalDensity((Math.log(x) - Math.log1p(-x) - mu) / sigma) / (sigma * x * (1 - x));
    },
  });
}

function checkSigma(parameter: string, kind: string, sigma: number): void {
  checkPositive(parameter, kind, "sigma", sigma);
  if (sigma <= LARGEST_SIGMA) return;
  refuse(
    parameter,
    kind,
    "sigma",
    sigma,
    `the sigma of its ${kind} distribution is ${sigma}.`,
    `a sigma up to ${LARGEST_SIGMA}`,
  );
}
