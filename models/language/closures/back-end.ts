/**
 * The back end without generated code, for surroundings that allow none (a content security policy, a locked-down
 * runtime). It works block by block of cells, so that a closure is called once for hundreds of cells.
 */
import type { BackEnd, Kernel, Layout } from "../back-end.ts";
import type { Statement } from "../plan.ts";
import { CellByCell, Registers } from "./cell-by-cell.ts";
import { Nest } from "./nest.ts";
import { rootWork } from "./roots.ts";

export const closureBackEnd: BackEnd = {
  kind: "closures",
  kernels(statements, layout) {
    const registers = new Registers();
    return statements.map((statement) => closureKernel(statement, layout, registers));
  },
};

type Prepared = (b: readonly Float64Array[], m: Int32Array, from: number) => void;

/** A kernel that prepares its closures when the sizes, or the number of years at a time, are new. */
function closureKernel(statement: Statement, layout: Layout, registers: Registers): Kernel {
  let sizes = new Int32Array(0);
  let span = -1;
  let prepared: Prepared | null = null;
  return (n, b, m, from, to) => {
    if (prepared === null || span !== to - from || !sameSizes(sizes, n)) {
      sizes = n.slice();
      span = to - from;
      prepared = prepare(statement, layout, registers, sizes, span);
    }
    prepared(b, m, from);
  };
}

function prepare(
  { id, dims, root }: Statement,
  layout: Layout,
  registers: Registers,
  sizes: Int32Array,
  span: number,
): Prepared {
  const nest = new Nest(layout, sizes, span, dims, root.kind === "reduce" ? root.over : []);
  const work = rootWork(root, nest, new CellByCell(layout, nest, registers), nest.writes(id), layout, sizes);
  return (b, m, from) => nest.walk(b, m, from, work);
}

function sameSizes(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}
