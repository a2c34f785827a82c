/** The logarithm of the gamma function, by Stirling's series. Source: NIST Digital Library of Mathematical Functions, 5.11.1. */

const HALF_LOG_2_PI = 0.9189385332046728;
/** From here on the series below is good to the last bit. */
const SERIES_FROM = 15;

/** Stirling's remainder ln Γ(z) - ((z - 1/2) ln z - z + ln(2π)/2) for z ≥ 15. */
function seriesRemainder(z: number): number {
  const v = 1 / (z * z);
  return (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v * (1 / 1188 - v * (691 / 360360 - v / 156)))))) / z;
}

/** ln Γ(z) for z > 0. Below 15 the argument is stepped up by Γ(z + 1) = z Γ(z). */
export function logGamma(z: number): number {
  let product = 1;
  let x = z;
  while (x < SERIES_FROM) product *= x++;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + seriesRemainder(x) - Math.log(product);
}

/** Stirling's remainder for any z > 0, without the cancellation that subtracting two large numbers would bring. */
function stirlingRemainder(z: number): number {
  if (z >= SERIES_FROM) return seriesRemainder(z);
  return logGamma(z) - ((z - 0.5) * Math.log(z) - z + HALF_LOG_2_PI);
}

/**
 * ln of 1 / B(a, b) less a ln((a + b)/a) + b ln((a + b)/b): what is left of the beta function when its two large powers
 * are taken out, so that it stays exact where a and b are large. Source: Loader, "Fast and accurate computation of
 * binomial probabilities" (2000), whose saddle-point form this is.
 */
export function logBetaScale(a: number, b: number): number {
  const n = a + b;
  return (
    0.5 * (Math.log(a) - Math.log(n) + Math.log(b)) -
    HALF_LOG_2_PI +
    stirlingRemainder(n) -
    stirlingRemainder(a) -
    stirlingRemainder(b)
  );
}
