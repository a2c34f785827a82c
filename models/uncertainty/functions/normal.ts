/** The normal distribution of mean 0 and standard deviation 1. */
import { logarithm } from "./logarithm.ts";

const INVERSE_ROOT_2_PI = 0.3989422804014327;

/** Density at `z`. */
export function normalDensity(z: number): number {
  return INVERSE_ROOT_2_PI * Math.exp(-0.5 * z * z);
}

/** Coefficients of PPND16, lowest power first, as the nearest doubles. */
const MIDDLE_TOP = Float64Array.of(
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227,
);
const MIDDLE_BOTTOM = Float64Array.of(
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852854,
);
const TAIL_TOP = Float64Array.of(
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  0.0007745450142783414,
);
const TAIL_BOTTOM = Float64Array.of(
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  0.0005475938084995345,
  1.0507500716444169e-9,
);
const FAR_TOP = Float64Array.of(
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  2.7115555687434876e-5,
  2.0103343992922881e-7,
);
const FAR_BOTTOM = Float64Array.of(
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  0.0007868691311456133,
  1.8463183175100548e-5,
  1.421511758316446e-7,
  2.0442631033899397e-15,
);

/** Value at `x` of the polynomial of degree 7 with these coefficients. */
function polynomial(c: Float64Array, x: number): number {
  let value = c[7] as number;
  for (let i = 6; i >= 0; i--) value = value * x + (c[i] as number);
  return value;
}

/**
 * The z below which a share `u` of the distribution lies; accurate to about 1e-15. -Infinity at 0, Infinity at 1, NaN
 * outside. Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
 * 37 (1988), function PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(MIDDLE_TOP, r)) / polynomial(MIDDLE_BOTTOM, r);
  }
  const tail = q < 0 ? u : 1 - u;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-logarithm(tail));
  const z =
    r <= 5
      ? polynomial(TAIL_TOP, r - 1.6) / polynomial(TAIL_BOTTOM, r - 1.6)
      : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
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
