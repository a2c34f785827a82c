/** A part of a formula as one would type it: what a refusal points at. */
import { DAYS_OF_YEAR } from "../calendar.ts";
import type { Expression } from "../expression.ts";
import { DAYS } from "../functions.ts";
import { YEAR } from "../model.ts";
import type { Parsed } from "../parsed.ts";
import { writtenOf } from "../reading.ts";

/** Longest text shown, in characters. */
const LONGEST_SHOWN = 80;

/** The expression as text, cut where it is long. */
export function expressionInWords(node: Expression): string {
  const text = writtenOf(asTyped(node));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}...` : text;
}

/** The expression as it was before names were looked up. */
function asTyped(node: Expression): Parsed {
  switch (node.kind) {
    case "number":
      return node;
    case "name":
      return node.name === DAYS_OF_YEAR.id ? call(DAYS, name(YEAR)) : node;
    case "unary":
      return { ...node, arg: asTyped(node.arg) };
    case "binary":
      return { ...node, left: asTyped(node.left), right: asTyped(node.right) };
    case "choice":
      return { kind: "choice", test: asTyped(node.test), yes: asTyped(node.yes), no: asTyped(node.no) };
    case "call":
      return call(node.fn, ...node.args.map(asTyped));
    case "reduce":
      return call(node.fn, asTyped(node.arg), ...node.over.map(name));
    case "scan":
      return call(node.fn, asTyped(node.arg));
    case "lag": {
      const start = node.before.kind === "number" && node.before.value === 0 ? [] : [asTyped(node.before)];
      return call("lag", asTyped(node.arg), { kind: "number", value: node.years }, ...start);
    }
    case "highest":
      return call("highest", asTyped(node.arg), asTyped(node.years));
    case "pick":
      return node.member === null
        ? call("baseYear", asTyped(node.arg))
        : call("at", asTyped(node.arg), name(node.dim), { kind: "text", value: node.member });
    case "interpolate":
      return call(
        "interpolate",
        asTyped(node.arg),
        name(node.dim),
        ...[node.positions, node.at, node.where].map(asTyped),
      );
  }
}

function name(id: string): Parsed {
  return { kind: "name", name: id };
}

function call(fn: string, ...args: readonly Parsed[]): Parsed {
  return { kind: "call", fn, args };
}
