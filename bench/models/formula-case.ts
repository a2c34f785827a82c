/** What a bench of uncertain formulas is made of: a model as data, its numbers, and the distributions of what is drawn. */
import type { Distribution } from "../../models/uncertainty/distributions/distribution.ts";
import { distributionOf } from "../../models/uncertainty/distributions/written.ts";
import type { WrittenDistribution } from "../../models/uncertainty/distributions/written.ts";
import type { DrawnCase, DrawnCell } from "../../models/language/draws/plan-draws.ts";
import type { Model } from "../../models/language/model.ts";
import { cellCount } from "../../models/language/named-array.ts";
import type { Members, NamedArray } from "../../models/language/named-array.ts";
import { createStream } from "../../models/uncertainty/random/streams.ts";

export interface FormulaCase {
  readonly model: Model;
  readonly given: DrawnCase;
  /** Column i of the draws. */
  readonly assumptions: readonly Distribution[];
  readonly outputs: readonly string[];
  /** Cells of the largest figure that the formulas name. */
  readonly cells: number;
}

/** How many members each dimension has. */
export interface Sizes {
  readonly year: number;
  readonly locality: number;
  readonly age: number;
  readonly sex: number;
  readonly service: number;
}

/** The sizes that the peers have too: 38,880 cells. */
export const PEER_SIZES: Sizes = { year: 10, locality: 9, age: 18, sex: 2, service: 12 };

/** An input each of whose cells is drawn on its own. */
export interface DrawnInput {
  readonly id: string;
  readonly written: WrittenDistribution;
}

export function membersOf(sizes: Sizes): Members {
  return Object.fromEntries(
    Object.entries(sizes).map(([dim, size]) => [dim, Array.from({ length: size }, (_, i) => `${dim} ${i + 1}`)]),
  );
}

/** The case of a model in which `base` is given, `yearNumber` counts from 1, and all other inputs are drawn. */
export function formulaCase(
  model: Model,
  sizes: Sizes,
  drawnInputs: readonly DrawnInput[],
  outputs: readonly string[],
): FormulaCase {
  const members = membersOf(sizes);
  const inputs = new Map<string, NamedArray>();
  const assumptions: Distribution[] = [];
  const drawn: DrawnCell[] = [];
  for (const { id, dims } of model.inputs) {
    const values = new Float64Array(cellCount(members, dims));
    inputs.set(id, { dims, values });
    const found = drawnInputs.find((input) => input.id === id);
    if (id === "base") fillBase(values);
    else if (id === "yearNumber") values.forEach((_, year) => (values[year] = year + 1));
    else if (found === undefined) throw new Error(`The bench gives no numbers for the input "${id}".`);
    else {
      values.forEach((_, cell) => {
        const distribution = distributionOf(`${id} ${cell}`, found.written);
        values[cell] = distribution.central();
        drawn.push({ input: id, cell, column: assumptions.length, scale: 1, offset: 0 });
        assumptions.push(distribution);
      });
    }
  }
  return {
    model,
    given: { inputs, members, drawn },
    assumptions,
    outputs,
    cells: cellCount(members, ["year", "locality", "age", "sex", "service"]),
  };
}

/** Activity of a cell in the base: gamma of shape 2 and scale 50, as the sum of two exponentials. */
function fillBase(values: Float64Array): void {
  const stream = createStream(1, "base");
  values.forEach((_, cell) => {
    values[cell] = -50 * (Math.log(stream.uniform(2 * cell)) + Math.log(stream.uniform(2 * cell + 1)));
  });
}
