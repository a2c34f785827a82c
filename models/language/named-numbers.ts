/**
 * Numbers typed beside figures that have a unit. A model gives such a number a name and a unit, as a variable of its own;
 * where a formula is only tried there is nowhere to write one, so it is done here: `bedDays - 100` takes 100 bed days off.
 */
import { FormulaError } from "./formula-error.ts";
import type { Model, ModelVariable } from "./model.ts";
import { mapParsed, partsOfParsed } from "./parsed.ts";
import type { Parsed } from "./parsed.ts";
import { writtenOf } from "./reading.ts";
import { unitOfFormula } from "./units/index.ts";

/** A number as typed, and the unit of the figures that it stands beside. */
export interface NumberWithUnit {
  readonly number: string;
  readonly unit: string;
}

export interface NamedNumbers {
  /** The formula with names in place of those numbers. */
  readonly formula: string;
  /** The variables of those names. */
  readonly variables: readonly ModelVariable[];
  readonly numbers: readonly NumberWithUnit[];
}

/** Signs and functions whose parts must have one unit. */
const SIGNS: ReadonlySet<string> = new Set(["+", "-", "==", "!=", "<", ">", "<=", ">="]);
const FUNCTIONS: ReadonlySet<string> = new Set(["min", "max", "clamp"]);

/** Gives a unit to each number that stands beside a figure with one. Throws FormulaError where a figure's unit has no words. */
export function nameNumbers(model: Model, formula: Parsed): NamedNumbers {
  const taken = new Set([...model.inputs, ...model.variables].map(({ id }) => id));
  const variables: ModelVariable[] = [];
  const numbers: NumberWithUnit[] = [];

  function named(number: Parsed, unit: string): Parsed {
    let serial = variables.length + 1;
    while (taken.has(`number${serial}`)) serial++;
    const id = `number${serial}`;
    taken.add(id);
    variables.push({ id, label: "A number of the formula", unit, dims: [], formula: writtenOf(number), docs: "" });
    numbers.push({ number: writtenOf(number), unit });
    return { kind: "name", name: id };
  }

  /** The parts, the numbers among them with the unit of the first figure. */
  function alike(parts: readonly Parsed[]): readonly Parsed[] {
    const figure = parts.find((part) => !isNumber(part) && !isZero(part));
    if (figure === undefined || !parts.some(isNumber)) return parts;
    const unit = unitBeside(figure);
    return unit === null ? parts : parts.map((part) => (isNumber(part) ? named(part, unit) : part));
  }

  /** Null for a plain number, and where the figure does not fit in itself: that is told when the whole is checked. */
  function unitBeside(figure: Parsed): string | null {
    try {
      const unit = unitOfFormula({ ...model, variables: [...model.variables, ...variables] }, writtenOf(figure));
      return unit === "number" ? null : unit;
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  }

  const rewritten = mapParsed(formula, (node) => {
    if (node.kind === "binary" && SIGNS.has(node.op)) {
      const [left, right] = alike([node.left, node.right]) as readonly [Parsed, Parsed];
      return { ...node, left, right };
    }
    if (node.kind === "choice") {
      const [yes, no] = alike([node.yes, node.no]) as readonly [Parsed, Parsed];
      return { ...node, yes, no };
    }
    return node.kind === "call" && FUNCTIONS.has(node.fn) ? { ...node, args: alike(node.args) } : node;
  });
  return { formula: writtenOf(rewritten), variables, numbers };
}

/** A number, or arithmetic of numbers alone; 0 has every unit already. */
function isNumber(node: Parsed): boolean {
  if (node.kind === "number") return node.value !== 0;
  if (node.kind === "unary" || (node.kind === "binary" && "+-*/^".includes(node.op))) {
    return partsOfParsed(node).every((part) => part.kind === "number" || part.kind === "per-cent" || isNumber(part));
  }
  return node.kind === "per-cent";
}

function isZero(node: Parsed): boolean {
  return node.kind === "number" && node.value === 0;
}
