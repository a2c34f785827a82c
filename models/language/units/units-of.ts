/** The unit of a formula, from the units of what it reads. Follows the closed list of `Expression` part by part. */
import type { CellFunction, Expression } from "../expression.ts";
import { partsOf } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { clash, notNumber } from "./clash.ts";
import { expressionInWords } from "./expression-in-words.ts";
import { isOfNumbers } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { baseUnit, isNumber, noUnit, powersOf, sameUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";

/** Null for a 0 as typed, which agrees with every unit. */
export type FoundUnit = Unit | null;

/** Powers of a base unit outside this range are refused: nobody means them, and rounding would blur them. */
const SMALLEST_POWER = 0.01;
const LARGEST_POWER = 100;

/** The unit of an expression. Throws FormulaError where two parts that should have one unit do not. */
export function unitOfExpression(node: Expression, figures: Figures): FoundUnit {
  const inner = (part: Expression): FoundUnit => unitOfExpression(part, figures);
  switch (node.kind) {
    case "number":
      return node.value === 0 ? null : noUnit();
    case "name":
      return figures.unitOf(node.name);
    case "unary":
      return node.op === "not" ? answer(node, figures) : inner(node.arg);
    case "binary":
      return binary(node, figures);
    case "choice":
      inner(node.test);
      return agree([node.yes, node.no], "the two answers of one choice", figures);
    case "call":
      return call(node.fn, node.args, figures);
    case "reduce":
      return node.fn === "prod" ? plain(node.arg, "what prod multiplies", figures) : inner(node.arg);
    case "scan":
      return node.fn === "cumprod" ? plain(node.arg, "what cumprod multiplies", figures) : inner(node.arg);
    case "lag":
      return agree([node.arg, node.before], "a figure and its start in one lag", figures);
    case "highest":
      checkWindow(node.years, figures);
      return inner(node.arg);
    case "pick":
      return inner(node.arg);
    case "interpolate":
      agree([node.positions, node.at], "positions on one line", figures);
      inner(node.where);
      return inner(node.arg);
  }
}

function binary(node: Expression & { kind: "binary" }, figures: Figures): FoundUnit {
  const { op, left, right } = node;
  switch (op) {
    case "+":
      return agree([left, right], "added", figures);
    case "-":
      return agree([left, right], "subtracted", figures);
    case "*":
      return unitOrNumber(left, figures).multiply(unitOrNumber(right, figures));
    case "/":
      return unitOrNumber(left, figures).divide(unitOrNumber(right, figures));
    case "^":
      return power(node, figures);
    case "and":
    case "or":
      return answer(node, figures);
    default:
      agree([left, right], "compared", figures);
      return noUnit();
  }
}

/** Yes or no has no unit; its parts are checked. */
function answer(node: Expression, figures: Figures): Unit {
  for (const part of partsOf(node)) unitOfExpression(part, figures);
  return noUnit();
}

function call(fn: CellFunction, args: readonly Expression[], figures: Figures): FoundUnit {
  const [first, second] = args as readonly [Expression, Expression];
  switch (fn) {
    case "min":
    case "max":
    case "clamp":
      return agree(args, "compared", figures);
    case "exp":
    case "log":
      return plain(first, `what ${fn} is taken of`, figures);
    case "sqrt":
      return raised(first, 0.5, figures);
    case "ratio":
      return unitOrNumber(first, figures).divide(unitOrNumber(second, figures));
    case "abs":
    case "floor":
    case "ceil":
    case "round":
      return unitOfExpression(first, figures);
  }
}

/** A whole number as exponent multiplies the unit; with any other, both sides must be plain numbers. */
function power(node: Expression & { kind: "binary" }, figures: Figures): Unit {
  const exponent = literal(node.right);
  if (exponent !== null && Number.isInteger(exponent)) return raised(node.left, exponent, figures);
  plain(node.right, `the exponent of ${expressionInWords(node)}`, figures);
  return plain(node.left, `a figure with an exponent that is not a whole number`, figures);
}

function literal(node: Expression): number | null {
  if (node.kind === "number") return node.value;
  if (node.kind !== "unary" || node.op === "not") return null;
  const value = literal(node.arg);
  return value === null || node.op === "+" ? value : -value;
}

function raised(node: Expression, exponent: number, figures: Figures): Unit {
  const unit = unitOrNumber(node, figures);
  if (isNumber(unit)) return unit;
  const sizes = [...powersOf(unit).values()].map((size) => Math.abs(size * exponent));
  if (exponent !== 0 && sizes.some((size) => size < SMALLEST_POWER || size > LARGEST_POWER)) {
    throw new FormulaError(
      "formula.units",
      `the unit of ${expressionInWords(node)} is raised to a power that no figure has. Divide by a figure in the same unit first.`,
    );
  }
  return unit.pow(exponent);
}

/** The one unit of figures that are added, compared or chosen between; numbers among them may take it. */
function agree(nodes: readonly Expression[], cannot: string, figures: Figures): FoundUnit {
  const { take } = figures;
  const numbers = take === null ? [] : nodes.filter(isOfNumbers);
  const rest = nodes.filter((node) => !numbers.includes(node));
  const unit = oneUnit(rest, cannot, figures);
  if (take === null || unit === null || isNumber(unit)) return unit ?? oneUnit(numbers, cannot, figures);
  // A 0 has every unit already.
  for (const number of numbers) if (unitOfExpression(number, figures) !== null) take(number, unit);
  return unit;
}

function oneUnit(nodes: readonly Expression[], cannot: string, figures: Figures): FoundUnit {
  let first: { node: Expression; unit: Unit } | null = null;
  for (const node of nodes) {
    const unit = unitOfExpression(node, figures);
    if (unit === null) continue;
    first ??= { node, unit };
    if (!sameUnit(first.unit, unit)) throw clash(first, { node, unit }, cannot);
  }
  return first === null ? null : first.unit;
}

function plain(node: Expression, where: string, figures: Figures): Unit {
  const unit = unitOrNumber(node, figures);
  if (!isNumber(unit)) throw notNumber({ node, unit }, where);
  return unit;
}

function unitOrNumber(node: Expression, figures: Figures): Unit {
  return unitOfExpression(node, figures) ?? noUnit();
}

/** A window is a number of years: a plain number, or a figure in years. */
function checkWindow(node: Expression, figures: Figures): void {
  const unit = unitOrNumber(node, figures);
  if (!isNumber(unit) && !sameUnit(unit, baseUnit("year")))
    throw notNumber({ node, unit }, "the number of years of highest");
}
