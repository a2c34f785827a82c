/**
 * Draw programs against the model's own runner: in each draw the program gives what the runner gives when it is handed
 * that draw's inputs.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDrawPlanner } from "../../../../models/language/draws/plan-draws.ts";
import type { DrawnCell, DrawPlan } from "../../../../models/language/draws/plan-draws.ts";
import { plainMachine } from "../../../../models/language/draws/plain-machine.ts";
import { FormulaError } from "../../../../models/language/formula-error.ts";
import type { NamedArray } from "../../../../models/language/named-array.ts";
import { LONGEST_FORMULA } from "../../../../models/language/written-form.ts";
import type { Model } from "../../../../models/language/model.ts";
import { parseFormula } from "../../../../models/language/parse.ts";
import { partsOfParsed } from "../../../../models/language/parsed.ts";
import type { Parsed } from "../../../../models/language/parsed.ts";
import { writtenOf } from "../../../../models/language/reading.ts";
import { variableOf } from "../../../../models/language/try-formula.ts";
import { createModelRunner } from "../../../../models/language/runner.ts";
import type { ModelInputs } from "../../../../models/language/runner.ts";
import { smallCases } from "../random-models.ts";
import type { RandomCase } from "../random-models.ts";

const DRAWS = 3;

/** Which cells are drawn, at random: up to a third of each input, some sharing one column, some scaled and moved. */
const drawnOf = (given: RandomCase): fc.Arbitrary<{ cells: DrawnCell[]; columns: Float64Array[] }> =>
  fc
    .tuple(
      fc.array(fc.nat({ max: 9 }), { minLength: 60, maxLength: 60 }),
      fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 180, maxLength: 180 }),
    )
    .map(([choices, numbers]) => {
      const cells: DrawnCell[] = [];
      let columns = 0;
      let next = 0;
      for (const [input, { values }] of given.inputs) {
        values.forEach((_, cell) => {
          const choice = choices[next++ % choices.length] as number;
          if (choice > 3) return;
          const column = choice === 3 && columns > 0 ? columns - 1 : columns++;
          cells.push({ input, cell, column, scale: choice === 2 ? 0.5 : 1, offset: choice === 2 ? 1.25 : 0 });
        });
      }
      const columnsOf = Array.from({ length: columns }, (_, c) =>
        Float64Array.from({ length: DRAWS }, (__, d) => (numbers[(c * DRAWS + d) % numbers.length] as number) / 4),
      );
      return { cells, columns: columnsOf };
    });

/** The inputs of one draw. */
function inputsOfDraw(
  inputs: ModelInputs,
  cells: readonly DrawnCell[],
  columns: readonly Float64Array[],
  draw: number,
): Map<string, NamedArray> {
  const own = new Map([...inputs].map(([id, block]) => [id, { ...block, values: block.values.slice() }]));
  for (const { input, cell, column, scale, offset } of cells) {
    (own.get(input) as NamedArray).values[cell] = offset + scale * (columns[column]?.[draw] as number);
  }
  return own;
}

/** Values of every draw, by variable. */
function runProgram(
  { program, results }: DrawPlan,
  columns: readonly Float64Array[],
): ReadonlyMap<string, Float64Array[]> {
  const store = plainMachine.openResults(Math.max(1, program.series), DRAWS);
  const loaded = plainMachine.load(program, DRAWS, store);
  columns.forEach((column, i) => loaded.columns[i]?.set(column));
  loaded.run(DRAWS, 0);
  return new Map(
    [...results].map(([id, { series, constants }]) => [
      id,
      Array.from({ length: DRAWS }, (_, d) =>
        Float64Array.from(series, (s, cell) =>
          s < 0 ? (constants[cell] as number) : (store.values[s * DRAWS + d] as number),
        ),
      ),
    ]),
  );
}

