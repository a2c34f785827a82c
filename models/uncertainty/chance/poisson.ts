/** Poisson draws, exact for any mean. */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { logGamma } from "../functions/log-gamma.ts";
import { uniformOfWords } from "../random/streams.ts";
import type { Stream } from "../random/streams.ts";

/** From here on the rejection method is valid and faster. */
const REJECTION_FROM = 10;
/** Above it, neighbouring counts are no longer different numbers. */
const LARGEST_MEAN = 1e15;
const WORDS = new Uint32Array(4);

/**
 * Number of events in draw `draw`, Poisson of mean `mean`, from a stream of its own. Below a mean of 10 one uniform
 * number is inverted by adding up probabilities from 0 (so the count never falls as the mean rises); from 10, Hörmann's
 * transformed rejection PTRS, try after try on turns 0, 1, 2 of the draw. Throws ModelInputError for a mean that is not a
 * number from 0 to 1e15. Source: Hörmann, "The transformed rejection method for generating Poisson random variables",
 * Insurance: Mathematics and Economics 12 (1993).
 */
export function poissonDraw(stream: Stream, draw: number, mean: number): number {
  if (!(mean >= 0 && mean <= LARGEST_MEAN)) refuseMean(stream.name, mean);
  return mean < REJECTION_FROM ? byInversion(stream.uniform(draw), mean) : byRejection(stream, draw, mean);
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

function byInversion(u: number, mean: number): number {
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

function byRejection(stream: Stream, draw: number, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const logInverseAlpha = Math.log(1.1239 + 1.1328 / (b - 3.4));
  const quickly = 0.9277 - 3.6224 / (b - 2);
  for (let turn = 0; ; turn++) {
    stream.words(draw, turn, WORDS);
    const u = uniformOfWords(WORDS[0] as number, WORDS[1] as number) - 0.5;
    const v = uniformOfWords(WORDS[2] as number, WORDS[3] as number);
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= quickly) return count;
    if (count < 0 || (edge < 0.013 && v > edge)) continue;
    const accepted = Math.log(v) + logInverseAlpha - Math.log(a / (edge * edge) + b);
    if (accepted <= count * logMean - mean - logGamma(count + 1)) return count;
  }
}
