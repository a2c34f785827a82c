/**
 * Well-typed models at random: variables that read each other, in any order and with dimensions of their own, and a
 * circle through earlier years. Every formula has exactly the dimensions that its functions need; whether its figures are
 * finite is left to chance.
 */
import fc from "fast-check";
import { cellCount } from "../../../models/language/named-array.ts";
import type { Members } from "../../../models/language/named-array.ts";
import type { Model } from "../../../models/language/model.ts";
import type { ModelInputs } from "../../../models/language/runner.ts";

export interface RandomCase {
  readonly model: Model;
  readonly members: Members;
  readonly inputs: ModelInputs;
}

/** A formula, or a part of one, with the dimensions that it has. */
interface Written {
  readonly text: string;
  readonly dims: readonly string[];
}

const ALL_DIMS: readonly string[] = ["year", "area", "age"];
const INPUTS: readonly Written[] = [
  { text: "a", dims: ["year", "area"] },
  { text: "b", dims: ["area", "age"] },
  { text: "c", dims: [] },
  { text: "d", dims: ["year"] },
  { text: "e", dims: ["age"] },
];
/** Variables that need each other's earlier years; everything else may read them. */
const CIRCLE: readonly Written[] = [
  { text: "source", dims: ["age", "area", "year"] },
  { text: "stock", dims: ["area", "year", "age"] },
  { text: "flow", dims: ["year", "area", "age"] },
];
const EARLIER: readonly Written[] = [
  { text: "lag(stock, 1)", dims: ["area", "year", "age"] },
  { text: "lag(flow, 2, c)", dims: ["year", "area", "age"] },
];
/** Each may read those before it. */
const CHAIN: readonly Written[] = [
  { text: "v1", dims: ["age", "year", "area"] },
  { text: "v2", dims: ["year"] },
  { text: "v3", dims: ["area", "age"] },
  { text: "v4", dims: ["year", "age", "area"] },
  { text: "v5", dims: [] },
];

const union = (...parts: readonly Written[]): readonly string[] => [...new Set(parts.flatMap((part) => part.dims))];
const REDUCTIONS = ["sum", "mean", "prod", "min", "max"] as const;

/** Functions that need a dimension, put only on what has it. `removable`: dimensions that may be removed. */
function special(inner: Written, other: Written, choice: number, removable: readonly string[]): Written {
  const { text, dims } = inner;
  const has = (dim: string): boolean => dims.includes(dim);
  const without = (dim: string): readonly string[] => dims.filter((one) => one !== dim);
  const yearly = [
    { text: `cumsum(${text})`, dims },
    { text: `cummax(${text})`, dims },
    { text: `cumprod(${text} / 4)`, dims },
    { text: `lag(${text}, 1)`, dims },
    { text: `lag(${text}, 2, ${other.text})`, dims: union(inner, other) },
    { text: `highest(${text}, ${choice % 4})`, dims },
    { text: `highest(${text}, abs(${other.text}) / 2)`, dims: union(inner, other) },
  ];
  const firstYear = { text: `baseYear(${text})`, dims: without("year") };
  const aged = [
    { text: `at(${text}, age, "old")`, dims: without("age") },
    {
      text: `interpolate(${text}, age, e, e - ${other.text}, e * e)`,
      dims: [...new Set([...without("age"), "age", ...other.dims])],
    },
  ];
  const found = dims.filter((dim) => removable.includes(dim));
  const reduced = found.flatMap((dim) =>
    REDUCTIONS.map((fn) => ({ text: `${fn}(${text}, ${dim})`, dims: without(dim) })),
  );
  const all = { text: `sum(${text}, ${found.join(", ")})`, dims: dims.filter((dim) => !found.includes(dim)) };
  const fitting = [
    ...reduced,
    ...(found.length > 1 ? [all] : []),
    ...(has("year") ? yearly : []),
    ...(has("year") && removable.includes("year") ? [firstYear] : []),
    ...(has("age") ? aged : []),
  ];
  return fitting[choice % fitting.length] ?? { text: `abs(${text})`, dims };
}

/** The language takes formulas of up to 2,000 characters. */
const LONGEST = 1800;

