/** Probabilities of a Poisson distribution, good to about 1e-14 of themselves for any mean. */
import { logGamma } from "../functions/log-gamma.ts";

const TWO_PI = 2 * Math.PI;
/** From here on four terms of Stirling's series are good to the last bit. */
const SERIES_FROM = 16;
/** What is smaller than this share of a sum so far ends the sum. */
const NOTHING_MORE = 1e-18;

/**
 * Probability of `count` events where `mean` are expected (mean above 0). Source: Loader, "Fast and accurate computation
 * of binomial probabilities" (2000): without the cancellation between the two large powers and the factorial.
 */
export function poissonProbability(count: number, mean: number): number {
  if (count < SERIES_FROM) return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  const v = 1 / (count * count);
  const stirling = (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v / 1188)))) / count;
  return Math.exp(-stirling - deviance(count, mean)) / Math.sqrt(TWO_PI * count);
}

/** count ln(count / mean) + mean - count, exact where the two are near each other. Source: Loader (2000), function bd0. */
function deviance(count: number, mean: number): number {
  const gap = count - mean;
  if (Math.abs(gap) >= 0.1 * (count + mean)) return count * Math.log(count / mean) - gap;
  const ratio = gap / (count + mean);
  const square = ratio * ratio;
  let sum = gap * ratio;
  let power = 2 * count * ratio;
  for (let j = 1; ; j++) {
    power *= square;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
}

/** Probability of `count` events or fewer, for a count that is not far above the mean (terms are added from it down). */
export function poissonUpTo(count: number, mean: number): number {
  let term = poissonProbability(count, mean);
  let sum = term;
  for (let j = count; j > 0; j--) {
    term *= j / mean;
    sum += term;
    if (j < mean && term < NOTHING_MORE * sum) break;
  }
  return sum;
}

/** Probability of more than `count` events, for a count that is not far below the mean (terms are added from it up). */
export function poissonAbove(count: number, mean: number): number {
  let term = poissonProbability(count + 1, mean);
  let sum = term;
  for (let j = count + 2; ; j++) {
    term *= mean / j;
    sum += term;
    // Equal where both are 0: next to nothing is expected.
    if (j > mean && term <= NOTHING_MORE * sum) return sum;
  }
}
