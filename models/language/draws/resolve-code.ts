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
  highest: "wrn(r)",
  interpolate: "wrn(rrr)",
  divide: "wrr",
};

/** Names and forms by operation code: the words once, then the words in brackets. */
const NAMES: string[] = [];
const ONCE: string[] = [];
const AGAIN: string[] = [];
for (const [name, code] of Object.entries(OP)) {
  const [once, again = ""] = FORMS[name as keyof typeof OP].split(/[()]/) as [string, string?];
  NAMES[code] = name;
  ONCE[code] = once;
  AGAIN[code] = again;
}

/** Lowest and highest value of a word of a kind, both whole. */
type Ranges = Readonly<Record<string, readonly [low: number, high: number]>>;

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
  const ranges: Ranges = {
    w: [columns + constants.length, rows - 1],
    r: [0, rows - 1],
    "#": [0, numbers.length - 1],
    s: [0, series - 1],
    d: [-400, 400],
    p: [2, 64],
    n: [1, code.length],
  };
  const { firstRow, rowStep, firstNumber, numberStep } = places;
  const resolved = new Int32Array(code.length);
  let at = 0;
  let count = 0;
  const take = (kinds: string, name: string): void => {
    for (let i = 0; i < kinds.length; i++, at++) {
      const kind = kinds[i] as string;
      const word = code[at] as number;
      const [low, high] = ranges[kind] as readonly [number, number];
      if (at >= code.length || word < low || word > high) refuse(at, name, at >= code.length, word, low, high);
      if (kind === "n") count = word;
      if (kind === "r" || kind === "w") resolved[at] = firstRow + word * rowStep;
      else resolved[at] = kind === "#" ? firstNumber + word * numberStep : word;
    }
  };
  while (at < code.length) {
    const operation = code[at] as number;
    const name = NAMES[operation];
    if (name === undefined) return refuse(at, "operation", false, operation, 0, NAMES.length - 1);
    resolved[at++] = operation;
    take(ONCE[operation] as string, name);
    const again = AGAIN[operation] as string;
    if (again !== "") for (let i = count; i > 0; i--) take(again, name);
  }
  return resolved;
}

function refuse(at: number, name: string, ended: boolean, word: number, low: number, high: number): never {
  const found = ended ? "missing" : String(word);
  throw new RangeError(
    `Word ${at} of a draw program (${name}) is ${found}. Give a whole number from ${low} to ${high}.`,
  );
}
