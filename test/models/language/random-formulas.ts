/** Formulas made at random from a seed: the same ones on every machine. */
import { GREEDY, HOSTILE, NOT_NUMBERS, TYPED } from "./refused-formulas.ts";

const NAMES = ["a", "b", "x", "stay", "price", "stock", "days"];
const NUMBERS = ["0", "1", "2", "0.5", "5%", "2.5 %", "100", "1e3", "1e-7", "9007199254740993", "1e308", ".5", "007"];
const FUNCTIONS = [
  "min",
  "max",
  "exp",
  "log",
  "sqrt",
  "abs",
  "floor",
  "ceil",
  "round",
  "clamp",
  "ratio",
  "sum",
  "mean",
].concat(["prod", "cumsum", "cumprod", "cummax", "lag", "highest", "at", "baseYear", "interpolate", "days"]);
const OUTSIDE = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "eval",
  "Function",
  "import",
  "evaluate",
  "parse",
]
  .concat([
    "createUnit",
    "config",
    "simplify",
    "derivative",
    "random",
    "unit",
    "f",
    "true",
    "null",
    "NaN",
    "Infinity",
    "i",
  ])
  .concat([
    "globalThis",
    "process",
    "require",
    "this",
    "arguments",
    "end",
    "mod",
    "to",
    "in",
    "xor",
    "$perCent",
    "acc",
  ]);
const DIMENSIONS = ["year", "area", "world", "__proto__"];
const MEMBERS = ["2026/27", "2028/29", "north", "south", "", "__proto__", "5%", "£"];
const SIGNS = [
  "+",
  "-",
  "*",
  "/",
  "^",
  "%",
  "==",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
  "and",
  "or",
  "?",
  ":",
  ",",
  "(",
  ")",
  "[",
  "]",
]
  .concat([
    "=",
    "!",
    ".",
    "'",
    '"',
    ";",
    "#",
    "&",
    "|",
    "~",
    "{",
    "}",
    "\\",
    "£",
    "×",
    "÷",
    "−",
    "–",
    "’",
    "\u200b",
    "\u0000",
  ])
  .concat([
    "\n",
    "\t",
    " ",
    "\u00a0",
    "\ud83d\ude00",
    "\ud800",
    "\u202e",
    "٣",
    "ａ",
    "é",
    "e\u0301",
    "<>",
    "**",
    "=>",
    "?.",
    "0x",
  ]);
const OPERATORS = ["+", "-", "*", "/", "*", "+", "^"];
const COMPARISONS = ["<", ">", "<=", ">=", "==", "!="];

/** Gives one formula after another. */
export function formulaMaker(seed: number): () => string {
  const random = wordsFrom(seed);
  const below = (n: number): number => random() % n;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const made: string[] = [...TYPED, ...NOT_NUMBERS, ...HOSTILE, ...GREEDY];

  /** A formula by the grammar, mostly well-formed: what gets furthest. */
  function written(depth: number): string {
    if (depth === 0) return below(3) === 0 ? pick(NUMBERS) : pick(NAMES);
    const part = (): string => written(below(depth));
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
        return `(${part()} ${pick(OPERATORS)} ${part()})`;
      case 3:
        return `${part()} ${pick(OPERATORS)} ${part()}`;
      case 4:
        return `-(${part()})`;
      case 5:
        return `(${part()} ${pick(COMPARISONS)} ${part()} ? ${part()} : ${part()})`;
      case 6:
        return `${pick(["sum", "mean", "prod", "min", "max"])}(${part()}, ${pick(DIMENSIONS)})`;
      case 7:
        return `${part()}[${pick(DIMENSIONS)} ${pick(["=", "=="])} "${pick(MEMBERS)}"]`;
      case 8:
        return `${pick(["abs", "floor", "exp", "round", "cumsum", "cummax", "baseYear"])}(${part()})`;
      case 9:
        return pick([
          `lag(${part()}, 1)`,
          `lag(${part()}, 2, ${part()})`,
          `highest(${part()}, ${part()})`,
          "days(year)",
        ]);
      case 10:
        return `${pick(FUNCTIONS)}(${Array.from({ length: below(5) }, part).join(", ")})`;
      default:
        return pick([`clamp(${part()}, 0, 1)`, `ratio(${part()}, ${part()})`, `max(0, ${part()})`, pick(OUTSIDE)]);
    }
  }

  /** A formula with a few slips: letters dropped, doubled, changed, moved, or another formula put in the middle. */
  function mutated(formula: string): string {
    let text = formula.slice(0, 400);
    for (let slips = 1 + below(3); slips > 0; slips--) {
      const at = below(text.length + 1);
      const inserted = pick([
        () => pick(SIGNS),
        () => pick(OUTSIDE),
        () => pick(NAMES),
        () => pick(NUMBERS),
        () => "",
      ])();
      const from = below(2) === 0 ? at : at + 1 + below(4);
      text = text.slice(0, at) + inserted + text.slice(from);
    }
    return below(8) === 0 ? text.slice(0, at(text)) + pick(made).slice(0, 200) + text.slice(at(text)) : text;
  }
  const at = (text: string): number => below(text.length + 1);

  const noise = (): string => {
    const any = (): string => String.fromCharCode(below(4) === 0 ? below(65_536) : 32 + below(95));
    return Array.from({ length: below(60) }, any).join("");
  };
  const signs = (): string =>
    Array.from({ length: 1 + below(25) }, () => pick(pick([SIGNS, NAMES, NUMBERS, FUNCTIONS, OUTSIDE]))).join(
      pick(["", " "]),
    );

  /** The same thing many times over: deep, long, or large. */
  function repeated(): string {
    const times = 1 + below(pick([50, 300, 1200]));
    const inner = written(1);
    return pick([
      () => "(".repeat(times) + inner + ")".repeat(times),
      () => "-".repeat(times) + inner,
      () => `${inner} + `.repeat(times) + inner,
      () => `${inner}^`.repeat(times) + inner,
      () => "abs(".repeat(times) + inner + ")".repeat(times),
      () => `${inner}[year = "2026/27"]`.repeat(times),
      () => `a > 1 ? ${inner} : `.repeat(times) + inner,
      () => `a < `.repeat(times) + inner,
      () => "9".repeat(times),
      () => `1e${times}`,
      () => `max(${`${inner}, `.repeat(times)}1)`,
      () => "a".repeat(times * 3),
      () => "5%".repeat(times),
      () => "not ".repeat(times) + inner,
      () => '"'.repeat(times),
      () => "[".repeat(times) + inner,
    ])();
  }

  return () => {
    const kind = below(20);
    const formula =
      kind < 9
        ? written(1 + below(4))
        : kind < 14
          ? mutated(pick(made))
          : kind < 16
            ? signs()
            : kind < 18
              ? repeated()
              : noise();
    // What was made lately is mutated next.
    if (made.length < 400) made.push(formula);
    else made[below(made.length)] = formula;
    return formula;
  };
}

/** Whole numbers from 0 to 2^32 - 1. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014), in 32 bits. */
function wordsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
}
