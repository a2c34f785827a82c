/** What the first pass gives: a formula as a tree whose names are not yet looked up. */
import type { BinaryOperator, UnaryOperator } from "./expression.ts";

/** A parsed formula: `call` may still be a reduction or a function of one cell, and a name may stand for nothing. */
export type Parsed =
  | { readonly kind: "number"; readonly value: number }
  /** `value` as typed before the sign: 5 for 5%. */
  | { readonly kind: "per-cent"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "unary"; readonly op: UnaryOperator; readonly arg: Parsed }
  | { readonly kind: "binary"; readonly op: BinaryOperator; readonly left: Parsed; readonly right: Parsed }
  | { readonly kind: "choice"; readonly test: Parsed; readonly yes: Parsed; readonly no: Parsed }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Parsed[] }
  /** x[year = "2026/27", area = "north"] */
  | { readonly kind: "look-up"; readonly arg: Parsed; readonly members: readonly NamedMember[] };

export interface NamedMember {
  readonly dim: string;
  readonly member: string;
}

/** The parts of a node, in the order in which they are written. */
export function partsOfParsed(node: Parsed): readonly Parsed[] {
  switch (node.kind) {
    case "number":
    case "per-cent":
    case "text":
    case "name":
      return [];
    case "unary":
    case "look-up":
      return [node.arg];
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.test, node.yes, node.no];
    case "call":
      return node.args;
  }
}

/** The tree with every node replaced by what `change` makes of it, parts first. */
export function mapParsed(node: Parsed, change: (node: Parsed) => Parsed): Parsed {
  const part = (inner: Parsed): Parsed => mapParsed(inner, change);
  switch (node.kind) {
    case "unary":
    case "look-up":
      return change({ ...node, arg: part(node.arg) });
    case "binary":
      return change({ ...node, left: part(node.left), right: part(node.right) });
    case "choice":
      return change({ ...node, test: part(node.test), yes: part(node.yes), no: part(node.no) });
    case "call":
      return change({ ...node, args: node.args.map(part) });
    default:
      return change(node);
  }
}
