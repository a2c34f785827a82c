/** Refusals of a formula whose units do not fit, each with the parts, their units and what to do. */
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { expressionInWords } from "./expression-in-words.ts";
import { isPound, NOMINAL } from "./price-bases.ts";
import { isNumber, powersOf, sameUnit, unitOfPowers } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { unitInWords } from "./unit-in-words.ts";
import { groupOf, keyInWords } from "./words.ts";

/** A part of a formula with its unit. */
export interface Part {
  readonly node: Expression;
  readonly unit: Unit;
}

/** Two parts that should have one unit; `cannot` says what they therefore cannot be: "added", "compared". */
export function clash(first: Part, second: Part, cannot: string): FormulaError {
  const otherBase = differInPriceBase(first.unit, second.unit);
  const is = ({ node, unit }: Part): string =>
    `${expressionInWords(node)} is ${otherBase ? `in ${withPriceBase(unit)}` : named(unit)}`;
  return new FormulaError(
    "formula.units",
    `${is(first)} and ${is(second)}, so they cannot be ${cannot}. ${otherBase ? priceBaseRemedy(first.unit) : remedy(first, second)}`,
  );
}

/** A part that must be a plain number and has a unit; `where` says of what: "the exponent of 2 ^ beds". */
export function notNumber({ node, unit }: Part, where: string): FormulaError {
  return new FormulaError(
    "formula.units",
    `${where} must be a plain number, and ${expressionInWords(node)} is ${unitInWords(unit)}. Divide it by a figure in ${unitInWords(unit)} first.`,
  );
}

/** A formula that gives another unit than its variable declares. `parts` are the figures it reads. */
export function notDeclared(declared: string, wanted: Unit, found: Unit, parts: readonly Part[]): FormulaError {
  if (differInPriceBase(wanted, found)) {
    return new FormulaError(
      "formula.units",
      `the unit is ${withPriceBase(wanted)}, and the formula gives ${withPriceBase(found)}. ${priceBaseRemedy(found)}`,
    );
  }
  const group = groupMissing(wanted, found);
  if (group !== null) {
    const { grouped, size } = group;
    const people = keyInWords(grouped, true);
    return new FormulaError(
      "formula.units",
      `the unit is ${declared}, and the formula gives ${unitInWords(found)}. Multiply by a variable of its own, in ${people} per ${size} ${people}, ` +
        `whose formula is ${size.replaceAll(",", "")}.`,
    );
  }
  const reads = parts.map(({ node, unit }) => `${expressionInWords(node)} is ${named(unit)}`).join(", ");
  return new FormulaError(
    "formula.units",
    `the unit is ${declared}, and the formula gives ${named(found)}: ${reads}. Change the formula, or the unit to ${unitInWords(found)}.`,
  );
}

function named(unit: Unit): string {
  return isNumber(unit) ? "a plain number" : unitInWords(unit);
}

/** True where the two differ in nothing but whose £ they are. */
function differInPriceBase(a: Unit, b: Unit): boolean {
  return !sameUnit(a, b) && sameUnit(nominal(a), nominal(b)) && hasPound(a) && hasPound(b);
}

/** The group of a rate per 1,000 whose formula gives the rate for one; else null. */
function groupMissing(wanted: Unit, found: Unit): ReturnType<typeof groupOf> {
  const groups = [...powersOf(wanted)].map(([key]) => groupOf(key)).filter((group) => group !== null);
  const single = unitOfPowers([...powersOf(wanted)].map(([key, power]) => [groupOf(key)?.grouped ?? key, power]));
  return sameUnit(single, found) ? (groups[0] ?? null) : null;
}

function hasPound(unit: Unit): boolean {
  return [...powersOf(unit).keys()].some(isPound);
}

function nominal(unit: Unit): Unit {
  return unitOfPowers([...powersOf(unit)].map(([key, power]) => [isPound(key) ? NOMINAL : key, power]));
}

/** Nominal £ are called "£ of the year" where price bases are told apart. */
function withPriceBase(unit: Unit): string {
  return unitInWords(unit).replaceAll(/£(?! of)/g, "£ of the year");
}

function priceBaseRemedy(first: Unit): string {
  return powersOf(first).has(NOMINAL)
    ? "Money of two price bases is not mixed: multiply the second by a price index first, or divide the first by one."
    : "Money of two price bases is not mixed: multiply the first by a price index first, or divide the second by one.";
}

function remedy(first: Part, second: Part): string {
  const [literal, other] = isLiteral(first.node) ? [first, second] : [second, first];
  if (isLiteral(literal.node)) {
    return `A number in a formula has no unit: make ${expressionInWords(literal.node)} a variable of its own, in ${unitInWords(other.unit)}.`;
  }
  return isNumber(first.unit) || isNumber(second.unit)
    ? "One of them has no unit: multiply or divide by the figure that is missing."
    : "Multiply or divide one of them so that both have the same unit.";
}

function isLiteral(node: Expression): boolean {
  return node.kind === "number" || (node.kind === "unary" && isLiteral(node.arg));
}
