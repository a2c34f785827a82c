/**
 * A case of which some assumptions are uncertain: what a run with draws needs. The case itself holds every assumption at
 * its central value; draw d puts a drawn value in place of it. See docs/method/uncertainty.md.
 */
import type { RequestedCorrelation } from "../uncertainty/correlation/copula.ts";
import type { Distribution } from "../uncertainty/distributions/distribution.ts";
import type { PointsKind } from "../uncertainty/points/points.ts";
import type { CommissioningCase } from "./case.ts";
import type { ChanceOfCase } from "./draw-chance.ts";

/**
 * One number of the model's inputs that an assumption sets: `offset + scale * draw`. Three shares that sum to 1 are kept
 * so by cells of one draw: a variable share v beside (1 - v) * r and (1 - v) * (1 - r).
 */
export interface UncertainCell {
  /** Id of an input of the commissioning model: "growth", "effectOnAdmissions". */
  readonly input: string;
  /** One member for each dimension of the input: `{ specialty: "general-medicine" }`; years by label, "2026/27". */
  readonly at: Readonly<Record<string, string>>;
  /** Absent means 1. */
  readonly scale?: number | undefined;
  /** Absent means 0. */
  readonly offset?: number | undefined;
}

export interface UncertainAssumption {
  /** Names the stream that it is drawn from: adding another assumption changes none of its draws. */
  readonly name: string;
  /** Never a fixed one; its `parameter` is `name`, its `central()` the value that the case has. */
  readonly distribution: Distribution;
  readonly cells: readonly UncertainCell[];
}

export interface UncertainCase {
  /** With every assumption at its central value: what the run without draws takes. */
  readonly case: CommissioningCase;
  readonly assumptions: readonly UncertainAssumption[];
  readonly correlations: readonly RequestedCorrelation[];
  readonly seed: number;
  /** How many draws, 1 or more. */
  readonly draws: number;
  readonly points: PointsKind;
  /** Absent means that chance varies nothing: figures differ from draw to draw by what is not known alone. */
  readonly chance?: ChanceOfCase | undefined;
}
