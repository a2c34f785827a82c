/**
 * Twenty thousand formulas made at random: written by the grammar, mutated from those, and noise. Each is worked out or
 * refused in words. Nothing else happens: no other error, no figure that is not finite, nothing left behind.
 */
import { describe, expect, it } from "vitest";
import { FormulaError } from "../../../models/language/formula-error.ts";
import type { Members } from "../../../models/language/named-array.ts";
import { TRYING_LIMITS, tryFormula } from "../../../models/language/try-formula.ts";
import { formulaMaker } from "./random-formulas.ts";
import { INPUTS, MEMBERS, MODEL } from "./tiny-model.ts";

const FORMULAS = 20_000;
/** Letters that a person reads of a refusal. */
const LONGEST_MESSAGE = 800;
/** Milliseconds that one formula may take: far more than any does, and the limit that a person would notice. */
const LONGEST = 2_000;

/** Works a formula out on the tiny model: its values, or the code of its refusal. */
function outcome(formula: string, members: Members = MEMBERS): readonly number[] | string {
  try {
    return [...tryFormula(MODEL, formula, INPUTS, members, { ...TRYING_LIMITS, deadline: () => false }).values];
  } catch (error) {
    if (error instanceof FormulaError) {
      if (error.message.length > LONGEST_MESSAGE) throw new Error(`A refusal is too long to be read: ${error.message}`);
      return error.code;
    }
    throw new Error(`A formula ended in another error than a refusal: ${JSON.stringify(formula.slice(0, 3000))}`, {
      cause: error,
    });
  }
}

/** All that could have been reached: names of the globals and of the prototypes that every value has. */
function surroundings(): string {
  const names = (thing: object): readonly string[] => Reflect.ownKeys(thing).map(String).toSorted();
  return JSON.stringify(
    [
      globalThis,
      Object.prototype,
      Function.prototype,
      Array.prototype,
      String.prototype,
      Number.prototype,
      Map.prototype,
    ].map(names),
  );
}

const PROBES = [
  "a + 1",
  "sum(x, area) * 5%",
  'x[year = "2027/28"]',
  "days(year)",
  "sqrt(4)",
  "constructor",
  "e",
  "pi",
  "f(1)",
];

describe("formulas at random", () => {
  it(`${FORMULAS} are worked out or refused, and leave nothing behind`, () => {
    const next = formulaMaker(20_260_401);
    const before = { probes: PROBES.map((probe) => outcome(probe)), surroundings: surroundings() };
    const count = { worked: 0, refused: new Map<string, number>() };
    let longest = 0;
    for (let i = 0; i < FORMULAS; i++) {
      const formula = next();
      const started = performance.now();
      const result = outcome(formula);
      longest = Math.max(longest, performance.now() - started);
      if (typeof result === "string") {
        count.refused.set(result, (count.refused.get(result) ?? 0) + 1);
      } else {
        count.worked++;
        if (!result.every(Number.isFinite)) throw new Error(`Not finite, and not refused: ${formula}`);
      }
    }
    expect(PROBES.map((probe) => outcome(probe))).toEqual(before.probes);
    expect(surroundings()).toBe(before.surroundings);
    expect(longest).toBeLessThan(LONGEST);
    // The fuzzer reaches past the first look: much is worked out, and every pass refuses something.
    expect(count.worked).toBeGreaterThan(FORMULAS / 10);
    expect(REACHED.filter((code) => !count.refused.has(code))).toEqual([]);
  }, 120_000);
});

const REACHED = [
  "formula.too-long",
  "formula.too-deep",
  "formula.character",
  "formula.look-alike",
  "formula.syntax",
  "formula.not-allowed",
  "formula.kind",
  "formula.name",
  "formula.arguments",
  "formula.dimensions",
  "formula.units",
  "model.member",
  "model.not-finite",
];
