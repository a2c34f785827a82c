/** How time grows: the separable model at rising sizes, and the exponent of time in size. */
import { separableCase } from "./separable.ts";
import type { FormulaCase, Sizes } from "./formula-case.ts";

/** 26 years, 19 ages by 2 sexes, 12 specialties; with 127 localities 1,505,712 cells. */
const LARGEST: Sizes = { year: 26, locality: 127, age: 19, sex: 2, service: 12 };
const LOCALITIES: readonly number[] = [8, 16, 32, 64, 127];
/** Numbers of draws at which time is taken, each about √10 times the one before. */
export const GROWING_DRAWS: readonly number[] = [1000, 3162, 10_000, 31_623, 100_000];

/** The cases whose time is compared with their cells, smallest first. */
export function growingCases(): readonly FormulaCase[] {
  return LOCALITIES.map((locality) => separableCase({ ...LARGEST, locality }));
}

/**
 * The exponent p of time = constant x size^p that fits best: least squares of the logarithm of time on that of size. 1
 * where time is in proportion. Throws on fewer than two different sizes. Times 3, 6 and 12 at sizes 1, 2 and 4 give 1.
 */
export function fittedExponent(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let together = 0;
  let alone = 0;
  x.forEach((value, i) => {
    together += (value - meanX) * ((y[i] as number) - meanY);
    alone += (value - meanX) ** 2;
  });
  if (!(alone > 0)) throw new Error("An exponent needs two sizes or more.");
  return together / alone;
}
