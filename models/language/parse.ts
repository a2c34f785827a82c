/**
 * First pass: text to a tree. mathjs parses; the tree is then walked and only a closed list of nodes, operators and
 * functions is let through. Nothing is ever evaluated here, so a hostile formula costs no more than its length.
 */
import { parse } from "mathjs/number";
import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs/number";
import type { BinaryOperator, UnaryOperator } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { checkWrittenForm } from "./written-form.ts";

/** A parsed formula whose names are not yet looked up: `call` may still be a reduction or a function of one cell. */
export type Parsed =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "unary"; readonly op: UnaryOperator; readonly arg: Parsed }
  | { readonly kind: "binary"; readonly op: BinaryOperator; readonly left: Parsed; readonly right: Parsed }
  | { readonly kind: "choice"; readonly test: Parsed; readonly yes: Parsed; readonly no: Parsed }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Parsed[] };

const BINARY: ReadonlyMap<string, BinaryOperator> = new Map([
  ["add", "+"],
  ["subtract", "-"],
  ["multiply", "*"],
  ["divide", "/"],
  ["pow", "^"],
  ["equal", "=="],
  ["unequal", "!="],
  ["smaller", "<"],
  ["larger", ">"],
  ["smallerEq", "<="],
  ["largerEq", ">="],
  ["and", "and"],
  ["or", "or"],
]);
const UNARY: ReadonlyMap<string, UnaryOperator> = new Map([
  ["unaryMinus", "-"],
  ["unaryPlus", "+"],
  ["not", "not"],
]);

const REFUSED: Readonly<Record<string, string>> = {
  AccessorNode: 'Properties and positions cannot be read; name a member with at(x, dimension, "member").',
  ArrayNode: "Lists and matrices are not part of the language.",
  AssignmentNode: "A formula may not give a value a name; make a variable of its own.",
  BlockNode: "A formula is one expression; make a second variable for a second one.",
  FunctionAssignmentNode: "A formula may not define a function; make a variable of its own.",
  IndexNode: 'Positions cannot be read; name a member with at(x, dimension, "member").',
  ObjectNode: "Objects are not part of the language.",
  RangeNode: 'Ranges are not part of the language; ":" is only used in  test ? this : that.',
  RelationalNode: "Comparisons are not chained: write  a < b and b < c.",
};

/** Deepest tree: signs, functions and brackets inside each other. A sum of terms is as deep as it has terms. */
const DEEPEST_TREE = 200;

/** Parses a formula. Throws FormulaError with what is wrong and what to write instead. */
export function parseFormula(formula: string): Parsed {
  const line = checkWrittenForm(formula);
  let node: MathNode;
  try {
    node = parse(line);
  } catch (error) {
    const detail = error instanceof Error ? error.message : "it cannot be read";
    throw new FormulaError("formula.syntax", `The formula "${excerpt(line)}" cannot be read: ${detail}.`);
  }
  return admit(node, 0);
}

function admit(node: MathNode, above: number): Parsed {
  const depth = above + 1;
  if (depth > DEEPEST_TREE) {
    throw new FormulaError(
      "formula.too-deep",
      `The formula nests more than ${DEEPEST_TREE} signs and functions in each other. Split it into variables.`,
    );
  }
  switch (node.type) {
    case "ParenthesisNode":
      return admit((node as ParenthesisNode).content, depth);
    case "ConstantNode":
      return admitConstant(node as ConstantNode);
    case "SymbolNode":
      return { kind: "name", name: (node as SymbolNode).name };
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return {
        kind: "choice",
        test: admit(condition, depth),
        yes: admit(trueExpr, depth),
        no: admit(falseExpr, depth),
      };
    }
    case "OperatorNode":
      return admitOperator(node as OperatorNode, depth);
    case "FunctionNode":
      return admitFunction(node as FunctionNode, depth);
    default:
      throw new FormulaError(
        "formula.not-allowed",
        REFUSED[node.type] ?? `"${excerpt(node.toString())}" is not part of the language.`,
      );
  }
}

function admitConstant(node: ConstantNode): Parsed {
  const value: unknown = node.value;
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "number") {
    if (Number.isFinite(value)) return { kind: "number", value };
    throw new FormulaError("formula.not-allowed", "The formula holds a number too large to be used, or none at all.");
  }
  throw new FormulaError(
    "formula.not-allowed",
    `"${String(value)}" is not a number; write a comparison such as  x > 0  where yes or no is needed.`,
  );
}

function admitOperator(node: OperatorNode, depth: number): Parsed {
  const fn: string = node.fn;
  const [first, second] = node.args as readonly MathNode[];
  if (node.implicit) {
    throw new FormulaError(
      "formula.not-allowed",
      `A sign is missing in "${excerpt(node.toString({ implicit: "hide" }))}": write * to multiply. Units and words are not written in a formula.`,
    );
  }
  const unary = UNARY.get(fn);
  if (unary !== undefined && first !== undefined && second === undefined) {
    return { kind: "unary", op: unary, arg: admit(first, depth) };
  }
  const binary = BINARY.get(fn);
  if (binary !== undefined && first !== undefined && second !== undefined) {
    return { kind: "binary", op: binary, left: admit(first, depth), right: admit(second, depth) };
  }
  throw new FormulaError("formula.not-allowed", `The sign "${node.op}" is not part of the language.`);
}

function admitFunction(node: FunctionNode, depth: number): Parsed {
  const fn: MathNode = node.fn as unknown as MathNode;
  if (fn.type !== "SymbolNode") {
    throw new FormulaError("formula.not-allowed", "A function is called by its name only.");
  }
  return { kind: "call", fn: (fn as SymbolNode).name, args: node.args.map((arg) => admit(arg, depth)) };
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
