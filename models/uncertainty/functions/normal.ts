/** The normal distribution of mean 0 and standard deviation 1. */
import { logarithm } from "./logarithm.ts";

const INVERSE_ROOT_2_PI = 0.3989422804014327;

/** Density at `z`. */
export function normalDensity(z: number): number {
  return INVERSE_ROOT_2_PI * Math.exp(-0.5 * z * z);
}

/** z near the middle, with q = u - 0.5 and r = 0.425² - q², r being 0 or more. */
function middle(q: number, r: number): number {
  const top =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const bottom =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * top) / bottom;
}

/** Size of z for r of at most 5, with r = √(-ln u) and u the share of the tail. */
function near(r: number): number {
  const x = r - 1.6;
  const top =
    ((((((0.0007745450142783414 * x + 0.022723844989269184) * x + 0.2417807251774506) * x + 1.2704582524523684) * x +
      3.6478483247632045) *
      x +
      5.769497221460691) *
      x +
      4.630337846156546) *
      x +
    1.4234371107496835;
  const bottom =
    ((((((1.0507500716444169e-9 * x + 0.0005475938084995345) * x + 0.015198666563616457) * x + 0.14810397642748008) *
      x +
      0.6897673349851) *
      x +
      1.6763848301838038) *
      x +
      2.053191626637759) *
      x +
    1;
  return top / bottom;
}

/** Size of z for r above 5. */
function far(r: number): number {
  const x = r - 5;
  const top =
    ((((((2.0103343992922881e-7 * x + 2.7115555687434876e-5) * x + 0.0012426609473880784) * x + 0.026532189526576124) *
      x +
      0.29656057182850487) *
      x +
      1.7848265399172913) *
      x +
      5.463784911164114) *
      x +
    6.657904643501103;
  const bottom =
    ((((((2.0442631033899397e-15 * x + 1.421511758316446e-7) * x + 1.8463183175100548e-5) * x + 0.0007868691311456133) *
      x +
      0.014875361290850615) *
      x +
      0.1369298809227358) *
      x +
      0.599832206555888) *
      x +
    1;
  return top / bottom;
}

/**
 * The z below which a share `u` of the distribution lies; accurate to about 1e-15. -Infinity at 0, Infinity at 1, NaN
 * outside. Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
 * 37 (1988), function PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  const middling = 0.180625 - q * q;
  if (middling >= 0) return middle(q, middling);
  const tail = q < 0 ? u : 1 - u;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-logarithm(tail));
  const z = r <= 5 ? near(r) : far(r);
  return q < 0 ? -z : z;
}

const MIDDLE_LIMIT = 0.67448975; // below it the distribution function is near one half
const FAR_LIMIT = Math.sqrt(32);

/** exp(-z²/2) for z ≥ 0, with z split at sixteenths so that the square loses nothing. */
function expHalfSquare(z: number): number {
  const rough = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * rough * rough) * Math.exp(-0.5 * (z - rough) * (z + rough));
}

/** Share of the distribution above z, for z > 0.67448975. */
function upperTail(z: number): number {
  if (z <= FAR_LIMIT) {
    const top =
      (((((((1.0765576773720192e-8 * z + 0.39894151208813466) * z + 8.883149794388377) * z + 93.50665613217785) * z +
        597.2702763948002) *
        z +
        2494.5375852903726) *
        z +
        6848.190450536283) *
        z +
        11602.65143764735) *
        z +
      9842.714838383978;
    const bottom =
      (((((((z + 22.266688044328117) * z + 235.387901782625) * z + 1519.3775994075547) * z + 6485.558298266761) * z +
        18615.571640885097) *
        z +
        34900.95272114598) *
        z +
        38912.00328609327) *
        z +
      19685.429676859992;
    return (expHalfSquare(z) * top) / bottom;
  }
  const v = 1 / (z * z);
  const top =
    ((((0.023073441764940174 * v + 0.215898534057957) * v + 0.12740116116024736) * v + 0.022235277870649807) * v +
      0.0014216191932278934) *
      v +
    2.9112874951168793e-5;
  const bottom =
    ((((v + 1.284260096144911) * v + 0.4682382124808651) * v + 0.06598813786892856) * v + 0.0037823963320275824) * v +
    7.297515550839662e-5;
  return (expHalfSquare(z) * (INVERSE_ROOT_2_PI - (v * top) / bottom)) / z;
}

/**
 * Share of the distribution below `z`, accurate to about 1e-15 of itself in the lower tail too. Source: Cody, "Rational
 * Chebyshev approximations for the error function", Mathematics of Computation 23 (1969), in the form of Cody,
 * "Algorithm 715: SPECFUN", ACM Transactions on Mathematical Software 19 (1993), function ANORM.
 */
export function normalBelow(z: number): number {
  const size = Math.abs(z);
  if (size <= MIDDLE_LIMIT) {
    const s = z * z;
    const top =
      (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
      18154.98125334356;
    const bottom =
      (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
    return 0.5 + (z * top) / bottom;
  }
  const tail = upperTail(size);
  return z < 0 ? tail : 1 - tail;
}
