/** What the unit of a formula is worked out from: the units of figures, and what a number beside a figure is. */
import type { Expression } from "../expression.ts";
import type { Unit } from "./unit.ts";

/** Unit of an input or variable by id. */
export type UnitOf = (name: string) => Unit;

export interface Figures {
  readonly unitOf: UnitOf;
  /**
   * Told of each number that takes the unit of a figure which it is added to, compared with or given instead of. Null for
   * the model's own formulas, in which a number has no unit: there a quantity is a variable, with a name.
   */
  readonly take: ((number: Expression, unit: Unit) => void) | null;
}

/** A number, or arithmetic of numbers alone. */
export function isOfNumbers(node: Expression): boolean {
  if (node.kind === "unary") return node.op !== "not" && isOfNumbers(node.arg);
  if (node.kind === "binary") return "+-*/^".includes(node.op) && isOfNumbers(node.left) && isOfNumbers(node.right);
  return node.kind === "number";
}
