/**
 * Units and their algebra, by mathjs. A base unit is something that is counted or a length of calendar time; each is a
 * dimension of its own, so nothing is converted silently: 12 months are not a year until a formula says so.
 */
import { create, factory, FractionDependencies, UnitDependencies } from "mathjs";
import type { UnitCtor } from "mathjs";

/** A unit without a value, as mathjs holds it: a product of base units, each to a power. */
export interface Unit {
  readonly units: readonly { readonly unit: { readonly name: string }; readonly power: number }[];
  multiply(other: Unit): Unit;
  divide(other: Unit): Unit;
  pow(power: number): Unit;
  equalBase(other: Unit): boolean;
}

/** Base units by key, made when first named. Keys come from the closed list of `words.ts`, so there are few. */
const known = new Map<string, Unit>();
let unitClass: UnitCtor | undefined;
let none: Unit | undefined;

/** The base unit of a key such as "bed" or "poundNominal" (letters and digits). */
export function baseUnit(key: string): Unit {
  let unit = known.get(key);
  if (unit === undefined) {
    // Made on first use, so that a screen which only reads types and sums does not carry mathjs.
    unitClass ??= makeUnitClass();
    // mathjs's own types let a power be a unit only; it takes a number.
    unit = unitClass.createUnitSingle(`${key}Unit`, {}) as unknown as Unit;
    known.set(key, unit);
  }
  return unit;
}

/** What mathjs does with the values of units. These have none, and to make its arithmetic takes ten times as long. */
const ARITHMETIC = [
  "addScalar",
  "subtractScalar",
  "multiplyScalar",
  "divideScalar",
  "pow",
  "abs",
  "fix",
  "round",
  "equal",
  "isNumeric",
  "format",
  "number",
  "Complex",
  "BigNumber",
] as const;

function makeUnitClass(): UnitCtor {
  const without = ARITHMETIC.map((name) => [name, factory(name, [], () => refuseValue)]);
  const createUnitClass = UnitDependencies?.["createUnitClass"] ?? {};
  return create({ ...Object.fromEntries(without), ...FractionDependencies, createUnitClass }).Unit;
}

function refuseValue(): never {
  throw new Error("A unit here has no value.");
}

/** Of a share, a factor, an index or a plain count. */
export function noUnit(): Unit {
  none ??= baseUnit("number").pow(0);
  return none;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.equalBase(b);
}

export function isNumber(unit: Unit): boolean {
  return sameUnit(unit, noUnit());
}

/** Powers of the base units by key, those that cancel left out. */
export function powersOf(unit: Unit): ReadonlyMap<string, number> {
  const powers = new Map<string, number>();
  for (const part of unit.units) {
    const key = part.unit.name.replace(/Unit$/, "");
    powers.set(key, (powers.get(key) ?? 0) + part.power);
  }
  // A root of a root may leave a power that is nothing but rounding; mathjs compares with the same tolerance.
  return new Map([...powers].filter(([, power]) => Math.abs(power) > 1e-12));
}

/** The unit that has these powers of base units. */
export function unitOfPowers(powers: Iterable<readonly [string, number]>): Unit {
  return [...powers].reduce((unit, [key, power]) => unit.multiply(baseUnit(key).pow(power)), noUnit());
}
