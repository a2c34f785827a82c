/**
 * First pass: text to a tree. mathjs parses; the tree is then walked and only a closed list of nodes, operators and
 * functions is let through. Nothing is ever evaluated here, so a hostile formula costs no more than its length.
 */
import { parse } from "mathjs/number";
import type {
  AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs/number";
import { refuseAddedPerCents } from "./added-per-cents.ts";
import type { BinaryOperator, UnaryOperator } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { namedMember, NOT_A_LOOK_UP } from "./look-up.ts";
import { missingSign } from "./missing-sign.ts";
import type { Parsed } from "./parsed.ts";
import { asTyped, PER_CENT } from "./per-cent.ts";
import { writtenOf } from "./reading.ts";
import { checkWrittenForm } from "./written-form.ts";

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
  ArrayNode: "Lists and matrices are not part of the language.",
  AssignmentNode: "A formula may not give a value a name; make a variable of its own.",
  BlockNode: "A formula is one expression; make a second variable for a second one.",
  FunctionAssignmentNode: "A formula may not define a function; make a variable of its own.",
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
    const place = line.includes(PER_CENT) ? detail.replace(/ \(char \d+\)$/, "") : detail;
    throw new FormulaError(
      "formula.syntax",
      `The formula "${excerpt(asTyped(line))}" cannot be read: ${asTyped(place)}.`,
    );
  }
  const parsed = admit(node, 0);
  refuseAddedPerCents(parsed);
  return parsed;
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
    case "AccessorNode":
      return admitLookUp(node as AccessorNode, depth);
    default:
      throw new FormulaError(
        "formula.not-allowed",
        REFUSED[node.type] ?? `"${excerpt(asTyped(node.toString()))}" is not part of the language.`,
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
  if (node.implicit) throw missingSign(node);
  const unary = UNARY.get(fn);
  if (unary !== undefined && first !== undefined && second === undefined) {
    const arg = admit(first, depth);
    if (unary === "-" && isPower(first) && arg.kind === "binary") throw minusBeforePower(arg);
    return { kind: "unary", op: unary, arg };
  }
  const binary = BINARY.get(fn);
  if (binary !== undefined && first !== undefined && second !== undefined) {
    const [left, right] = [admit(first, depth), admit(second, depth)];
    if (binary === "^" && isPower(second) && right.kind === "binary") throw powerOfPower(left, right);
    return { kind: "binary", op: binary, left, right };
  }
  const remedy = node.op === "!" ? " Work out the number and write it." : "";
  throw new FormulaError("formula.not-allowed", `The sign "${node.op}" is not part of the language.${remedy}`);
}

/** A power without brackets of its own. */
function isPower(node: MathNode): boolean {
  return node.type === "OperatorNode" && (node as OperatorNode).fn === "pow";
}

type Binary = Extract<Parsed, { kind: "binary" }>;

/** -2 ^ 2 is 4 in a spreadsheet and -4 in mathematics. */
function minusBeforePower(power: Binary): FormulaError {
  const [base, exponent] = [writtenOf(power.left), writtenOf(power.right)];
  const spreadsheet = writtenOf({ ...power, left: { kind: "unary", op: "-", arg: power.left } });
  const mathematics = writtenOf({ kind: "unary", op: "-", arg: power });
  return new FormulaError(
    "formula.look-alike",
    `"-${excerpt(`${base} ^ ${exponent}`)}" is read in two ways: write ${spreadsheet} as a spreadsheet reads it, or ${mathematics} as mathematics does.`,
  );
}

/** 2 ^ 3 ^ 2 is 64 in a spreadsheet and 512 in mathematics. */
function powerOfPower(left: Parsed, right: Binary): FormulaError {
  const inner: Parsed = { kind: "binary", op: "^", left, right: right.left };
  const spreadsheet = writtenOf({ kind: "binary", op: "^", left: inner, right: right.right });
  const mathematics = writtenOf({ kind: "binary", op: "^", left, right });
  return new FormulaError(
    "formula.look-alike",
    `Powers of powers are read in two ways: write ${spreadsheet} as a spreadsheet reads it, or ${mathematics} as mathematics does.`,
  );
}

function admitFunction(node: FunctionNode, depth: number): Parsed {
  const fn: MathNode = node.fn as unknown as MathNode;
  if (fn.type !== "SymbolNode") {
    throw new FormulaError("formula.not-allowed", "A function is called by its name only.");
  }
  const { name } = fn as SymbolNode;
  const args = node.args.map((arg) => admit(arg, depth));
  const [first] = args;
  if (name === PER_CENT && first?.kind === "number") return { kind: "per-cent", value: first.value };
  return { kind: "call", fn: name, args };
}

function admitLookUp(node: AccessorNode, depth: number): Parsed {
  const { index } = node;
  if (index.dotNotation || node.optionalChaining || index.dimensions.length === 0) {
    throw new FormulaError("formula.not-allowed", NOT_A_LOOK_UP);
  }
  return { kind: "look-up", arg: admit(node.object, depth), members: index.dimensions.map(namedMember) };
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
