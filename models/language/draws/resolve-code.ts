/** Checks the code of a draw program, and turns the rows and numbers that it names into places in a machine's memory. */
import { OP } from "./program.ts";
import type { DrawProgram } from "./program.ts";

/** Places of a machine, in its own units: row r starts at `firstRow` + r `rowStep`, number i is at `firstNumber` + i `numberStep`. */
export interface MachinePlaces {
  readonly firstRow: number;
  readonly rowStep: number;
  readonly firstNumber: number;
  readonly numberStep: number;
}

/**
 * What follows each operation code: w a row that is written, r one that is read, # a number, s a series, d digits, p a
 * power, n how many times the words in brackets come.
 */
const FORMS: Readonly<Record<keyof typeof OP, string>> = {
  store: "sr",
  linear: "wn#(#r)",
  product: "wn(r)",
  products: "wn#(#rr)",
  reciprocal: "wr",
  exp: "wr",
  log: "wr",
  sqrt: "wr",
  abs: "wr",
  floor: "wr",
  ceil: "wr",
  round: "wrd",
  power: "wrp",
  pow: "wrr",
  min: "wrr",
  max: "wrr",
  ratio: "wrr",
  equal: "wrr",
  unequal: "wrr",
  smaller: "wrr",
  larger: "wrr",
  smallerEqual: "wrr",
  largerEqual: "wrr",
  and: "wrr",
  or: "wrr",
  not: "wr",
  select: "wrrr",
  interpolate: "wrn(rrr)",
  poisson: "wrr",
  divide: "wrr",
};

/** Kinds of word, by the number that stands for them below. */
const KINDS = "wr#sdpn";
const WRITTEN = KINDS.indexOf("w");
const READ = KINDS.indexOf("r");
const NUMBER = KINDS.indexOf("#");
const COUNT = KINDS.indexOf("n");

/** Names and forms by operation code: the kinds of the words that come once, then of those in brackets. */
const NAMES: string[] = [];
const ONCE: Int8Array[] = [];
const AGAIN: Int8Array[] = [];
for (const [name, code] of Object.entries(OP)) {
  const [once = "", again = ""] = FORMS[name as keyof typeof OP].split(/[()]/);
  NAMES[code] = name;
  ONCE[code] = Int8Array.from(once, (kind) => KINDS.indexOf(kind));
  AGAIN[code] = Int8Array.from(again, (kind) => KINDS.indexOf(kind));
}

/**
 * The code with every row and number replaced by its place in the machine; the other words stay. Throws RangeError, with
 * the word and what is allowed there, for code that is not as `OP` says or that writes where nothing may be written.
 */
export function resolveCode(program: DrawProgram, places: MachinePlaces): Int32Array {
  const { code, rows, columns, constants, numbers, series } = program;
  if (columns + constants.length > rows) {
    throw new RangeError(
      `A draw program of ${rows} rows has ${columns} columns and ${constants.length} constants. Give it more rows.`,
    );
  }
  // In the order of KINDS.
  const lowest = Int32Array.of(columns + constants.length, 0, 0, 0, -400, 2, 1);
  const highest = Int32Array.of(rows - 1, rows - 1, numbers.length - 1, series - 1, 400, 64, code.length);
  const { firstRow, rowStep, firstNumber, numberStep } = places;
  const resolved = new Int32Array(code.length);
  let at = 0;
  let count = 0;
  const take = (kinds: Int8Array, name: string): void => {
    for (let i = 0; i < kinds.length; i++, at++) {
      const kind = kinds[i] as number;
      const word = code[at] as number;
      const low = lowest[kind] as number;
      const high = highest[kind] as number;
      if (!(word >= low && word <= high)) refuse(at, name, word, low, high);
      if (kind === COUNT) count = word;
      if (kind === READ || kind === WRITTEN) resolved[at] = firstRow + word * rowStep;
      else resolved[at] = kind === NUMBER ? firstNumber + word * numberStep : word;
    }
  };
  while (at < code.length) {
    const operation = code[at] as number;
    const name = NAMES[operation];
    if (name === undefined) return refuse(at, "operation", operation, 0, NAMES.length - 1);
    resolved[at++] = operation;
    take(ONCE[operation] as Int8Array, name);
    const again = AGAIN[operation] as Int8Array;
    if (again.length > 0) for (let i = count; i > 0; i--) take(again, name);
  }
  return resolved;
}

function refuse(at: number, name: string, word: number | undefined, low: number, high: number): never {
  const found = word === undefined ? "missing" : String(word);
  throw new RangeError(
    `Word ${at} of a draw program (${name}) is ${found}. Give a whole number from ${low} to ${high}.`,
  );
}
