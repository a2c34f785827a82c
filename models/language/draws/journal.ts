/** What planning draws did: what was worked out once, what is left for every draw, and how sums became smaller. */

export interface SummedDimension {
  /** The variable whose formula sums. */
  readonly owner: string;
  /** Dimensions taken together: along them only numbers differ, or it is one along which rows differ. */
  readonly over: readonly string[];
  /** True where no draw makes a difference along them: they were added up once, before any draw. */
  readonly once: boolean;
  /** Terms as the formula says, cell by cell, and what is left of them for every draw. */
  readonly termsWritten: number;
  readonly termsLeft: number;
  /** Dimensions of the factors that stayed outside the sum. */
  readonly outside: readonly (readonly string[])[];
}

export interface DrawnStatement {
  /** The variable's id, or a made-up one ("~1") for a part of a formula of `owner`. */
  readonly id: string;
  readonly owner: string;
  readonly dims: readonly string[];
  /** Cells that the statement's loops would touch in every draw. */
  readonly touched: number;
  /** Rows that it needs which no statement before it has: what is worked out in every draw. */
  readonly newRows: number;
}

/** Kept while planning, where somebody asked. */
export class Journal {
  readonly sums: SummedDimension[] = [];
  readonly statements: DrawnStatement[] = [];
  /** Blocks that draws read and none changes. */
  hoisted: readonly string[] = [];
  owner = "";
  /** Instructions of the program, each one row in every draw, and the terms and factors of its sums and products. */
  instructions = 0;
  terms = 0;
}
