/**
 * Three ways to the same figures: generated code, closures, and the interpreter that lets mathjs evaluate each cell. The
 * first two agree to the last bit, and with the interpreter within 1e-12 of each figure.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../cli/reference/read-case.ts";
import { commissioningInputs } from "../../../models/commissioning/inputs.ts";
import { commissioningMembers } from "../../../models/commissioning/members.ts";
import { commissioningModel } from "../../../models/commissioning/model.ts";
import { FormulaError } from "../../../models/language/formula-error.ts";
import { interpretModel } from "../../../models/language/interpret.ts";
import type { NamedArray } from "../../../models/language/named-array.ts";
import { createModelRunner } from "../../../models/language/runner.ts";
import { workedCase } from "../cases/worked-case.ts";
import { cellsThatDiffer, furthestApart } from "./agreement.ts";
import { largeCases, smallCases } from "./random-models.ts";
import type { RandomCase } from "./random-models.ts";

describe("the commissioning model", () => {
  const golden = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../golden/${name}.case.json`, import.meta.url), "utf8")) as unknown;
  const shifted = {
    ...workedCase,
    programmes: workedCase.programmes.map((one) => ({ ...one, presentCapacity: [9, 2] })),
  };

  it.each([
    ["the small case", readCase(golden("small"))],
    ["activity given for every year", readCase(golden("activity-given"))],
    ["the worked example with present services and a health-age shift", shifted],
  ])("%s: every variable, three ways", (_, given) => {
    const model = commissioningModel(given.activity.kind);
    const members = commissioningMembers(given);
    const inputs = commissioningInputs(given, members);
    const ids = model.variables.map((variable) => variable.id);
    const generated = createModelRunner(model, { backEnd: "generated" }).run(inputs, members, ids);
    const closures = createModelRunner(model, { backEnd: "closures" }).run(inputs, members, ids);
    const interpreted = interpretModel(model, inputs, members, ids);
    for (const id of ids) {
      const block = generated.get(id) as NamedArray;
      const differ = cellsThatDiffer(block, closures.get(id) as NamedArray);
      const apart = furthestApart(block, interpreted.get(id) as NamedArray);
      expect({ id, differ, apart, agrees: differ === 0 && apart < 1e-12 }).toMatchObject({ agrees: true });
    }
  });
});

type Answer = { readonly block: NamedArray } | { readonly notFinite: string; readonly message: string };

/** One variable by a runner: its block, or the variable whose figure was not finite. */
function answer({ inputs, members }: RandomCase, run: ReturnType<typeof createModelRunner>["run"], id: string): Answer {
  try {
    return { block: run(inputs, members, [id]).get(id) as NamedArray };
  } catch (error) {
    if (!(error instanceof FormulaError) || error.code !== "model.not-finite") throw error;
    return { notFinite: error.variable ?? "", message: error.message };
  }
}

describe("models at random", () => {
  it("agree three ways, or name the same figure that is not finite", () => {
    let finite = 0;
    let asked = 0;
    fc.assert(
      fc.property(smallCases, (one) => {
        const ids = one.model.variables.map((variable) => variable.id);
        const interpreted = interpretModel(one.model, one.inputs, one.members, ids);
        const generated = createModelRunner(one.model, { backEnd: "generated" });
        const closures = createModelRunner(one.model, { backEnd: "closures" });
        for (const id of ids) {
          asked++;
          const found = answer(one, generated.run, id);
          const other = answer(one, closures.run, id);
          if ("notFinite" in found) {
            expect(other).toEqual(found);
            const wrong = interpreted.get(found.notFinite) as NamedArray;
            expect(wrong.values.some((value) => !Number.isFinite(value))).toBe(true);
          } else {
            finite++;
            expect(cellsThatDiffer(found.block, (other as typeof found).block)).toBe(0);
            expect(furthestApart(found.block, interpreted.get(id) as NamedArray)).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 100 },
    );
    // Most are finite: the comparison is not an empty one.
    expect(finite).toBeGreaterThan(asked / 2);
  });

  it("of thousands of cells, or of none, give the same bits with and without generated code", () => {
    fc.assert(
      fc.property(largeCases, (one) => {
        const generated = createModelRunner(one.model, { backEnd: "generated" });
        const closures = createModelRunner(one.model, { backEnd: "closures" });
        for (const { id } of one.model.variables) {
          const found = answer(one, generated.run, id);
          const other = answer(one, closures.run, id);
          if ("notFinite" in found) expect(other).toEqual(found);
          else expect(cellsThatDiffer(found.block, (other as typeof found).block)).toBe(0);
        }
      }),
      { numRuns: 15 },
    );
  });
});
