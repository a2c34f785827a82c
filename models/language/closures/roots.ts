/** What a statement does with a block of cells at its root: store it, add it up, run along the years, look up. */
import type { Layout } from "../back-end.ts";
import type { Expression, Reduction } from "../expression.ts";
import { YEAR } from "../model.ts";
import { nameOf } from "./cell-by-cell.ts";
import type { CellByCell } from "./cell-by-cell.ts";
import type { Nest, Operand } from "./nest.ts";

/** Works out the block of that number. */
export type BlockWork = (block: number) => void;

/** One statement's root, of any kind, written to `out`. */
export function rootWork(
  root: Expression,
  nest: Nest,
  cells: CellByCell,
  out: Operand,
  layout: Layout,
  sizes: Int32Array,
): BlockWork {
  switch (root.kind) {
    case "reduce":
      return reduction(
        root,
        nest,
        cells,
        out,
        root.over.reduce((n, dim) => n * (sizes[layout.dimension(dim)] as number), 1),
      );
    case "scan":
      return scan(root, nest, cells, out);
    case "highest":
      return highest(root, nest, cells, out);
    case "interpolate":
      return interpolation(root, nest, cells, out, sizes[layout.dimension(root.dim)] as number);
    default: {
      const work = cells.work(root, 0);
      const value = cells.register(0);
      const { offsets } = out;
      return () => {
        work();
        const { values, base } = out;
        for (let i = 0; i < nest.cells; i++) values[base + (offsets[i] as number)] = value[i] as number;
      };
    }
  }
}

type Gather = (so: number, value: Float64Array, first: number, end: number) => number;

const sumUp: Gather = (so, value, first, end) => {
  let total = so;
  for (let i = first; i < end; i++) total += value[i] as number;
  return total;
};
const GATHER: Readonly<Record<Reduction, Gather>> = {
  sum: sumUp,
  mean: sumUp,
  prod: (so, value, first, end) => {
    let total = so;
    for (let i = first; i < end; i++) total *= value[i] as number;
    return total;
  },
  min: (so, value, first, end) => {
    let least = so;
    for (let i = first; i < end; i++) least = Math.min(least, value[i] as number);
    return least;
  },
  max: (so, value, first, end) => {
    let most = so;
    for (let i = first; i < end; i++) most = Math.max(most, value[i] as number);
    return most;
  },
};
const START: Readonly<Record<Reduction, number>> = { sum: 0, mean: 0, prod: 1, min: Infinity, max: -Infinity };

/** `count`: cells of a group. A group lies in one block, or in several that follow each other. */
function reduction(
  { fn, arg }: Expression & { kind: "reduce" },
  nest: Nest,
  cells: CellByCell,
  out: Operand,
  count: number,
): BlockWork {
  const work = cells.work(arg, 0);
  const value = cells.register(0);
  const gather = GATHER[fn];
  const { groups, cellsOfGroup, blocksOfGroup } = nest;
  const { offsets } = out;
  let carried = START[fn];
  return (block) => {
    work();
    const begins = block % blocksOfGroup === 0;
    const ends = (block + 1) % blocksOfGroup === 0;
    for (let group = 0; group < groups; group++) {
      const first = group * cellsOfGroup;
      carried = gather(begins ? START[fn] : carried, value, first, first + cellsOfGroup);
      if (ends) out.values[out.base + (offsets[group] as number)] = fn === "mean" ? carried / count : carried;
    }
  };
}

/** Along the years from the first: the year before is already in `out`, from this block, an earlier one or an earlier call. */
function scan({ fn, arg }: Expression & { kind: "scan" }, nest: Nest, cells: CellByCell, out: Operand): BlockWork {
  const work = cells.work(arg, 0);
  const value = cells.register(0);
  const { years } = nest;
  const { offsets, stride } = out;
  return () => {
    work();
    const { values, base } = out;
    for (let i = 0; i < nest.cells; i++) {
      const place = base + (offsets[i] as number);
      const here = value[i] as number;
      const later = (years[i] as number) + nest.firstYear > 0;
      const last = values[place - stride] as number;
      if (fn === "cumsum") values[place] = (later ? last : 0) + here;
      else if (fn === "cumprod") values[place] = (later ? last : 1) * here;
      else values[place] = later ? Math.max(last, here) : here;
    }
  };
}

function highest(root: Expression & { kind: "highest" }, nest: Nest, cells: CellByCell, out: Operand): BlockWork {
  const work = cells.work(root.years, 0);
  const window = cells.register(0);
  const arg = nest.reads({ name: nameOf(root.arg), along: YEAR });
  return () => {
    work();
    for (let i = 0; i < nest.cells; i++) {
      const year = (nest.years[i] as number) + nest.firstYear;
      const place = arg.base + (arg.offsets[i] as number);
      let top = -Infinity;
      for (let y = Math.max(0, year - Math.floor(window[i] as number)); y <= year; y++)
        top = Math.max(top, arg.values[place + y * arg.stride] as number);
      out.values[out.base + (out.offsets[i] as number)] = top;
    }
  };
}

/** `count`: members of the dimension that the curve runs along. */
function interpolation(
  root: Expression & { kind: "interpolate" },
  nest: Nest,
  cells: CellByCell,
  out: Operand,
  count: number,
): BlockWork {
  const work = cells.work(root.at, 0);
  const wanted = cells.register(0);
  const along = (node: Expression): Operand => nest.reads({ name: nameOf(node), along: root.dim });
  const [curve, positions, where] = [along(root.arg), along(root.positions), along(root.where)];
  const at = (operand: Operand, cell: number, j: number): number =>
    operand.values[operand.base + (operand.offsets[cell] as number) + j * operand.stride] as number;
  return () => {
    work();
    for (let i = 0; i < nest.cells; i++) {
      const x = wanted[i] as number;
      let [below, above, positionBelow, positionAbove] = [-1, -1, 0, 0];
      for (let j = 0; j < count; j++) {
        if (!(at(where, i, j) > 0)) continue;
        const position = at(positions, i, j);
        if (position <= x && (below < 0 || position > positionBelow)) [below, positionBelow] = [j, position];
        if (position >= x && (above < 0 || position < positionAbove)) [above, positionAbove] = [j, position];
      }
      const low = below < 0 ? 0 : at(curve, i, below);
      const high = above < 0 ? 0 : at(curve, i, above);
      out.values[out.base + (out.offsets[i] as number)] =
        below < 0
          ? high
          : above < 0 || positionBelow === positionAbove
            ? low
            : low + (high - low) * ((x - positionBelow) / (positionAbove - positionBelow));
    }
  };
}
