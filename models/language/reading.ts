/** A parsed formula as text again: with every bracket, so that nobody need know which sign goes first, or with few. */
import type { Parsed } from "./parsed.ts";
import { sharesAsNumbers } from "./per-cent.ts";
import type { BinaryOperator } from "./expression.ts";

/** How tightly a sign holds its parts together; a number, a name or a function holds tightest. */
const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  ">": 3,
  "<=": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  "^": 7,
};
const CHOICE = 0;
const COMPARISON = STRENGTH["=="];
const SIGN = 6;
const ATOM = 8;

/** The formula with all brackets and shares as numbers: `100 * (1 + 5%) - x ^ 2` is `(100 * (1 + 0.05)) - (x ^ 2)`. */
export function readingOf(node: Parsed): string {
  return write(sharesAsNumbers(node), () => ATOM);
}

/** The formula with the brackets that it needs to be read in one way only: what a person is told to write. */
export function writtenOf(node: Parsed): string {
  return write(node, (least) => least);
}

/** `asked` gives the strength below which a part is put in brackets, from the one below which it must be. */
function write(node: Parsed, asked: (least: number) => number): string {
  const part = (inner: Parsed, least: number): string => {
    const text = write(inner, asked);
    return strengthOf(inner) < asked(least) ? `(${text})` : text;
  };
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "per-cent":
      return `${node.value}%`;
    case "text":
      return `"${node.value}"`;
    case "name":
      return node.name;
    case "unary":
      return `${node.op}${node.op === "not" ? " " : ""}${part(node.arg, ATOM)}`;
    case "binary": {
      const own = STRENGTH[node.op];
      // Equal signs are read from the left; comparisons are not chained, and the parts of a power are set apart.
      const [left, right] = node.op === "^" ? [ATOM, ATOM] : [own === COMPARISON ? own + 1 : own, own + 1];
      return `${part(node.left, left)} ${node.op} ${part(node.right, right)}`;
    }
    case "choice":
      return `${part(node.test, CHOICE + 1)} ? ${part(node.yes, CHOICE + 1)} : ${part(node.no, CHOICE + 1)}`;
    case "call":
      return `${node.fn}(${node.args.map((arg) => write(arg, asked)).join(", ")})`;
    case "look-up": {
      const members = node.members.map(({ dim, member }) => `${dim} = "${member}"`);
      return `${part(node.arg, ATOM)}[${members.join(", ")}]`;
    }
  }
}

function strengthOf(node: Parsed): number {
  switch (node.kind) {
    case "choice":
      return CHOICE;
    case "binary":
      return STRENGTH[node.op];
    case "unary":
      return SIGN;
    default:
      return ATOM;
  }
}
