/** What an assumption key stands for in a case: its value, what it may be, and the numbers of the model that it sets. */
import type { Distribution, UncertainCell } from "../../../models/index.ts";
import type { Range } from "../assumptions.ts";

export interface Place {
  /** The value in the case: central, whatever the range about it. */
  readonly value: number;
  /** What the model allows; every draw must be that. */
  readonly allowed: Range;
  readonly cells: readonly UncertainCell[];
  /**
   * Makes the evidence library's range; null where it has none, or where the scenario sets the value itself. Making one
   * takes a while, and a run without draws needs none.
   */
  readonly library: (() => Distribution) | null;
}

/** By key. A text in place of a place says why that key can have no range. */
export type Places = ReadonlyMap<string, Place | string>;
