/** A part of a formula as one would type it, with no more brackets than it needs: what a refusal points at. */
import type { BinaryOperator, Expression } from "../expression.ts";

/** Longest text shown, in characters. */
const LONGEST_SHOWN = 80;

/** How tightly each sign binds. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 2,
  and: 3,
  "==": 4,
  "!=": 4,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "^": 8,
};
const CHOICE = 1;
const UNARY = 7;
const WHOLE = 9;

/** The expression as text, cut where it is long. */
export function expressionInWords(node: Expression): string {
  const text = write(node);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}...` : text;
}

function write(node: Expression): string {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "name":
      return node.name;
    case "unary":
      return `${node.op === "not" ? "not " : node.op}${inside(node.arg, WHOLE)}`;
    case "binary": {
      const binding = BINDING[node.op];
      // Powers and comparisons are not chained, so both sides stand in brackets unless they bind tighter.
      const left = binding === BINDING["^"] || binding === BINDING["=="] ? binding + 1 : binding;
      return `${inside(node.left, left)} ${node.op} ${inside(node.right, binding + 1)}`;
    }
    case "choice":
      return `${inside(node.test, CHOICE + 1)} ? ${inside(node.yes, CHOICE + 1)} : ${inside(node.no, CHOICE)}`;
    case "call":
      return call(node.fn, node.args.map(write));
    case "reduce":
      return call(node.fn, [write(node.arg), ...node.over]);
    case "scan":
      return call(node.fn, [write(node.arg)]);
    case "lag":
      return call("lag", [write(node.arg), String(node.years), ...(isZero(node.before) ? [] : [write(node.before)])]);
    case "highest":
      return call("highest", [write(node.arg), write(node.years)]);
    case "pick":
      return node.member === null
        ? call("baseYear", [write(node.arg)])
        : call("at", [write(node.arg), node.dim, `"${node.member}"`]);
    case "interpolate":
      return call("interpolate", [write(node.arg), node.dim, ...[node.positions, node.at, node.where].map(write)]);
  }
}

function inside(node: Expression, least: number): string {
  const text = write(node);
  return bindingOf(node) < least ? `(${text})` : text;
}

function bindingOf(node: Expression): number {
  if (node.kind === "binary") return BINDING[node.op];
  if (node.kind === "choice") return CHOICE;
  return node.kind === "unary" ? UNARY : WHOLE;
}

function call(fn: string, args: readonly string[]): string {
  return `${fn}(${args.join(", ")})`;
}

function isZero(node: Expression): boolean {
  return node.kind === "number" && node.value === 0;
}
