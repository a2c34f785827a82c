/** What a run may take: refused before anything is allocated, with the variable, its size and what to take out. */
import { describe, expect, it } from "vitest";
import { compileModel } from "../../../models/language/compile.ts";
import { MODEL_LIMITS, stepsOf } from "../../../models/language/limits.ts";
import type { RunLimits } from "../../../models/language/limits.ts";
import type { Model } from "../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../models/language/named-array.ts";
import { createModelRunner } from "../../../models/language/runner.ts";

const TEXT = { label: "", unit: "", docs: "" };

/** Inputs a, b, c by one dimension each of these sizes, and the year. */
function modelOf(formulas: Readonly<Record<string, readonly [readonly string[], string]>>): Model {
  return {
    dimensions: ["year", "i", "j", "k"].map((id) => ({ id, label: id })),
    inputs: [
      { id: "t", dims: ["year"], ...TEXT },
      { id: "a", dims: ["i"], ...TEXT },
      { id: "b", dims: ["j"], ...TEXT },
      { id: "c", dims: ["k"], ...TEXT },
    ],
    variables: Object.entries(formulas).map(([id, [dims, formula]]) => ({ id, dims, formula, ...TEXT })),
  };
}

const list = (length: number): readonly string[] => Array.from({ length }, (_, i) => `m${i}`);
const membersOf = (i: number, j: number, k: number): Members => ({
  year: ["2026/27", "2027/28"],
  i: list(i),
  j: list(j),
  k: list(k),
});
const ones = (members: Members): ReadonlyMap<string, NamedArray> =>
  new Map(
    Object.entries({ t: "year", a: "i", b: "j", c: "k" }).map(([id, dim]) => [
      id,
      { dims: [dim], values: new Float64Array(members[dim]?.length ?? 0).fill(1) },
    ]),
  );

function run(model: Model, members: Members, outputs: readonly string[], limits: Partial<RunLimits> = {}) {
  return () => createModelRunner(model).run(ones(members), members, outputs, { ...MODEL_LIMITS, ...limits });
}

describe("cells", () => {
  const wide = modelOf({ wide: [["i", "j", "k"], "a * b * c"], total: [[], "sum(wide, i, j, k)"] });

  it("refuses a block that is too large, by name, size and dimension, without allocating it", () => {
    // 2000 x 2000 x 2000 cells of 8 bytes would be 64 GB: allocated, this would end the process.
    expect(run(wide, membersOf(2000, 2000, 2000), ["total"])).toThrow(
      "wide: it has 8,000,000,000 cells, by i (2,000), j (2,000), k (2,000); the most is 50,000,000. Take out a dimension, most of all i.",
    );
  });

  it("allows as many cells as the limit says, and not one more", () => {
    const members = membersOf(3, 4, 5);
    expect(run(wide, members, ["total"], { mostCells: 60 })().get("total")?.values[0]).toBe(60);
    expect(run(wide, members, ["total"], { mostCells: 59 })).toThrow(/60 cells.*most is 59.*most of all k/);
    expect(run(wide, members, ["total"], { mostCellsInAll: 61 })().get("total")?.values[0]).toBe(60);
    expect(run(wide, members, ["total"], { mostCellsInAll: 60 })).toThrow(/total: the figures up to this one/);
  });

  it("tells of a part of a formula under the variable that it belongs to", () => {
    const model = modelOf({ figure: [[], "1 + sum(lag(t * a * b, 1), year, i, j)"] });
    expect(run(model, membersOf(3, 4, 1), ["figure"], { mostCells: 23 })).toThrow(
      /figure: a part of its formula has 24 cells, by year \(2\), i \(3\), j \(4\)/,
    );
  });

  it("counts only what is asked for, and works again after a refusal", () => {
    const model = modelOf({ wide: [["i", "j", "k"], "a * b * c"], small: [["i"], "a + 1"] });
    const runner = createModelRunner(model);
    const members = membersOf(2000, 2000, 2000);
    expect(() => runner.run(ones(members), members, ["wide"])).toThrow(/8,000,000,000 cells/);
    expect(runner.run(ones(members), members, ["small"]).get("small")?.values.length).toBe(2000);
    const few = membersOf(2, 2, 2);
    expect([...(runner.run(ones(few), few, ["wide"]).get("wide")?.values ?? [])]).toEqual(Array(8).fill(1));
  });
});

describe("steps", () => {
  it("refuses a total over more cells than can be gone through, though it has none itself", () => {
    const model = modelOf({ total: [[], "sum(exp(a - b) * c, i, j, k)"] });
    expect(run(model, membersOf(2000, 2000, 2000), ["total"])).toThrow(
      /total: it takes about 1\d{2},\d{3},\d{3},\d{3} steps, over i \(2,000\), j \(2,000\), k \(2,000\); the most is 20,000,000,000\. Add up/,
    );
    // The same total, added up one dimension after the other, is small.
    const early = modelOf({ total: [[], "sum(exp(a), i) * sum(exp(-b), j) * sum(c, k)"] });
    expect(run(early, membersOf(2000, 2000, 2000), ["total"])().get("total")?.values[0]).toBeGreaterThan(0);
  });

  it("weighs a statement by its loops and what each cell takes", () => {
    const stepsOfFigure = (dims: readonly string[], formula: string): number => {
      const { steps } = compileModel(modelOf({ figure: [dims, formula] }));
      const statements = steps.flatMap((step) => step.statements);
      const sizes: Readonly<Record<string, number>> = { year: 2, i: 3, j: 4, k: 5 };
      return statements.reduce((sum, one) => sum + stepsOf(one, (dim) => sizes[dim] ?? 0), 0);
    };
    // A name and an addition and a number: 3 steps in each of 3 cells.
    expect(stepsOfFigure(["i"], "a + 1")).toBe(9);
    // Twelve cells of a product (3 steps) added up (1): the block itself has 3.
    expect(stepsOfFigure(["i"], "sum(a * b, j)")).toBe(48);
    expect(stepsOfFigure(["i"], "a ^ 2")).toBeGreaterThan(stepsOfFigure(["i"], "a * a"));
  });
});

describe("time", () => {
  it("stops between blocks and between the years of a long one, naming what was worked out, and can go on after", () => {
    const model = modelOf({ first: [["i"], "a + 1"], second: [["year", "i", "j"], "first * b * t"] });
    const runner = createModelRunner(model);
    const members = membersOf(1000, 1000, 1);
    let asked = 0;
    const upAfter = (times: number) => ({ ...MODEL_LIMITS, deadline: () => ++asked > times });
    expect(() => runner.run(ones(members), members, ["second"], upAfter(0))).toThrow(/^first: the time allowed/);
    asked = 0;
    // One look before `first`, one before each of the two years of `second`.
    expect(() => runner.run(ones(members), members, ["second"], upAfter(2))).toThrow(/^second: the time allowed/);
    asked = 0;
    const result = runner.run(ones(members), members, ["second"], upAfter(2)).get("second");
    expect(asked).toBe(2);
    expect(result?.values.every((value) => value === 2)).toBe(true);
  });
});
