/** Draw programs written by hand, and random ones of every instruction, for tests of the machines that run them. */
import fc from "fast-check";
import { OP } from "../../../../../models/language/draws/program.ts";
import type { DrawProgram } from "../../../../../models/language/draws/program.ts";
import type { DrawMachine } from "../../../../../models/language/draws/machine.ts";

type Operation = keyof typeof OP;
/** An instruction by name, then its words. Numbers are given as they are, wrapped: `[0.5]`. */
export type Written = readonly [Operation, ...(number | readonly [number])[]];

/** A program of so many columns and series. Constants have the rows after the columns. */
export function programOf(
  columns: number,
  constants: readonly number[],
  rows: number,
  series: number,
  written: readonly Written[],
): DrawProgram {
  const numbers: number[] = [];
  const code = written.flatMap(([operation, ...words]) => [
    OP[operation],
    ...words.map((word) => (typeof word === "number" ? word : numbers.push(word[0]) - 1)),
  ]);
  return {
    columns,
    constants: Float64Array.from(constants),
    rows,
    code: Int32Array.from(code),
    numbers: Float64Array.from(numbers),
    series,
  };
}

/** Results of a program for columns of equal length, run by tiles of `tile` draws: series by series. */
export function resultsOf(
  machine: DrawMachine,
  program: DrawProgram,
  columns: readonly (readonly number[])[],
  tile: number,
): number[][] {
  const draws = (columns[0] as readonly number[]).length;
  const store = machine.openResults(program.series, draws);
  const loaded = machine.load(program, tile, store);
  for (let from = 0; from < draws; from += tile) {
    const count = Math.min(tile, draws - from);
    loaded.columns.forEach((row, i) => row.set((columns[i] as readonly number[]).slice(from, from + count)));
    loaded.run(count, from);
  }
  loaded.close();
  return Array.from({ length: program.series }, (_, s) => [...store.values.subarray(s * draws, (s + 1) * draws)]);
}

const COLUMNS = 3;
const CONSTANTS = 2;
const ROWS = 9;
const FIRST_WRITTEN = COLUMNS + CONSTANTS;

/** Numbers of every kind, often alike, often of a size that models have. */
const value = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -4, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 2 ** -1074, 1.7e308, -1e-310, 0.5, 2.5, -1.5),
  },
  { weight: 1, arbitrary: fc.double() },
);
const row = fc.nat({ max: ROWS - 1 });
const to = fc.integer({ min: FIRST_WRITTEN, max: ROWS - 1 });
const number = fc.tuple(value);

const OF_ONE = ["reciprocal", "exp", "log", "sqrt", "abs", "floor", "ceil", "not"] as const;
const OF_TWO = [
  "pow",
  "min",
  "max",
  "ratio",
  "divide",
  "equal",
  "unequal",
  "smaller",
  "larger",
  "smallerEqual",
  "largerEqual",
  "and",
  "or",
  "poisson",
] as const;

/** An instruction of `n` operands, each of the words given. */
function repeated(
  operation: Operation,
  most: number,
  least: number,
  before: (n: number) => fc.Arbitrary<readonly (number | readonly [number])[]>,
  words: fc.Arbitrary<readonly (number | readonly [number])[]>,
): fc.Arbitrary<Written> {
  return fc
    .integer({ min: least, max: most })
    .chain((n) => fc.tuple(before(n), fc.array(words, { minLength: n, maxLength: n })))
    .map(([head, tail]): Written => [operation, ...head, ...tail.flat()]);
}

const instruction: fc.Arbitrary<Written> = fc.oneof(
  fc.tuple(fc.constantFrom(...OF_ONE), to, row).map((words): Written => words),
  fc.tuple(fc.constantFrom(...OF_TWO), to, row, row).map((words): Written => words),
  fc.tuple(fc.constant("round" as const), to, row, fc.integer({ min: -2, max: 5 })).map((words): Written => words),
  fc.tuple(fc.constant("power" as const), to, row, fc.integer({ min: 2, max: 64 })).map((words): Written => words),
  fc.tuple(fc.constant("select" as const), to, row, row, row).map((words): Written => words),
  repeated("linear", 9, 1, (n) => fc.tuple(to, fc.constant(n), number), fc.tuple(number, row)),
  repeated("product", 5, 2, (n) => fc.tuple(to, fc.constant(n)), fc.tuple(row)),
  repeated("products", 5, 1, (n) => fc.tuple(to, fc.constant(n), number), fc.tuple(number, row, row)),
  repeated("interpolate", 4, 1, (n) => fc.tuple(to, row, fc.constant(n)), fc.tuple(row, row, row)),
);

export interface RandomRun {
  readonly program: DrawProgram;
  readonly columns: readonly (readonly number[])[];
  readonly tile: number;
}

/** Programs of up to a dozen instructions that then store every row, over 1 to 40 draws, by tiles of any size. */
export const randomRuns: fc.Arbitrary<RandomRun> = fc
  .integer({ min: 1, max: 40 })
  .chain((draws) =>
    fc.record({
      constants: fc.array(value, { minLength: CONSTANTS, maxLength: CONSTANTS }),
      instructions: fc.array(instruction, { minLength: 1, maxLength: 12 }),
      columns: fc.array(fc.array(value, { minLength: draws, maxLength: draws }), {
        minLength: COLUMNS,
        maxLength: COLUMNS,
      }),
      tile: fc.integer({ min: 1, max: draws + 3 }),
    }),
  )
  .map(({ constants, instructions, columns, tile }) => {
    // Rows are given a value before they are read: those of a program that runs tile after tile may hold anything.
    const before = Array.from({ length: ROWS - FIRST_WRITTEN }, (_, i): Written => [
      "linear",
      FIRST_WRITTEN + i,
      1,
      [i],
      [1],
      i % COLUMNS,
    ]);
    const after = Array.from({ length: ROWS }, (_, r): Written => ["store", r, r]);
    const program = programOf(COLUMNS, constants, ROWS, ROWS, [...before, ...instructions, ...after]);
    return { program, columns, tile };
  });
