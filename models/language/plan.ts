/**
 * Fourth pass: formulas to statements, each of which is one nest of loops. A reduction, scan or window inside a larger
 * expression becomes a statement of its own, worked out once and shared by every formula that writes the same thing.
 */
import { dimensionsOf } from "./dimensions.ts";
import type { DimensionsOf } from "./dimensions.ts";
import { partsOf } from "./expression.ts";
import type { Expression } from "./expression.ts";

/** A variable whose formula has been checked. */
export interface CheckedVariable {
  readonly id: string;
  readonly dims: readonly string[];
  readonly expression: Expression;
}

/** One block to work out. Only its root may be a reduction, scan, window or interpolation; the rest is cell by cell. */
export interface Statement {
  /** The variable's id, or a made-up one ("~1") for a part of a formula. */
  readonly id: string;
  /** The variable whose formula first needed it. */
  readonly owner: string;
  readonly dims: readonly string[];
  readonly root: Expression;
}

export interface Plan {
  readonly statements: readonly Statement[];
  /** Dimensions of every input and statement. */
  readonly dims: ReadonlyMap<string, readonly string[]>;
}

/** `inputs` gives the dimensions of the declared inputs; `dimensionOrder` the model's own order, used for parts. */
export function planStatements(
  variables: readonly CheckedVariable[],
  inputs: ReadonlyMap<string, readonly string[]>,
  dimensionOrder: readonly string[],
): Plan {
  const dims = new Map(inputs);
  for (const variable of variables) dims.set(variable.id, variable.dims);
  const of: DimensionsOf = (name) => dims.get(name) ?? [];
  const statements: Statement[] = [];
  const shared = new Map<string, string>();

  function part(node: Expression, owner: string): Expression {
    const root = shape(node, owner);
    const key = JSON.stringify(root);
    let id = shared.get(key);
    if (id === undefined) {
      id = `~${shared.size + 1}`;
      shared.set(key, id);
      const found = dimensionsOf(root, of);
      const ordered = dimensionOrder.filter((dim) => found.includes(dim));
      dims.set(id, ordered);
      statements.push({ id, owner, dims: ordered, root });
    }
    return { kind: "name", name: id };
  }

  /** A block that is read at other cells than its own must be stored: a name already is. */
  const stored = (node: Expression, owner: string): Expression => (node.kind === "name" ? node : part(node, owner));

  /** The node with its arguments made ready, itself left in place. */
  function shape(node: Expression, owner: string): Expression {
    const cell = (inner: Expression): Expression => byCell(inner, owner);
    switch (node.kind) {
      case "reduce":
      case "scan":
        return { ...node, arg: cell(node.arg) };
      case "highest":
        return { ...node, arg: stored(node.arg, owner), years: cell(node.years) };
      case "interpolate":
        return {
          ...node,
          arg: stored(node.arg, owner),
          positions: stored(node.positions, owner),
          at: cell(node.at),
          where: stored(node.where, owner),
        };
      default:
        return cell(node);
    }
  }

  function byCell(node: Expression, owner: string): Expression {
    const cell = (inner: Expression): Expression => byCell(inner, owner);
    switch (node.kind) {
      case "number":
      case "name":
        return node;
      case "unary":
        return { ...node, arg: cell(node.arg) };
      case "binary":
        return { ...node, left: cell(node.left), right: cell(node.right) };
      case "choice":
        return { ...node, test: cell(node.test), yes: cell(node.yes), no: cell(node.no) };
      case "call":
        return { ...node, args: node.args.map(cell) };
      case "lag":
        return { ...node, arg: stored(node.arg, owner), before: cell(node.before) };
      case "pick":
        return { ...node, arg: stored(node.arg, owner) };
      default:
        return part(node, owner);
    }
  }

  for (const variable of variables) {
    const { id, expression } = variable;
    // A total that is repeated along a dimension it removes is worked out once, apart.
    const repeated = expression.kind === "reduce" && expression.over.some((dim) => variable.dims.includes(dim));
    const root = repeated ? part(expression, id) : shape(expression, id);
    statements.push({ id, owner: id, dims: variable.dims, root });
  }
  return { statements, dims };
}

/** What a statement reads. `lagged` is true when every reading is of an earlier year. */
export function readsOf(statement: Statement): readonly { readonly name: string; readonly lagged: boolean }[] {
  const reads = new Map<string, boolean>();
  function visit(node: Expression, lagged: boolean): void {
    if (node.kind === "name") {
      reads.set(node.name, (reads.get(node.name) ?? true) && lagged);
      return;
    }
    if (node.kind === "lag") {
      visit(node.arg, true);
      visit(node.before, lagged);
      return;
    }
    for (const inner of partsOf(node)) visit(inner, lagged);
  }
  visit(statement.root, false);
  return [...reads].map(([name, lagged]) => ({ name, lagged }));
}
