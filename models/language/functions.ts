/** The closed list of functions, and what a spreadsheet calls them. */
import type { CellFunction, Reduction, Scan } from "./expression.ts";

export const REDUCTIONS: ReadonlySet<string> = new Set<Reduction>(["sum", "mean", "prod", "min", "max"]);
export const SCANS: ReadonlySet<string> = new Set<Scan>(["cumsum", "cumprod", "cummax"]);
/** Functions of one cell, with the fewest and most arguments. */
export const CELL_FUNCTIONS: ReadonlyMap<string, readonly [number, number]> = new Map<
  CellFunction,
  readonly [number, number]
>([
  ["min", [2, 20]],
  ["max", [2, 20]],
  ["exp", [1, 1]],
  ["log", [1, 1]],
  ["sqrt", [1, 1]],
  ["abs", [1, 1]],
  ["floor", [1, 1]],
  ["ceil", [1, 1]],
  ["round", [1, 2]],
  ["clamp", [3, 3]],
  ["ratio", [2, 2]],
]);

/** Days of each financial year, `days(year)`. A figure may have this name: only the brackets make it a function. */
export const DAYS = "days";

const OWN_NAMES = [
  ...CELL_FUNCTIONS.keys(),
  "sum",
  "mean",
  "prod",
  ...SCANS,
  "lag",
  "highest",
  "at",
  "baseYear",
  "interpolate",
];
export const FUNCTION_NAMES: readonly string[] = [...OWN_NAMES, DAYS];
/** Ids that no variable, input or dimension may have. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([...OWN_NAMES, "and", "or", "not"]);

/** Functions of spreadsheets that are written in another way here. */
const SPREADSHEET: ReadonlyMap<string, string> = new Map([
  ["if", "test ? this : that"],
  ["iferror", "ratio(a, b), which is 0 where b is 0"],
  ["ifs", "test ? this : test ? this : that"],
  ["sumif", "sum(test ? x : 0, dimension)"],
  ["sumifs", "sum(test ? x : 0, dimension)"],
  ["sumproduct", "sum(a * b, dimension)"],
  ["product", "prod(x, dimension)"],
  ["average", "mean(x, dimension)"],
  ["ln", "log(x), which is the natural logarithm"],
  ["log10", "log(x) / log(10)"],
  ["power", "x ^ y"],
  ["pow", "x ^ y"],
  ["roundup", "ceil(x)"],
  ["ceiling", "ceil(x)"],
  ["rounddown", "floor(x)"],
  ["int", "floor(x)"],
  ["trunc", "floor(x)"],
  ["vlookup", 'x[year = "2026/27"]'],
  ["hlookup", 'x[year = "2026/27"]'],
  ["xlookup", 'x[year = "2026/27"]'],
  ["index", 'x[year = "2026/27"]'],
  ["offset", "lag(x, 1)"],
]);

/** What to write for a spreadsheet's function; undefined where there is no such thing. */
export function insteadOf(fn: string): string | undefined {
  return SPREADSHEET.get(fn.toLowerCase());
}
