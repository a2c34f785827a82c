/** Compiled results against the interpreter, which lets mathjs evaluate each cell: the whole model, and formulas at random. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../cli/reference/read-case.ts";
import { commissioningInputs } from "../../../models/commissioning/inputs.ts";
import { commissioningMembers } from "../../../models/commissioning/members.ts";
import { commissioningModel } from "../../../models/commissioning/model.ts";
import { FormulaError } from "../../../models/language/formula-error.ts";
import { interpretModel } from "../../../models/language/interpret.ts";
import type { Model } from "../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../models/language/named-array.ts";
import { createModelRunner } from "../../../models/language/runner.ts";
import type { ModelInputs } from "../../../models/language/runner.ts";
import { workedCase } from "../cases/worked-case.ts";

/** The largest difference, relative to the larger of the two (and to 1 below that). */
function difference(a: NamedArray, b: NamedArray): number {
  expect(a.dims).toEqual(b.dims);
  expect(a.values.length).toBe(b.values.length);
  return a.values.reduce((most, value, i) => {
    const other = b.values[i] as number;
    return Math.max(most, Math.abs(value - other) / Math.max(1, Math.abs(value), Math.abs(other)));
  }, 0);
}

describe("the commissioning model, compiled and interpreted", () => {
  const text = readFileSync(new URL("../golden/small.case.json", import.meta.url), "utf8");
  const shifted = {
    ...workedCase,
    programmes: workedCase.programmes.map((one) => ({ ...one, presentCapacity: [9, 2] })),
  };

  it.each([
    ["the small case", readCase(JSON.parse(text) as unknown)],
    ["the worked example with present services and a health-age shift", shifted],
  ])("%s: every variable", (_, given) => {
    const model = commissioningModel(given.activity.kind);
    const members = commissioningMembers(given);
    const inputs = commissioningInputs(given, members);
    const ids = model.variables.map((variable) => variable.id);
    const compiled = createModelRunner(model).run(inputs, members, ids);
    const interpreted = interpretModel(model, inputs, members, ids);
    for (const id of ids) {
      const apart = difference(compiled.get(id) as NamedArray, interpreted.get(id) as NamedArray);
      expect({ id, agrees: apart < 1e-12, apart }).toMatchObject({ agrees: true });
    }
  });
});

const MEMBERS: Members = { year: ["y0", "y1", "y2", "y3"], area: ["n", "s"], age: ["young", "old"] };
const DIMS: Readonly<Record<string, readonly string[]>> = {
  a: ["year", "area"],
  b: ["area", "age"],
  c: [],
  d: ["year"],
  e: ["age"],
};

interface Written {
  readonly text: string;
  readonly dims: readonly string[];
}

const union = (...parts: readonly Written[]): readonly string[] => [...new Set(parts.flatMap((part) => part.dims))];
const leaf: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom(...Object.keys(DIMS)).map((name) => ({ text: name, dims: DIMS[name] ?? [] })),
  fc.constantFrom("0", "1", "2.5", "0.125", "3").map((text) => ({ text, dims: [] })),
);

/** A function that needs a dimension is only put on what has it. */
function special(inner: Written, other: Written, choice: number): Written {
  const { text, dims } = inner;
  const has = (dim: string): boolean => dims.includes(dim);
  const yearly = [
    { text: `cumsum(${text})`, dims },
    { text: `cummax(${text})`, dims },
    { text: `cumprod(${text} / 4)`, dims },
    { text: `lag(${text}, 1)`, dims },
    { text: `lag(${text}, 2, ${other.text})`, dims: union(inner, other) },
    { text: `highest(${text}, ${choice % 4})`, dims },
    { text: `highest(${text}, abs(${other.text}) / 2)`, dims: union(inner, other) },
    { text: `baseYear(${text})`, dims: dims.filter((dim) => dim !== "year") },
  ];
  const aged = [
    { text: `at(${text}, age, "old")`, dims: dims.filter((dim) => dim !== "age") },
    {
      text: `interpolate(${text}, age, e, e - ${other.text}, e * e)`,
      dims: [...new Set([...dims.filter((dim) => dim !== "age"), "age", ...other.dims])],
    },
  ];
  const reduced = dims.flatMap((dim) =>
    ["sum", "mean", "prod", "min", "max"].map((fn) => ({
      text: `${fn}(${text}, ${dim})`,
      dims: dims.filter((one) => one !== dim),
    })),
  );
  const all = dims.length > 1 ? [{ text: `sum(${text}, ${dims.join(", ")})`, dims: [] }] : [];
  const fitting = [...reduced, ...all, ...(has("year") ? yearly : []), ...(has("age") ? aged : [])];
  return fitting[choice % fitting.length] ?? { text: `abs(${text})`, dims };
}

