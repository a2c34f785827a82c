/** Formulas at random whose units fit, and the same with one figure of another unit in place of the right one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUnit, unitInWords } from "../../../../models/language/units/index.ts";
import { sameUnit } from "../../../../models/language/units/unit.ts";
import type { Unit } from "../../../../models/language/units/unit.ts";
import { refusalOf, UNITS } from "./unit-model.ts";

/** A formula that fits, and the same with one figure exchanged for one of another unit. */
interface Pair {
  readonly right: string;
  readonly wrong: string;
}

const figures = Object.entries(UNITS).map(([id, written]) => ({ id, unit: parseUnit(written) }));
const idsOf = (unit: Unit): readonly string[] => figures.filter((one) => sameUnit(one.unit, unit)).map(({ id }) => id);
const idsNotOf = (unit: Unit): readonly string[] =>
  figures.filter((one) => !sameUnit(one.unit, unit)).map(({ id }) => id);

/** The exchanged figure: no number as typed stands beside it, so that its unit counts. */
const leaf = (unit: Unit): fc.Arbitrary<Pair> =>
  fc.record({ right: fc.constantFrom(...idsOf(unit)), wrong: fc.constantFrom(...idsNotOf(unit)) });

const inserted = (pair: fc.Arbitrary<Pair>, write: (part: string) => string): fc.Arbitrary<Pair> =>
  pair.map(({ right, wrong }) => ({ right: write(right), wrong: write(wrong) }));

/** A part that is right in both. */
const sound = (unit: Unit, depth: number): fc.Arbitrary<string> => formula(unit, depth).map(({ right }) => right);

/** Ways to write the unit as one figure times, or over, something that is again a figure's unit. */
function products(unit: Unit): readonly { readonly other: string; readonly sign: "*" | "/"; readonly rest: Unit }[] {
  return figures.flatMap(({ id, unit: own }) => {
    const ways = [
      { other: id, sign: "*", rest: unit.divide(own) },
      { other: id, sign: "/", rest: unit.multiply(own) },
    ] as const;
    return ways.filter(({ rest }) => idsOf(rest).length > 0);
  });
}

const made = new Map<string, fc.Arbitrary<Pair>>();

/** The formulas of a unit up to a depth, made once: each holds many of less depth. */
function formula(unit: Unit, depth: number): fc.Arbitrary<Pair> {
  const key = `${depth} ${unitInWords(unit)}`;
  const kept = made.get(key) ?? (depth === 0 ? leaf(unit) : deeper(unit, depth));
  made.set(key, kept);
  return kept;
}

function deeper(unit: Unit, depth: number): fc.Arbitrary<Pair> {
  const inner = formula(unit, depth - 1);
  const beside = sound(unit, depth - 1);
  const number = parseUnit("");
  const withSound = (write: (part: string, other: string) => string): fc.Arbitrary<Pair> =>
    fc
      .tuple(inner, beside)
      .map(([{ right, wrong }, other]) => ({ right: write(right, other), wrong: write(wrong, other) }));
  return fc.oneof(
    leaf(unit),
    withSound((part, other) => `(${part} + ${other})`),
    withSound((part, other) => `(${other} - ${part})`),
    withSound((part, other) => `min(0, ${part}, ${other})`),
    withSound((part, other) => `(flag > 0 ? ${other} : ${part})`),
    withSound((part, other) => `(${part} > ${other} ? ${other} : 0)`),
    withSound((part, other) => `lag(${other}, 1, ${part})`),
    inserted(inner, (part) => `sum(${part} * flag, area)`),
    inserted(inner, (part) => `cummax(abs(-(${part})))`),
    inserted(inner, (part) => `sqrt((${part}) ^ 2)`),
    fc
      .constantFrom(...products(unit))
      .chain(({ other, sign, rest }) => inserted(formula(rest, depth - 1), (part) => `(${part} ${sign} ${other})`)),
    fc
      .tuple(beside, formula(number, depth - 1))
      .map(([whole, { right, wrong }]) => ({ right: `${whole} * exp(${right})`, wrong: `${whole} * exp(${wrong})` })),
  );
}

const united: fc.Arbitrary<Pair & { readonly unit: string }> = fc
  .constantFrom(...figures)
  .chain(({ unit }) => formula(unit, 4).map((pair) => ({ ...pair, unit: unitInWords(unit) })));

describe("formulas at random", () => {
  it("pass where every unit fits, and are refused with one wrong figure", () => {
    fc.assert(
      fc.property(united, ({ unit, right, wrong }) => {
        expect(refusalOf(unit, right)).toBe("");
        expect(refusalOf(unit, wrong)).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