/** Formulas over these names. */
function formulas(names: readonly Written[], removable = ALL_DIMS): fc.Arbitrary<Written> {
  const leaf: fc.Arbitrary<Written> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom("0", "1", "2.5", "0.125", "3").map((text) => ({ text, dims: [] })) },
  );
  return fc
    .letrec<{ expression: Written }>((tie) => {
      const expression = tie("expression");
      const two = fc.tuple(expression, expression);
      return {
        expression: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          leaf,
          fc
            .tuple(two, fc.constantFrom("+", "-", "*", "/"))
            .map(([[left, right], op]) => ({ text: `(${left.text} ${op} ${right.text})`, dims: union(left, right) })),
          fc.tuple(two, expression, fc.constantFrom("<", "<=", "==", "!=", ">", ">=")).map(([[left, yes], no, op]) => ({
            text: `(${left.text} ${op} 1 and not (${left.text} == 3) or ${no.text} > 9 ? ${yes.text} : ${no.text})`,
            dims: union(left, yes, no),
          })),
          fc
            .tuple(two, fc.constantFrom("min", "max", "ratio"))
            .map(([[left, right], fn]) => ({ text: `${fn}(${left.text}, ${right.text})`, dims: union(left, right) })),
          fc
            .tuple(expression, fc.constantFrom("abs", "floor", "ceil", "exp", "sqrt", "round", "-", "log"))
            .map(([inner, fn]) => ({ text: `${fn}(${inner.text})`, dims: inner.dims })),
          fc.tuple(two).map(([[inner, other]]) => ({
            text: `clamp(${inner.text}, -1, 2) ^ 2 + round(${inner.text}, 2) - max(1, ${other.text}, ${inner.text})`,
            dims: union(inner, other),
          })),
          fc.tuple(expression, leaf, fc.nat(60)).map(([inner, other, n]) => special(inner, other, n, removable)),
        ),
      };
    })
    .expression.filter((written) => written.text.length < LONGEST);
}

/** A formula with no dimension that its variable lacks. */
function fitted({ text, dims }: Written, declared: readonly string[], fn: string): string {
  const extra = dims.filter((dim) => !declared.includes(dim));
  return extra.length === 0 ? text : `${fn}(${text}, ${extra.join(", ")})`;
}

const texts: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    formulas([...INPUTS, ...EARLIER], ["area", "age"]),
    formulas(INPUTS),
    ...CHAIN.map((_, i) =>
      fc.tuple(formulas([...INPUTS, ...CIRCLE, ...CHAIN.slice(0, i)]), fc.constantFrom(...REDUCTIONS)),
    ),
  )
  .map(([source, start, ...chain]) => {
    // What flows in is a share, and what is kept is halved: the circle has no way to run off by itself.
    const own: readonly (readonly [string, string])[] = [
      ["stock", `lag(stock, 1, ${start.text}) / 2 + flow`],
      ["flow", "source - floor(source)"],
      ["source", source.text],
    ];
    const others = chain.map(([written, fn], i): [string, string] => {
      const { text, dims } = CHAIN[i] as Written;
      return [text, fitted(written, dims, fn)];
    });
    return new Map([...own, ...others]);
  });

const text = { label: "", unit: "", docs: "" };
const models: fc.Arbitrary<Model> = fc
  .tuple(texts, fc.shuffledSubarray([...CHAIN, ...CIRCLE], { minLength: CHAIN.length + CIRCLE.length }))
  .map(([formulaOf, order]) => ({
    dimensions: ALL_DIMS.map((id) => ({ id, label: id })),
    inputs: INPUTS.map(({ text: id, dims }) => ({ id, dims, ...text })),
    variables: order.map(({ text: id, dims }) => ({ id, dims, formula: formulaOf.get(id) ?? "", ...text })),
  }));

function membersOf(years: number, areas: number, ages: number): Members {
  const names = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}${i}`);
  return { year: names("y", years), area: names("n", areas), age: [...names("g", ages - 1), "old"] };
}

function inputsOf(members: Members, value: (input: number, cell: number) => number): ModelInputs {
  return new Map(
    INPUTS.map(({ text: id, dims }, input) => [
      id,
      { dims, values: Float64Array.from({ length: cellCount(members, dims) }, (_, cell) => value(input, cell)) },
    ]),
  );
}

const quarters = fc.integer({ min: -12, max: 12 }).map((n) => n / 4);

/** Few members, every number of the inputs at random: small enough to be worked out cell by cell. */
export const smallCases: fc.Arbitrary<RandomCase> = fc
  .tuple(
    models,
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    fc.array(fc.array(quarters, { minLength: 15, maxLength: 15 }), {
      minLength: INPUTS.length,
      maxLength: INPUTS.length,
    }),
  )
  .map(([model, sizes, numbers]) => {
    const members = membersOf(...sizes);
    return { model, members, inputs: inputsOf(members, (input, cell) => numbers[input]?.[cell] ?? 0) };
  });

/** Numbers of years, areas and ages. */
const LARGE: readonly (readonly [number, number, number])[] = [
  [11, 7, 40],
  [3, 60, 50],
  [30, 1, 90],
  [2, 3000, 1],
  [4, 0, 3],
];

/** Thousands of cells, or an area dimension without members; the numbers of the inputs follow from one. */
export const largeCases: fc.Arbitrary<RandomCase> = fc
  .tuple(models, fc.constantFrom(...LARGE), fc.nat(24))
  .map(([model, sizes, seed]) => {
    const members = membersOf(...sizes);
    return {
      model,
      members,
      inputs: inputsOf(members, (input, cell) => (((cell + seed) * (2 * input + 7)) % 25) / 4 - 3),
    };
  });
