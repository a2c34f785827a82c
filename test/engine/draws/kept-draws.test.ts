/** Draws that are kept from one run to the next are those that would be drawn anew. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeptDraws } from "../../../engine/draws/kept-draws.ts";
import type { DrawTask } from "../../../engine/draws/task.ts";
import { createDraws, distributionOf, recordOf } from "../../../models/index.ts";

const DRAWS = 60;
const ASSUMPTIONS = [
  distributionOf("growth", { kind: "normal", mean: 0.01, sd: 0.004 }),
  distributionOf("reach", { kind: "pert", low: 0.1, mode: 0.4, high: 0.8 }),
];

const planOf = (seed: number): DrawTask["plan"] => ({
  seed,
  draws: DRAWS,
  points: "random",
  correlations: [{ first: "growth", second: "reach", rank: 0.5 }],
  assumptions: ASSUMPTIONS.map(recordOf),
});

function drawn(source: Pick<ReturnType<typeof createDraws>, "fill">, from: number, count: number): number[][] {
  const into = ASSUMPTIONS.map(() => new Float64Array(count + 3));
  source.fill(into, 2, from, count);
  return into.map((column) => [...column.subarray(2, 2 + count)]);
}

describe("kept draws", () => {
  it("are those of the plan, for any order of asking and any change of plan between", () => {
    const asked = fc.record({
      seed: fc.constantFrom(1, 2),
      from: fc.nat(DRAWS - 1),
      count: fc.integer({ min: 1, max: DRAWS }),
    });
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 12 }), (all) => {
        const open = createKeptDraws(undefined);
        for (const { seed, from, count } of all) {
          const some = Math.min(count, DRAWS - from);
          const plan = planOf(seed);
          const anew = createDraws({ ...plan, assumptions: ASSUMPTIONS });
          expect(drawn(open(plan), from, some)).toEqual(drawn(anew, from, some));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are made once: the same plan gives the same source, another plan another", () => {
    const open = createKeptDraws(undefined);
    const first = open(planOf(1));
    expect(open(planOf(1))).toBe(first);
    expect(open(planOf(2))).not.toBe(first);
  });
});
