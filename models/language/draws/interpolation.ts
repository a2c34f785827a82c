/** A figure read between the members of a dimension, where the figure or the position differs from draw to draw. */
import type { BlockWork } from "./block-work.ts";
import { allDims, isConstant, union } from "./drawn-block.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import { OP } from "./program.ts";
import { ONE } from "./row-graph.ts";

export interface Curve {
  /** The figure, the positions of the members, and which of them count (above 0): each with the dimension, or for all members. */
  readonly arg: DrawnBlock;
  readonly positions: DrawnBlock;
  readonly where: DrawnBlock;
  /** Where it is read. */
  readonly at: DrawnBlock;
}

export function interpolateBlock(work: BlockWork, dim: string, curve: Curve): DrawnBlock {
  const { shapes, graph, cells } = work;
  const { arg, positions, where, at } = curve;
  const along = union(allDims(arg), allDims(positions), allDims(where)).filter((one) => one !== dim);
  const dims = union(along, allDims(at));
  const members = shapes.size(dim);
  const curveDims = [...along, dim];
  const [points, values, counts] = [positions, arg, where].map((block) => work.spread(block, curveDims)) as [
    ReturnType<BlockWork["spread"]>,
    ReturnType<BlockWork["spread"]>,
    ReturnType<BlockWork["spread"]>,
  ];
  const read = work.spread(at, dims);
  const plain = [arg, positions, where, at].every(isConstant);
  const curveAt = shapes.places(along, dims);
  const result = new Float64Array(shapes.cells(dims)).fill(1);
  const rows = new Int32Array(result.length);
  const args = new Int32Array(1 + 3 * members);
  const rowOf = (block: { values: Float64Array; rows: Int32Array | null }, i: number): number =>
    cells.scaled(block.values[i] as number, block.rows === null ? ONE : (block.rows[i] as number));

  for (let cell = 0; cell < result.length; cell++) {
    const start = (curveAt[cell] as number) * members;
    if (plain) {
      result[cell] = between(points.values, values.values, counts.values, start, members, read.values[cell] as number);
      continue;
    }
    args[0] = rowOf(read, cell);
    for (let j = 0; j < members; j++) {
      args[1 + 3 * j] = rowOf(points, start + j);
      args[2 + 3 * j] = rowOf(values, start + j);
      args[3 + 3 * j] = rowOf(counts, start + j);
    }
    rows[cell] = graph.apply(OP.interpolate, args, args.length);
  }
  return { coefficient: { dims, values: result }, factors: plain ? [] : [{ dims, rows }] };
}

/** `values` at position `x`, on a line between the positions that count, flat beyond the first and last. */
function between(
  positions: Float64Array,
  values: Float64Array,
  counts: Float64Array,
  start: number,
  members: number,
  x: number,
): number {
  let low = -1;
  let high = -1;
  for (let j = start; j < start + members; j++) {
    if (!((counts[j] as number) > 0)) continue;
    const position = positions[j] as number;
    if (position <= x && (low < 0 || position > (positions[low] as number))) low = j;
    if (position >= x && (high < 0 || position < (positions[high] as number))) high = j;
  }
  if (low < 0) return high < 0 ? 0 : (values[high] as number);
  const [below, above] = [positions[low] as number, high < 0 ? NaN : (positions[high] as number)];
  if (high < 0 || below === above) return values[low] as number;
  return (
    (values[low] as number) + ((values[high] as number) - (values[low] as number)) * ((x - below) / (above - below))
  );
}
