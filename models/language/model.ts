/**
 * A model as data: dimensions, declared inputs, and variables that are each one formula. See docs/method/language.md.
 *
 * Units are written in words ("bed days a year", "£ of the base year a bed day"); every formula is checked against them.
 */
export interface Dimension {
  readonly id: string;
  readonly label: string;
}

/** Numbers that come from outside the model: `dims` in storage order, row-major. */
export interface ModelInput {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly dims: readonly string[];
  readonly docs: string;
}

/** A figure the model works out: `formula` in the formula language, giving a block with dimensions `dims`. */
export interface ModelVariable extends ModelInput {
  readonly formula: string;
  /**
   * True for a formula that a person typed: a number that stands beside a figure with a unit has that unit. The model's
   * own formulas have none such.
   */
  readonly numbersTakeUnits?: boolean;
}

export interface Model {
  /** Every dimension that may be named; exactly one is `YEAR`, along which lag, cumsum and the like run. */
  readonly dimensions: readonly Dimension[];
  readonly inputs: readonly ModelInput[];
  readonly variables: readonly ModelVariable[];
}

/** The dimension along which scans run. */
export const YEAR = "year";
