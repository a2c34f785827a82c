/** What every distribution of an assumption can say. A value of this type is always valid: only its makers give it out. */

export type DistributionKind =
  "fixed" | "uniform" | "triangular" | "pert" | "normal" | "log-normal" | "logit-normal" | "beta";

export interface Distribution {
  readonly kind: DistributionKind;
  /** Name of the assumption that it describes. */
  readonly parameter: string;
  /** The numbers that fix it, by name: `{ mu, sigma }` of a log-normal, for example. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Lowest and highest value it can take; -Infinity and Infinity where there is none. */
  readonly support: readonly [number, number];
  /** The value below which a share `u` of the distribution lies, 0 < u < 1; rises with u. NaN outside 0 to 1. */
  quantile(u: number): number;
  mean(): number;
  /** The stated central value, else the mean: what the run without uncertainty, and the workbook, use. */
  central(): number;
  /** Height of the density at `x`; Infinity at the value of a fixed one. */
  density(x: number): number;
}

/** A curve to draw: `density[i]` at `x[i]`. */
export interface DensityCurve {
  readonly x: Float64Array;
  readonly density: Float64Array;
}

/** Share left out at either end of a distribution that is not typed as a range. */
const CUT = 0.001;

/**
 * `count` (at least 2) evenly spaced points of the density. They run from low to high for a distribution typed as a
 * range (uniform, triangular, PERT), else from the 0.1 % to the 99.9 % point. A fixed value gives one point, of height
 * 1, to draw as a spike.
 */
export function densityCurve(distribution: Distribution, count: number): DensityCurve {
  if (distribution.kind === "fixed") {
    return { x: Float64Array.of(distribution.mean()), density: Float64Array.of(1) };
  }
  const [first, last] = isRange(distribution.kind)
    ? distribution.support
    : [distribution.quantile(CUT), distribution.quantile(1 - CUT)];
  const x = Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? last : first + ((last - first) * i) / (count - 1),
  );
  return { x, density: x.map((at) => distribution.density(at)) };
}

function isRange(kind: DistributionKind): boolean {
  return kind === "uniform" || kind === "triangular" || kind === "pert";
}
