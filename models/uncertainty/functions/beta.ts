/**
 * The beta distribution function and its inverse, in log-odds: z = ln(x / (1 - x)). There the density is
 * f(z) = x^a (1 - x)^b / B(a, b), whose logarithm is concave.
 */
import { logBetaScale } from "./log-gamma.ts";

const TINY = 1e-300;
const SMALLEST_STEP = 2 ** -53;

/** Density at log-odds `z`; `scale` is logBetaScale(a, b). */
function densityOfLogOdds(z: number, a: number, b: number, scale: number): number {
  const n = a + b;
  const x = 1 / (1 + Math.exp(-z));
  const y = 1 / (1 + Math.exp(z));
  // x^a y^b over the same powers at the mean. One deviation serves both, so that its rounding cancels where a and b are large.
  const deviation = x <= y ? x * n - a : b - y * n;
  return Math.exp(a * logRatio(x * n, a, deviation) + b * logRatio(y * n, b, -deviation) + scale);
}

/** ln(p / q) given p - q, exact where they are near each other. */
function logRatio(p: number, q: number, difference: number): number {
  const relative = difference / q;
  return Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(p / q);
}

/**
 * I_x(a, b) / (x^a y^b / B(a, b)) with y = 1 - x, for x < (a + 1)/(a + b + 2), where it converges fast: the continued
 * fraction of NIST Digital Library of Mathematical Functions 8.17.22, summed by Lentz's method as modified by Thompson
 * and Barnett.
 */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    if (Math.abs(d) < TINY) d = TINY;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    if (Math.abs(d) < TINY) d = TINY;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) <= SMALLEST_STEP * 2) break;
  }
  return value / a;
}

/** Share of the distribution below log-odds `z`, given the density there. */
function belowLogOdds(z: number, a: number, b: number, density: number): number {
  const x = 1 / (1 + Math.exp(-z));
  if (x < (a + 1) / (a + b + 2)) return density * betaFraction(x, a, b);
  return 1 - density * betaFraction(1 / (1 + Math.exp(z)), b, a);
}

/** Regularised incomplete beta function I_x(a, b): the share of a beta distribution below `x`, 0 to 1. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const z = Math.log(x) - Math.log1p(-x);
  return belowLogOdds(z, a, b, densityOfLogOdds(z, a, b, logBetaScale(a, b)));
}

/** Pieces that the quantiles of one beta distribution are read off between. */
const PIECES = 128;

/** Quantiles of one beta distribution, with a and b from 0.1 to 10,000. */
export class BetaQuantiles {
  readonly #a: number;
  readonly #b: number;
  readonly #scale: number;
  /** Log-odds, and their slope, at shares i / PIECES; made when first needed. Empty until then. */
  #nodes: Float64Array = new Float64Array(0);
  #slopes: Float64Array = new Float64Array(0);

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
    this.#scale = logBetaScale(a, b);
  }

  /** The x, 0 to 1, below which a share `u` of the distribution lies; relative accuracy 1e-12. */
  quantile(u: number): number {
    if (u === 0 || u === 1) return u;
    if (!(u > 0 && u < 1)) return NaN;
    return 1 / (1 + Math.exp(-this.#solve(u, this.#start(u))));
  }

  /** A start near the answer: a cubic between exact log-odds (Hermite), or the mean near either end. */
  #start(u: number): number {
    const piece = Math.floor(u * PIECES);
    if (piece === 0 || piece === PIECES - 1) return Math.log(this.#a / this.#b);
    if (this.#nodes.length === 0) this.#makeNodes();
    const nodes = this.#nodes;
    const slopes = this.#slopes;
    const t = u * PIECES - piece;
    const left = nodes[piece] as number;
    const right = nodes[piece + 1] as number;
    const leftSlope = (slopes[piece] as number) / PIECES;
    const rightSlope = (slopes[piece + 1] as number) / PIECES;
    const rise = right - left;
    return (
      left + t * (leftSlope + t * (3 * rise - 2 * leftSlope - rightSlope + t * (leftSlope + rightSlope - 2 * rise)))
    );
  }

  #makeNodes(): void {
    const nodes = new Float64Array(PIECES + 1);
    const slopes = new Float64Array(PIECES + 1);
    const start = Math.log(this.#a / this.#b);
    for (let i = 1; i < PIECES; i++) {
      const z = this.#solve(i / PIECES, start);
      nodes[i] = z;
      slopes[i] = 1 / densityOfLogOdds(z, this.#a, this.#b, this.#scale);
    }
    this.#nodes = nodes;
    this.#slopes = slopes;
  }

  /**
   * Log-odds below which a share `u` lies. Halley's method on the logarithm of the distribution function, in whichever
   * tail holds less than half. A distribution function with a log-concave density is log-concave itself, so Newton's
   * step never goes past the answer from the left; steps are damped where Halley's correction would.
   */
  #solve(u: number, start: number): number {
    const upper = u > 0.5;
    const a = upper ? this.#b : this.#a;
    const b = upper ? this.#a : this.#b;
    const target = Math.log(upper ? 1 - u : u);
    let z = upper ? -start : start;
    for (let turn = 0; turn < 200; turn++) {
      const density = densityOfLogOdds(z, a, b, this.#scale);
      const below = belowLogOdds(z, a, b, density);
      const slope = density / below;
      const newton = (target - Math.log(below)) / slope;
      // Second derivative of ln F over its first: d ln f/dz - f/F.
      const bend = a - (a + b) / (1 + Math.exp(-z)) - slope;
      const step = newton / Math.max(0.5, 1 + 0.5 * newton * bend);
      z += step;
      // Halley's error is of the order of the step cubed, in units of the width of the distribution.
      if (Math.abs(step) * Math.max(1, slope) < 1e-6) break;
    }
    return upper ? -z : z;
  }
}