/** Largest difference of any cell relative to the largest figure of either block. */
function apart(a: Float64Array, b: Float64Array): number {
  const size = Math.max(1, ...a.map(Math.abs), ...b.map(Math.abs));
  return Math.max(0, ...a.map((value, i) => Math.abs(value - (b[i] as number)) / size));
}

const CLOSE = 1e-12;

/** By what the input at a place is multiplied: all up, all down, and every second or third another way than the rest. */
const [UP, DOWN] = [1 + 2 ** -51, 1 - 2 ** -51];
const NUDGES: readonly ((place: number) => number)[] = [
  () => UP,
  () => DOWN,
  ...[2, 3].flatMap((n) => [
    (place: number) => (place % n === 0 ? UP : DOWN),
    (place: number) => (place % n === 0 ? DOWN : UP),
  ]),
];

/**
 * The model with every a / b of its formulas as a figure too: a run then refuses what is divided by 0, which a bound or a
 * comparison may hide. Of which sign such an infinite part is, is not the same in a program.
 */
function withQuotients(model: Model): Model {
  const quotients = (node: Parsed): readonly Parsed[] => [
    ...(node.kind === "binary" && node.op === "/" ? [node] : []),
    ...partsOfParsed(node).flatMap(quotients),
  ];
  const written = model.variables.flatMap(({ formula }) => quotients(parseFormula(formula)).map(writtenOf));
  const parts = [...new Set(written)].map((formula, i) => variableOf(model, `quotient${i}`, formula));
  return { ...model, variables: [...model.variables, ...parts] };
}

