/** What a run works out, seen from the kernels that it calls: what is asked and not yet known, and nothing else. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../cli/reference/read-case.ts";
import { commissioningInputs } from "../../../models/commissioning/inputs.ts";
import { commissioningMembers } from "../../../models/commissioning/members.ts";
import { commissioningModel } from "../../../models/commissioning/model.ts";
import { RESULT_IDS } from "../../../models/index.ts";
import type { CommissioningCase } from "../../../models/index.ts";
import type { BackEnd } from "../../../models/language/back-end.ts";
import { planModel } from "../../../models/language/compile.ts";
import { generatedBackEnd } from "../../../models/language/generated.ts";
import type { Model } from "../../../models/language/model.ts";
import type { NamedArray } from "../../../models/language/named-array.ts";
import { readsOf } from "../../../models/language/plan.ts";
import { createModelRunner } from "../../../models/language/runner.ts";

/** A runner, and the calls of each statement's kernel since they were last taken. */
function counted(model: Model) {
  let calls: Record<string, number> = {};
  const backEnd: BackEnd = {
    kind: "generated",
    kernels: (statements, layout) =>
      generatedBackEnd.kernels(statements, layout).map((kernel, i) => (...given) => {
        const id = statements[i]?.id ?? "";
        calls[id] = (calls[id] ?? 0) + 1;
        kernel(...given);
      }),
  };
  const take = (): Record<string, number> => {
    const taken = calls;
    calls = {};
    return taken;
  };
  return { runner: createModelRunner(model, { backEnd }), take };
}

const text = { label: "", unit: "", docs: "" };
const model: Model = {
  dimensions: [{ id: "year", label: "Year" }],
  inputs: [
    { id: "price", dims: ["year"], ...text },
    { id: "beds", dims: ["year"], ...text },
  ],
  variables: [
    { id: "cost", dims: ["year"], formula: "beds * price", ...text },
    { id: "inAll", dims: [], formula: "sum(cost, year)", ...text },
    { id: "share", dims: ["year"], formula: "cost / sum(cost, year)", ...text },
    { id: "held", dims: ["year"], formula: "lag(held, 1) + beds", ...text },
  ],
};
const members = { year: ["2026/27", "2027/28", "2028/29"] };
const block = (...values: number[]): NamedArray => ({ dims: ["year"], values: Float64Array.from(values) });
const inputs = (price: NamedArray, beds: NamedArray) => new Map(Object.entries({ price, beds }));

describe("kernels called by a run", () => {
  it("are those of what is asked, once each, a circle once a year", () => {
    const { runner, take } = counted(model);
    runner.run(inputs(block(1, 2, 3), block(4, 5, 6)), members, ["inAll"]);
    expect(take()).toEqual({ cost: 1, inAll: 1 });
    runner.run(inputs(block(1, 2, 3), block(4, 5, 6)), members, ["inAll", "held"]);
    expect(take()).toEqual({ held: 3 });
    runner.run(inputs(block(1, 2, 3), block(4, 5, 6)), members, ["inAll", "held"]);
    expect(take()).toEqual({});
  });

  it("after an edit are those of what reads it, also when it is asked for only later", () => {
    const { runner, take } = counted(model);
    runner.run(inputs(block(1, 2, 3), block(4, 5, 6)), members, ["share", "held"]);
    expect(take()).toEqual({ cost: 1, "~1": 1, share: 1, held: 3 });
    runner.run(inputs(block(9, 2, 3), block(4, 5, 6)), members, ["held"]);
    expect(take()).toEqual({});
    runner.run(inputs(block(9, 2, 3), block(4, 5, 6)), members, ["share", "held"]);
    expect(take()).toEqual({ cost: 1, "~1": 1, share: 1 });
  });
});

describe("the commissioning model after an edit of one amount", () => {
  const file = new URL("../golden/small.case.json", import.meta.url);
  const given = readCase(JSON.parse(readFileSync(file, "utf8")) as unknown);
  const shifts = given.shifts.map((shift, i) => (i === 0 ? { ...shift, amount: shift.amount + 1000 } : shift));
  const commissioning = commissioningModel(given.activity.kind);
  const blocksOf = (one: CommissioningCase) => commissioningInputs(one, commissioningMembers(one));

  /** Statements that the results need, and of those the ones that read a changed input, found without the runner. */
  function expected(): { readonly needed: ReadonlySet<string>; readonly reached: ReadonlySet<string> } {
    const before = blocksOf(given);
    const changed = [...blocksOf({ ...given, shifts })].filter(
      ([id, { values }]) => !values.every((value, i) => value === before.get(id)?.values[i]),
    );
    const { statements } = planModel(commissioning);
    const reads = new Map(statements.map((one) => [one.id, readsOf(one).map((read) => read.name)]));
    const reached = new Set(changed.map(([id]) => id));
    const needed = new Set(RESULT_IDS);
    for (let size = -1; size !== reached.size + needed.size;) {
      size = reached.size + needed.size;
      for (const [id, names] of reads) {
        if (names.some((name) => reached.has(name))) reached.add(id);
        if (needed.has(id)) for (const name of names) if (reads.has(name)) needed.add(name);
      }
    }
    return { needed, reached: new Set([...needed].filter((id) => reached.has(id))) };
  }

  it("works out again exactly what the amount reaches", () => {
    const { runner, take } = counted(commissioning);
    const { needed, reached } = expected();
    runner.run(blocksOf(given), commissioningMembers(given), RESULT_IDS);
    expect(new Set(Object.keys(take()))).toEqual(needed);
    runner.run(blocksOf({ ...given, shifts }), commissioningMembers(given), RESULT_IDS);
    expect(new Set(Object.keys(take()))).toEqual(reached);
    expect(reached.size).toBeGreaterThan(10);
    expect(reached.size).toBeLessThan(needed.size * 0.75);
  });
});
