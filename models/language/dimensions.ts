/**
 * Third pass: which dimensions a formula has. Operands combine by dimension name; a reduction removes the ones it names.
 * A formula may have fewer dimensions than its variable (the value then stands for every member), never others.
 */
import { partsOf } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { YEAR } from "./model.ts";

/** Dimensions of a block by id; every name in a checked formula has them. */
export type DimensionsOf = (name: string) => readonly string[];

/** The dimensions of an expression, in order of first appearance. Throws FormulaError where a function cannot apply. */
export function dimensionsOf(node: Expression, of: DimensionsOf): readonly string[] {
  if (node.kind === "number") return [];
  if (node.kind === "name") return of(node.name);
  const parts = partsOf(node).map((part) => dimensionsOf(part, of));
  const own = parts[0] ?? [];
  switch (node.kind) {
    case "reduce":
      for (const dim of node.over) need(own, dim, `${node.fn}(…, ${dim})`);
      return own.filter((dim) => !node.over.includes(dim));
    case "pick":
      need(own, node.dim, node.member === null ? "baseYear(…)" : `…[${node.dim} = "${node.member}"]`);
      return own.filter((dim) => dim !== node.dim);
    case "scan":
      need(own, YEAR, `${node.fn}(…)`);
      return own;
    case "lag":
      need(own, YEAR, "lag(…)");
      return union(parts);
    case "highest":
      need(own, YEAR, "highest(…)");
      return union(parts);
    case "interpolate":
      need(own, node.dim, `interpolate(…, ${node.dim}, …)`);
      need(parts[1] ?? [], node.dim, `the positions of interpolate(…, ${node.dim}, …)`);
      return interpolated(parts, node.dim);
    default:
      return union(parts);
  }
}

/** Checks a variable's formula against the dimensions it declares. Throws FormulaError saying what to add. */
export function checkDimensions(declared: readonly string[], node: Expression, of: DimensionsOf, id: string): void {
  const left = dimensionsOf(node, of).filter((dim) => !declared.includes(dim));
  if (left.length === 0) return;
  const has = declared.length === 0 ? "no dimensions" : `dimensions ${declared.join(", ")}`;
  throw new FormulaError(
    "formula.dimensions",
    `${id} has ${has}; this formula also leaves ${left.join(", ")}: add sum(…, ${left.join(", ")}) or another way to remove ${left.length === 1 ? "it" : "them"}.`,
  );
}

/** The position asked for keeps its dimensions; the curve it is read from gives up the one it runs along. */
function interpolated(parts: readonly (readonly string[])[], dim: string): readonly string[] {
  const [curve, positions, at, where] = parts;
  const along = [curve ?? [], positions ?? [], where ?? []].map((dims) => dims.filter((name) => name !== dim));
  return union([...along, at ?? []]);
}

function need(dims: readonly string[], dim: string, where: string): void {
  if (dims.includes(dim)) return;
  const has = dims.length === 0 ? "no dimensions" : dims.join(", ");
  throw new FormulaError("formula.dimensions", `${where} needs a figure with dimension ${dim}; this one has ${has}.`);
}

function union(parts: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(parts.flat())];
}
