/**
 * Chance variation: what would differ from year to year though every assumption were known. It is kept apart from what
 * is not known of the assumptions: its streams have names of their own.
 *
 * Admissions N are Poisson about their expected number. Bed days, given N admissions, have mean N m and variance
 * N (s - m²), with m the mean stay and s the mean squared stay; over the draws they then have variance E[N] s, that of a
 * compound Poisson sum (model.md section 8). The law given N is log-normal with those two moments: no draw is below 0.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { normalQuantile } from "../functions/normal.ts";
import { createStream } from "../random/streams.ts";
import { poissonDraw } from "./poisson.ts";

export interface Chance {
  /** Admissions in draw `draw`, a whole number, when `expected` are expected. */
  admissions(draw: number, expected: number): number;
  /**
   * Bed days in draw `draw` of `admissions` admissions of mean stay `stay` (days) and mean squared stay `squaredStay`
   * (days²). Throws ModelInputError when `squaredStay` is less than `stay` squared, which no stays can have.
   */
  bedDays(draw: number, admissions: number, stay: number, squaredStay: number): number;
}

/** Name of the stream that the number of admissions of what is called `name` is drawn from. */
export const admissionsStream = (name: string): string => `chance of admissions: ${name}`;

/** Name of the stream of its bed days, given the admissions. */
export const staysStream = (name: string): string => `chance of stays: ${name}`;

/** Chance of what is called `name` (a cell, or a sum of cells), apart from the stream of an assumption of that name. */
export function createChance(seed: number, name: string): Chance {
  const counts = createStream(seed, admissionsStream(name));
  const stays = createStream(seed, staysStream(name));
  return {
    admissions: (draw, expected) => poissonDraw(counts, draw, expected),
    bedDays(draw, admissions, stay, squaredStay) {
      if (!(squaredStay >= stay * stay * (1 - 1e-12) && Number.isFinite(squaredStay) && stay >= 0)) {
        refuseSquare(name, stay, squaredStay);
      }
      if (admissions === 0 || stay === 0) return 0;
      const mean = admissions * stay;
      const spread = Math.max(0, squaredStay / (stay * stay) - 1);
      const logVariance = Math.log1p(spread / admissions);
      const z = normalQuantile(stays.uniform(draw));
      return mean * Math.exp(Math.sqrt(logVariance) * z - logVariance / 2);
    },
  };
}

function refuseSquare(name: string, stay: number, squaredStay: number): never {
  throw new ModelInputError({
    code: "chance.squared-stay",
    message:
      `${name}: the mean squared stay is ${squaredStay} and the mean stay ${stay}. ` +
      `Give a mean squared stay of at least ${stay * stay} days², the square of the mean.`,
    path: name,
    value: String(squaredStay),
    expected: `at least ${stay * stay}`,
  });
}
