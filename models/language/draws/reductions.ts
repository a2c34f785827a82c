/**
 * Dimensions removed from drawn blocks. A sum goes dimension by dimension: first those along which only numbers differ
 * (they are added up here and now), then the longest. Factors that do not run along the dimension stay outside the sum, and
 * equal rows are added up to one term, so a sum of products costs what its differing factors cost and no more.
 */
import type { Reduction } from "../expression.ts";
import type { NamedArray } from "../named-array.ts";
import type { BlockWork } from "./block-work.ts";
import { allDims, constantBlock, rowDims, union } from "./drawn-block.ts";
import type { DrawnBlock, RowBlock } from "./drawn-block.ts";
import { OP } from "./program.ts";
import { ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";

export function reduceBlock(work: BlockWork, fn: Reduction, block: DrawnBlock, over: readonly string[]): DrawnBlock {
  if (fn === "sum") return sum(work, block, over);
  if (fn === "mean") return work.scale(sum(work, block, over), 1 / work.shapes.cells(over));
  return fold(work, fn, block, over);
}

function sum(work: BlockWork, block: DrawnBlock, over: readonly string[]): DrawnBlock {
  const drawn = rowDims(block);
  const plain = over.filter((dim) => !drawn.includes(dim));
  const rest = over.filter((dim) => drawn.includes(dim)).toSorted((a, b) => work.shapes.size(b) - work.shapes.size(a));
  const numbers = sumNumbers(work, block.coefficient, plain);
  if (plain.length > 0 && drawn.length > 0) {
    const count = work.shapes.cells(union(numbers.dims, drawn));
    noteSum(work, plain, count * work.shapes.cells(plain), count, []);
  }
  return rest.reduce((left, dim) => sumAlong(work, left, dim), { ...block, coefficient: numbers });
}

function noteSum(
  work: BlockWork,
  over: readonly string[],
  termsWritten: number,
  termsLeft: number,
  outside: readonly (readonly string[])[],
  once = true,
): void {
  const { journal } = work;
  journal?.sums.push({ owner: journal.owner, over, once, termsWritten, termsLeft, outside });
}

/** Terms of the sums that a block's rows are, each row once. */
function termsOf({ graph }: BlockWork, block: DrawnBlock): number {
  const rows = new Set(block.factors.flatMap((factor) => [...factor.rows]));
  return [...rows].reduce((sum, row) => sum + (graph.op(row) === OP.linear ? graph.argCount(row) : 0), 0);
}

/** Numbers added up along dimensions; along one that they do not have, each counts as often as there are members. */
function sumNumbers(work: BlockWork, block: NamedArray, over: readonly string[]): NamedArray {
  const times = work.shapes.cells(over.filter((dim) => !block.dims.includes(dim)));
  const removed = over.filter((dim) => block.dims.includes(dim));
  const dims = block.dims.filter((dim) => !removed.includes(dim));
  if (removed.length === 0) return times === 1 ? block : { dims, values: block.values.map((x) => x * times) };
  const values = new Float64Array(work.shapes.cells(dims));
  const at = work.shapes.places(dims, block.dims);
  for (let i = 0; i < block.values.length; i++) {
    const place = at[i] as number;
    values[place] = (values[place] as number) + (block.values[i] as number);
  }
  return times === 1 ? { dims, values } : { dims, values: values.map((x) => x * times) };
}

function sumAlong(work: BlockWork, block: DrawnBlock, dim: string): DrawnBlock {
  const outside = block.factors.filter((factor) => !factor.dims.includes(dim));
  const inside = work.rows({ ...block, factors: block.factors.filter((factor) => factor.dims.includes(dim)) });
  if (inside === null) return { ...block, coefficient: sumNumbers(work, block.coefficient, [dim]) };
  const dims = union(inside.dims, block.coefficient.dims).filter((one) => one !== dim);
  const summed = sumRows(work, block.coefficient, inside, dims, [dim]);
  if (work.journal !== null) {
    const written = work.shapes.cells(union(allDims(block)));
    const left = termsOf(work, summed);
    noteSum(
      work,
      [dim],
      written,
      left,
      outside.map((factor) => factor.dims),
      false,
    );
  }
  return { coefficient: summed.coefficient, factors: [...outside, ...summed.factors] };
}

/** Terms number times row along `over`, added up for each cell of `dims`. */
function sumRows(
  work: BlockWork,
  numbers: NamedArray,
  rows: RowBlock,
  dims: readonly string[],
  over: readonly string[],
): DrawnBlock {
  const { shapes, graph } = work;
  const atNumber = shapes.places(numbers.dims, [...dims, ...over]);
  const atRow = shapes.places(rows.dims, [...dims, ...over]);
  const terms = shapes.cells(over);
  const values = new Float64Array(shapes.cells(dims));
  const results = new Int32Array(values.length);
  const termRows = new Int32Array(terms);
  const termNumbers = new Float64Array(terms);
  const { seen, place } = work.termsOfRows();
  for (let cell = 0; cell < values.length; cell++) {
    const mark = work.nextMark();
    let start = 0;
    let count = 0;
    for (let i = cell * terms; i < (cell + 1) * terms; i++) {
      const number = numbers.values[atNumber[i] as number] as number;
      const row = rows.rows[atRow[i] as number] as number;
      if (row === ONE) start += number;
      else if (number === 0) continue;
      else if (seen[row] === mark)
        termNumbers[place[row] as number] = (termNumbers[place[row] as number] as number) + number;
      else {
        seen[row] = mark;
        place[row] = count;
        termRows[count] = row;
        termNumbers[count++] = number;
      }
    }
    if (count === 0) values[cell] = start;
    else if (count === 1 && start === 0) {
      values[cell] = termNumbers[0] as number;
      results[cell] = termRows[0] as number;
    } else {
      values[cell] = 1;
      results[cell] = graph.linear(start, termNumbers, termRows, count);
    }
  }
  const coefficient = { dims, values };
  return results.some((row) => row !== ONE)
    ? { coefficient, factors: [{ dims, rows: results }] }
    : constantBlock(coefficient);
}

/** Products, smallest and largest along dimensions. */
function fold(work: BlockWork, fn: "prod" | "min" | "max", block: DrawnBlock, over: readonly string[]): DrawnBlock {
  const { shapes, graph, cells } = work;
  const dims = allDims(block).filter((dim) => !over.includes(dim));
  const every = [...dims, ...over];
  const numbers = block.coefficient.values;
  const atNumber = shapes.places(block.coefficient.dims, every);
  const drawn = work.rows(block);
  const atRow = drawn === null ? atNumber : shapes.places(drawn.dims, every);
  const members = shapes.cells(over);
  const values = new Float64Array(shapes.cells(dims));
  const results = new Int32Array(values.length);
  const factors = new Int32Array(members);
  for (let cell = 0; cell < values.length; cell++) {
    let count = 0;
    let product = 1;
    cells.set(fn === "min" ? Infinity : -Infinity, ONE);
    for (let i = cell * members; i < (cell + 1) * members; i++) {
      const number = numbers[atNumber[i] as number] as number;
      const row = drawn === null || number === 0 ? ONE : (drawn.rows[atRow[i] as number] as number);
      if (fn !== "prod") cells[fn](cells.coefficient, cells.row, number, row);
      else {
        product *= number;
        if (row !== ONE) factors[count++] = row;
      }
    }
    if (fn === "prod") cells.set(product, product === 0 ? ONE : productOf(graph, factors, count));
    values[cell] = cells.coefficient;
    results[cell] = cells.row;
  }
  const coefficient = { dims, values };
  return results.some((row) => row !== ONE)
    ? { coefficient, factors: [{ dims, rows: results }] }
    : constantBlock(coefficient);
}

function productOf(graph: RowGraph, factors: Int32Array, count: number): number {
  if (count === 0) return ONE;
  return count === 1 ? (factors[0] as number) : graph.apply(OP.product, factors, count);
}
