/** Looking up a member by name: what stands between the square brackets of `x[year = "2026/27", area = "north"]`. */
import type { AssignmentNode, ConstantNode, MathNode, OperatorNode, SymbolNode } from "mathjs/number";
import { FormulaError } from "./formula-error.ts";
import type { NamedMember } from "./parsed.ts";

export const NOT_A_LOOK_UP =
  'Properties and positions cannot be read. Square brackets look up a member by its name: x[year = "2026/27"].';

/** `year = "2026/27"` or `year == "2026/27"`. Throws FormulaError where the part is anything else. */
export function namedMember(node: MathNode): NamedMember {
  const sides = sidesOf(node);
  if (sides === null) throw new FormulaError("formula.not-allowed", NOT_A_LOOK_UP);
  const [dim, member] = sides;
  if (dim.type !== "SymbolNode") throw new FormulaError("formula.not-allowed", NOT_A_LOOK_UP);
  const { name } = dim as SymbolNode;
  const value: unknown = member.type === "ConstantNode" ? (member as ConstantNode).value : undefined;
  if (typeof value !== "string") {
    const typed = member.toString();
    const quoted = /^[\w/.+ -]{1,40}$/.test(typed) ? `"${typed.replaceAll(" / ", "/")}"` : '"member"';
    throw new FormulaError(
      "formula.arguments",
      `The member of ${name} is named in double quotes: write [${name} = ${quoted}].`,
    );
  }
  return { dim: name, member: value };
}

function sidesOf(node: MathNode): readonly [MathNode, MathNode] | null {
  if (node.type === "AssignmentNode") {
    const { object, index, value } = node as AssignmentNode;
    return index === null ? [object, value] : null;
  }
  const { fn, args } = node as OperatorNode;
  const [left, right] = node.type === "OperatorNode" && String(fn) === "equal" ? args : [];
  return left !== undefined && right !== undefined ? [left, right] : null;
}
