/** A formula after its names are known: the tree that the later passes read. Every node is one of this closed list. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "unary"; readonly op: UnaryOperator; readonly arg: Expression }
  | { readonly kind: "binary"; readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "choice"; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: "call"; readonly fn: CellFunction; readonly args: readonly Expression[] }
  | { readonly kind: "reduce"; readonly fn: Reduction; readonly arg: Expression; readonly over: readonly string[] }
  | { readonly kind: "scan"; readonly fn: Scan; readonly arg: Expression }
  | { readonly kind: "lag"; readonly arg: Expression; readonly years: number; readonly before: Expression }
  | { readonly kind: "highest"; readonly arg: Expression; readonly years: Expression }
  /** `member` null means the first member of the dimension (the base year). */
  | { readonly kind: "pick"; readonly arg: Expression; readonly dim: string; readonly member: string | null }
  | {
      readonly kind: "interpolate";
      readonly arg: Expression;
      readonly dim: string;
      readonly positions: Expression;
      readonly at: Expression;
      readonly where: Expression;
    };

export type UnaryOperator = "-" | "+" | "not";
export type Arithmetic = "+" | "-" | "*" | "/" | "^";
export type Comparison = "==" | "!=" | "<" | ">" | "<=" | ">=";
export type BinaryOperator = Arithmetic | Comparison | "and" | "or";
export type Reduction = "sum" | "mean" | "prod" | "min" | "max";
export type Scan = "cumsum" | "cumprod" | "cummax";
export type CellFunction =
  "min" | "max" | "exp" | "log" | "sqrt" | "abs" | "floor" | "ceil" | "round" | "clamp" | "ratio";

/** The parts of a node, in a fixed order. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "name":
      return [];
    case "unary":
    case "reduce":
    case "scan":
    case "pick":
      return [node.arg];
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.test, node.yes, node.no];
    case "call":
      return node.args;
    case "lag":
      return [node.arg, node.before];
    case "highest":
      return [node.arg, node.years];
    case "interpolate":
      return [node.arg, node.positions, node.at, node.where];
  }
}
