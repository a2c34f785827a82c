/** Where the uniform numbers of one assumption come from, draw by draw. */

/**
 * `random`: independent draws of its stream. `latin-hypercube`: as many equal slices of 0 to 1 as draws, each hit once.
 * `sobol`: scrambled Sobol points, spread evenly over all assumptions together.
 */
export type PointsKind = "random" | "latin-hypercube" | "sobol";

export interface Points {
  /** The number of draw `draw`, above 0 and below 1; a pure function of the seed, the name and the draw. */
  uniform(draw: number): number;
  /** Writes the numbers of draws `from` to `from + count - 1` to `into`, from place `at`. */
  fill(into: Float64Array, at: number, from: number, count: number): void;
}
