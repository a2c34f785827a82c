/** A formula said in English, for people who read no formulas: "the sum over age and sex of Emergency admissions". */
import type { BinaryOperator, CellFunction, Expression, Reduction, Scan } from "./expression.ts";

/** What a figure is called in the sentence. */
export type NameInWords = (id: string) => string;

const SIGNS: Readonly<Record<BinaryOperator, string>> = {
  "+": "+",
  "-": "-",
  "*": "×",
  "/": "÷",
  "^": "to the power of",
  "==": "is",
  "!=": "is not",
  "<": "is below",
  ">": "is above",
  "<=": "is at most",
  ">=": "is at least",
  and: "and",
  or: "or",
};
const REDUCTIONS: Readonly<Record<Reduction, string>> = {
  sum: "the sum",
  mean: "the mean",
  prod: "the product",
  min: "the smallest",
  max: "the largest",
};
const SCANS: Readonly<Record<Scan, string>> = {
  cumsum: "the sum from the base year to this one",
  cumprod: "the product from the base year to this one",
  cummax: "the largest from the base year to this one",
};

/** The whole expression in words. Brackets stand wherever a part could be taken with its neighbour. */
export function formulaInWords(node: Expression, name: NameInWords): string {
  const part = (inner: Expression): string => {
    const words = formulaInWords(inner, name);
    return inner.kind === "number" || inner.kind === "name" ? words : `(${words})`;
  };
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "name":
      return name(node.name);
    case "unary":
      return node.op === "+" ? part(node.arg) : `${node.op === "-" ? "minus" : "not"} ${part(node.arg)}`;
    case "binary":
      return `${sameRow(node.left, node.op) ? formulaInWords(node.left, name) : part(node.left)} ${SIGNS[node.op]} ${part(node.right)}`;
    case "choice":
      return `${part(node.yes)} if ${part(node.test)}, else ${part(node.no)}`;
    case "call":
      return call(node.fn, node.args.map(part));
    case "reduce":
      return `${REDUCTIONS[node.fn]} over ${listed(node.over)} of ${part(node.arg)}`;
    case "scan":
      return `${SCANS[node.fn]} of ${part(node.arg)}`;
    case "lag":
      return `${part(node.arg)} ${counted(node.years, "year")} before (${formulaInWords(node.before, name)} before the base year)`;
    case "highest":
      return `the largest ${part(node.arg)} of this year and the ${part(node.years)} years before`;
    case "pick":
      return `${part(node.arg)} ${node.member === null ? "in the base year" : `where ${node.dim} is "${node.member}"`}`;
    case "interpolate":
      return (
        `${part(node.arg)} read along ${node.dim} at ${part(node.at)}, between the members at ${part(node.positions)} ` +
        `where ${part(node.where)} is above 0`
      );
  }
}

const ROWS: readonly (readonly BinaryOperator[])[] = [["+", "-"], ["*", "/"], ["and"], ["or"]];

/** Sums need no brackets before a further sum, nor products before one: read from the left, as they are worked out. */
function sameRow(left: Expression, op: BinaryOperator): boolean {
  return left.kind === "binary" && ROWS.some((row) => row.includes(left.op) && row.includes(op));
}

function call(fn: CellFunction, args: readonly string[]): string {
  const [x = "", a = "", b = ""] = args;
  switch (fn) {
    case "min":
      return `the ${args.length > 2 ? "smallest" : "smaller"} of ${listed(args)}`;
    case "max":
      return `the ${args.length > 2 ? "largest" : "larger"} of ${listed(args)}`;
    case "exp":
      return `e to the power of ${x}`;
    case "log":
      return `the natural logarithm of ${x}`;
    case "sqrt":
      return `the square root of ${x}`;
    case "abs":
      return `the size of ${x}`;
    case "floor":
      return `${x} rounded down`;
    case "ceil":
      return `${x} rounded up`;
    case "round":
      return a === "" ? `${x} rounded` : `${x} rounded to ${counted(Number(a), "decimal place")}`;
    case "clamp":
      return `${x}, but at least ${a} and at most ${b}`;
    case "ratio":
      return `${x} ÷ ${a}, or 0 where that is 0`;
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** "a", "a and b", "a, b and c". */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
