/**
 * Poisson draws: the inverse of the distribution function at the draw's uniform number. So a draw's count never falls as
 * its mean rises: of two scenarios that meet the same world, the one that expects fewer has fewer in every draw.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { normalQuantile } from "../functions/normal.ts";
import type { Stream } from "../random/streams.ts";
import { poissonAbove, poissonUpTo } from "./poisson-probability.ts";

/** From here on the expansion is close enough to be worth while. */
const EXPANSION_FROM = 10;
/** Above it the expansion's rounding would leave too many draws to be settled by adding up many probabilities. */
const LARGEST_MEAN = 1e12;
/** Above it a sum that comes near 1 would lose too many digits of what is left. */
const FAR_UP = 0.999;
/** Rounding of the expansion, as a share of the mean. */
const ROUNDING = 2 ** -50;

/**
 * Number of events in draw `draw`, Poisson of mean `mean`, from a stream of its own. Throws ModelInputError for a mean
 * that is not a number from 0 to 1e12.
 */
export function poissonDraw(stream: Stream, draw: number, mean: number): number {
  if (!(mean >= 0 && mean <= LARGEST_MEAN)) refuseMean(stream.name, mean);
  return poissonQuantile(stream.uniform(draw), mean);
}

/**
 * The least number of events that is not exceeded with probability `u` or more, 0 < u < 1, where `mean` (0 to 1e12) are
 * expected. Below a mean of 10 probabilities are added up from 0. From 10 the count is read off an expansion in the
 * normal quantile; where that is too near a whole number to tell, probabilities are added up from the count outwards.
 * NaN for other means, and for a `u` that is not between 0 and 1. Right but for a `u` within about 1e-13 of itself (of 1 - u in the upper half) of where the count changes.
 * Source: Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", ACM Transactions
 * on Mathematical Software 42 (2016).
 */
export function poissonQuantile(u: number, mean: number): number {
  if (!(u > 0 && u < 1 && mean >= 0 && mean <= LARGEST_MEAN)) return NaN;
  if (mean < EXPANSION_FROM) {
    const count = addingUp(u, mean);
    return u > FAR_UP ? searching(u, mean, count) : count;
  }
  const w = normalQuantile(u);
  const square = w * w;
  const root = Math.sqrt(mean);
  const near = mean + (root * w + (2 + square) / 6 - (w * (2 + square)) / (72 * root));
  // Somewhat more than the first term left out, checked up to the last u that there is.
  const doubt = (0.025 + square * (0.0125 + square / 100)) / mean + mean * ROUNDING;
  const count = Math.floor(near + doubt);
  if (count === Math.floor(near - doubt) && count >= 0) return count;
  return searching(u, mean, Math.max(0, Math.floor(near)));
}

/** The count found from a guess, by what is below it or, in the upper half, above it: the smaller of the two. */
function searching(u: number, mean: number, guess: number): number {
  const reaches =
    u <= 0.5
      ? (count: number): boolean => poissonUpTo(count, mean) >= u
      : (count: number): boolean => poissonAbove(count, mean) <= 1 - u;
  let count = guess;
  while (!reaches(count)) count++;
  while (count > 0 && reaches(count - 1)) count--;
  return count;
}

function addingUp(u: number, mean: number): number {
  let count = 0;
  let probability = Math.exp(-mean);
  let below = probability;
  while (u > below) {
    count++;
    probability *= mean / count;
    const next = below + probability;
    // The rest of the tail is less than the last bit of 1.
    if (next === below) break;
    below = next;
  }
  return count;
}

function refuseMean(name: string, mean: number): never {
  throw new ModelInputError({
    code: "chance.mean",
    message: `${name}: chance variation is asked for a mean of ${mean}. Give a mean of 0 or more, up to ${LARGEST_MEAN}.`,
    path: name,
    value: String(mean),
    expected: `a number from 0 to ${LARGEST_MEAN}`,
  });
}