const written = fc.letrec<{ expression: Written }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(tie("expression"), tie("expression"), fc.constantFrom("+", "-", "*", "/"))
      .map(([left, right, op]) => ({ text: `(${left.text} ${op} ${right.text})`, dims: union(left, right) })),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"), fc.constantFrom("<", "<=", "==", "!=", ">", ">="))
      .map(([left, yes, no, op]) => ({
        text: `(${left.text} ${op} 1 and not (${left.text} == 3) or ${no.text} > 9 ? ${yes.text} : ${no.text})`,
        dims: union(left, yes, no),
      })),
    fc
      .tuple(tie("expression"), tie("expression"), fc.constantFrom("min", "max", "ratio"))
      .map(([left, right, fn]) => ({ text: `${fn}(${left.text}, ${right.text})`, dims: union(left, right) })),
    fc
      .tuple(tie("expression"), fc.constantFrom("abs", "floor", "ceil", "exp", "sqrt", "round", "-"))
      .map(([inner, fn]) => ({ text: `${fn}(${inner.text})`, dims: inner.dims })),
    tie("expression").map((inner) => ({
      text: `clamp(${inner.text}, -1, 2) ^ 2 + round(${inner.text}, 2)`,
      dims: inner.dims,
    })),
    fc.tuple(tie("expression"), leaf, fc.nat(60)).map(([inner, other, choice]) => special(inner, other, choice)),
  ),
})).expression;

const cells = (dims: readonly string[]): number => dims.reduce((count, dim) => count * (MEMBERS[dim]?.length ?? 1), 1);
const quarters = fc.integer({ min: -12, max: 12 }).map((n) => n / 4);
const inputValues: fc.Arbitrary<ModelInputs> = fc
  .tuple(...Object.values(DIMS).map((dims) => fc.array(quarters, { minLength: cells(dims), maxLength: cells(dims) })))
  .map(
    (lists) =>
      new Map(
        Object.keys(DIMS).map((id, i) => [id, { dims: DIMS[id] ?? [], values: Float64Array.from(lists[i] ?? []) }]),
      ),
  );

function modelOf(formula: string): Model {
  const text = { label: "", unit: "", docs: "" };
  return {
    dimensions: Object.keys(MEMBERS).map((id) => ({ id, label: id })),
    inputs: Object.entries(DIMS).map(([id, dims]) => ({ id, dims, ...text })),
    variables: [
      // A circle through last year: a stock that the random formula feeds.
      { id: "stock", dims: ["year", "area", "age"], formula: "lag(stock, 1, c) / 2 + left", ...text },
      { id: "left", dims: ["year", "area", "age"], formula: "lag(stock, 1) > 4 ? 1 : figure - floor(figure)", ...text },
      { id: "figure", dims: ["age", "year", "area"], formula, ...text },
    ],
  };
}

describe("formulas at random, compiled and interpreted", () => {
  it("agree, or are both not finite", () => {
    let finite = 0;
    fc.assert(
      fc.property(written, inputValues, ({ text }, inputs) => {
        const model = modelOf(text);
        const interpreted = interpretModel(model, inputs, MEMBERS, ["figure", "stock"]);
        let compiled: ReadonlyMap<string, NamedArray>;
        try {
          compiled = createModelRunner(model).run(inputs, MEMBERS, ["figure", "stock"]);
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
          expect((error as FormulaError).code).toBe("model.not-finite");
          expect(interpreted.get("figure")?.values.some((value) => !Number.isFinite(value))).toBe(true);
          return;
        }
        finite++;
        for (const id of ["figure", "stock"]) {
          expect(difference(compiled.get(id) as NamedArray, interpreted.get(id) as NamedArray)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 300 },
    );
    // Most are finite: the comparison is not an empty one.
    expect(finite).toBeGreaterThan(150);
  });
});
