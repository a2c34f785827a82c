/** The mean of a logit-normal distribution, which has no closed form. */
import { exponential } from "../functions/exponential.ts";
import { normalDensity } from "../functions/normal.ts";

/** The share whose log-odds are `z`. */
export function shareOfLogOdds(z: number): number {
  return 1 / (1 + exponential(-z));
}

/** Beyond this many standard deviations the normal density is 0 in a double. */
const REACH = 38.5;

/**
 * E[1 / (1 + exp(-(mu + sigma Z)))] for Z normal, by the trapezium rule on equal steps h. For a function that is
 * analytic within a distance d of the real line the rule errs by about exp(-2πd/h); here d is π / sigma, so that
 * h ≤ π / (8 sigma) leaves exp(-16π) = 1e-22. Source: Trefethen and Weideman, "The exponentially convergent
 * trapezoidal rule", SIAM Review 56 (2014).
 */
export function logitNormalMean(mu: number, sigma: number): number {
  const step = Math.min(0.125, Math.PI / (8 * sigma));
  const last = Math.ceil(REACH / step);
  let sum = 0;
  for (let i = -last; i <= last; i++) sum += shareOfLogOdds(mu + sigma * i * step) * normalDensity(i * step);
  return sum * step;
}