describe("models at random, planned and run over draws", () => {
  it("give what the model's runner gives draw by draw", () => {
    let compared = 0;
    let unsteady = 0;
    fc.assert(
      fc.property(
        smallCases.chain((given) => fc.tuple(fc.constant(given), drawnOf(given))),
        ([given, { cells, columns }]) => {
          const { model, members, inputs } = given;
          fc.pre(model.variables.every(({ formula }) => formula.length <= LONGEST_FORMULA));
          const ids = model.variables.map(({ id }) => id);
          const runner = createModelRunner(model);
          const run = (
            draw: number,
            nudge: (place: number) => number,
            other = model,
          ): ReadonlyMap<string, NamedArray> | null => {
            const own = inputsOfDraw(inputs, cells, columns, draw);
            let place = 0;
            const nudged = (x: number): number => {
              const by = nudge(place++);
              // A 0 becomes a number on either side of it.
              return x * by + (by - 1) * 2 ** -100;
            };
            for (const [id, block] of own) own.set(id, { ...block, values: block.values.map(nudged) });
            try {
              return (other === model ? runner : createModelRunner(other)).run(
                own,
                members,
                other.variables.map(({ id }) => id),
              );
            } catch (error) {
              if (error instanceof FormulaError && error.code === "model.not-finite") return null;
              throw error;
            }
          };
          const expected = Array.from({ length: DRAWS }, (_, d) => run(d, () => 1));
          if (expected.includes(null)) return;
          let plan: DrawPlan;
          try {
            plan = createDrawPlanner(model).plan({ inputs, members, drawn: cells }, columns.length, ids);
          } catch (error) {
            // What no draw changes is worked out for the inputs as they are.
            if (error instanceof FormulaError && error.code === "model.not-finite") return;
            throw error;
          }
          const found = runProgram(plan, columns);
          for (const id of ids) {
            for (let d = 0; d < DRAWS; d++) {
              const want = expected[d]?.get(id)?.values as Float64Array;
              const got = found.get(id)?.[d] as Float64Array;
              compared++;
              if (apart(got, want) <= CLOSE) continue;
              // Sums in another order may differ in the last bit, which a jump (floor, ==) or a division by almost nothing
              // makes large: the runner itself must then move as much when its inputs move by their last bits.
              const moved = [...NUDGES.map((nudge) => run(d, nudge)), run(d, () => 1, withQuotients(model))].map(
                (values) => values?.get(id)?.values,
              );
              const steady = moved.every((values) => values !== undefined && apart(values, want) <= CLOSE);
              expect({ id, d, steady, formulas: model.variables.map((one) => one.formula) }).toMatchObject({
                steady: false,
              });
              unsteady++;
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(1000);
    expect(unsteady / compared).toBeLessThan(0.02);
  });
});

describe("a figure divided by itself", () => {
  it("is exactly 1 in every draw, so that a full house is full", () => {
    const text = { label: "", unit: "", docs: "" };
    const dims = ["year"];
    const model = {
      dimensions: [{ id: "year", label: "Year" }],
      inputs: [
        { id: "need", dims, ...text },
        { id: "open", dims, ...text },
      ],
      variables: [
        { id: "full", dims, formula: "min(need, open) / open >= 1 ? 1 : 0", ...text },
        { id: "scaled", dims, formula: "3 * open / (open * 3) == 1 ? 1 : 0", ...text },
        { id: "byRatio", dims, formula: "ratio(min(need, open), open) >= 1 ? 1 : 0", ...text },
      ],
    };
    // By way of a reciprocal 82 of the numbers from 1 to 1,000 would fall short of 1, 49 among them.
    expect(49 * (1 / 49)).toBeLessThan(1);
    const opened = Float64Array.from({ length: DRAWS }, (_, d) => [49, 98, 103][d] ?? 1);
    const given = {
      inputs: new Map(["need", "open"].map((id) => [id, { dims, values: Float64Array.of(1) }])),
      members: { year: ["one"] },
      drawn: [
        { input: "need", cell: 0, column: 0, scale: 2, offset: 0 },
        { input: "open", cell: 0, column: 0, scale: 1, offset: 0 },
      ],
    };
    const plan = createDrawPlanner(model).plan(given, 1, ["full", "scaled", "byRatio"]);
    for (const [, draws] of runProgram(plan, [opened])) expect(draws.map(([value]) => value)).toEqual([1, 1, 1]);
  });
});

describe("a draw in which a part is infinite", () => {
  it("gives what the model's runner gives: a bound still holds", () => {
    // The total is never drawn to 0, and the last year's share of it is a division by 0: -1/0 and 1/0.
    const dims = ["year"];
    const variables = [
      ["atLeast0", "max(sum(x, year) / x, 0)"],
      ["atMost5", "min(max(sum(x, year) / x, 0), 5)"],
      ["below", "sum(x, year) / x < 0 ? 1 : 2"],
      ["share", 'ratio(log(0 * x[year = "last"]), max(x[year = "first"], 0))'],
    ].map(([id = "", formula = ""]) => ({ id, formula, dims, label: "", unit: "", docs: "" }));
    const model = {
      dimensions: [{ id: "year", label: "Year" }],
      inputs: [{ id: "x", dims, label: "", unit: "", docs: "" }],
      variables,
    };
    const given = {
      inputs: new Map([["x", { dims, values: Float64Array.of(1, 0) }]]),
      members: { year: ["first", "last"] },
      drawn: [{ input: "x", cell: 0, column: 0, scale: 1, offset: 0 }],
    };
    const plan = createDrawPlanner(model).plan(given, 1, ["atLeast0", "atMost5", "below", "share"]);
    const found = runProgram(plan, [Float64Array.of(-1, 1, 2)]);
    expect(found.get("atLeast0")?.map((values) => [...values])).toEqual([
      [1, 0],
      [1, Infinity],
      [1, Infinity],
    ]);
    expect(found.get("atMost5")?.map((values) => [...values])).toEqual([
      [1, 0],
      [1, 5],
      [1, 5],
    ]);
    expect(found.get("below")?.map((values) => [...values])).toEqual([
      [2, 1],
      [2, 2],
      [2, 2],
    ]);
    // The logarithm of 0 over 0, 1 and 2: ratio by 0 is 0.
    expect(found.get("share")?.map((values) => [...values])).toEqual([
      [0, 0],
      [-Infinity, -Infinity],
      [-Infinity, -Infinity],
    ]);
  });
});
