/**
 * Second pass: every name is a variable, an input, a dimension or a function of the closed list below; anything else is
 * refused by name. Also checks that numbers and yes-or-no answers are used where each belongs.
 */
import { DAYS_OF_YEAR } from "./calendar.ts";
import type { BinaryOperator, CellFunction, Expression, Reduction, Scan } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { CELL_FUNCTIONS, DAYS, FUNCTION_NAMES, insteadOf, REDUCTIONS, SCANS } from "./functions.ts";
import { YEAR } from "./model.ts";
import { didYouMean, fewOf, nearestName, shortened } from "./nearest.ts";
import type { NamedMember, Parsed } from "./parsed.ts";
import { shareOf } from "./per-cent.ts";

/** What the names of a model stand for. */
export interface Names {
  readonly dimensions: ReadonlySet<string>;
  /** Ids of inputs and variables. */
  readonly blocks: ReadonlySet<string>;
}

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "<", ">", "<=", ">="]);

/** Looks up every name of a formula that must give a number. Throws FormulaError. */
export function resolveNames(parsed: Parsed, names: Names): Expression {
  return number(parsed, names);
}

function number(parsed: Parsed, names: Names): Expression {
  const node = resolve(parsed, names);
  if (isAnswer(node)) {
    throw new FormulaError(
      "formula.kind",
      "A comparison answers yes or no, and a number is needed here: write  test ? 1 : 0.",
    );
  }
  return node;
}

function answer(parsed: Parsed, names: Names): Expression {
  const node = resolve(parsed, names);
  if (!isAnswer(node)) {
    throw new FormulaError(
      "formula.kind",
      "A yes or no is needed here and this is a number: write a comparison such as  x > 0  or  x != 0.",
    );
  }
  return node;
}

function isAnswer(node: Expression): boolean {
  if (node.kind === "binary") return node.op === "and" || node.op === "or" || COMPARISONS.has(node.op);
  return node.kind === "unary" && node.op === "not";
}

function resolve(parsed: Parsed, names: Names): Expression {
  switch (parsed.kind) {
    case "number":
      return parsed;
    case "per-cent":
      return { kind: "number", value: shareOf(parsed.value) };
    case "text":
      throw new FormulaError(
        "formula.kind",
        `Text ("${parsed.value}") is only used to name a member, as in x[world = "scenario"].`,
      );
    case "name":
      return resolveName(parsed.name, names);
    case "unary":
      return {
        kind: "unary",
        op: parsed.op,
        arg: parsed.op === "not" ? answer(parsed.arg, names) : number(parsed.arg, names),
      };
    case "binary": {
      const part = parsed.op === "and" || parsed.op === "or" ? answer : number;
      return { kind: "binary", op: parsed.op, left: part(parsed.left, names), right: part(parsed.right, names) };
    }
    case "choice":
      return {
        kind: "choice",
        test: answer(parsed.test, names),
        yes: number(parsed.yes, names),
        no: number(parsed.no, names),
      };
    case "call":
      return resolveCall(parsed.fn, parsed.args, names);
    case "look-up":
      return lookUp(parsed.arg, parsed.members, names);
  }
}

function resolveName(name: string, names: Names): Expression {
  if (names.blocks.has(name)) return { kind: "name", name };
  if (names.dimensions.has(name)) {
    throw new FormulaError(
      "formula.name",
      `"${name}" is a dimension, not a figure; use it inside sum(x, ${name}) or x[${name} = "member"].`,
    );
  }
  throw new FormulaError(
    "formula.name",
    `There is no variable or input called "${shortened(name)}".${didYouMean(name, names.blocks)}`,
  );
}

function resolveCall(fn: string, args: readonly Parsed[], names: Names): Expression {
  const last = args.slice(1);
  const namesDimensions = last.length > 0 && last.every((arg) => arg.kind === "name" && names.dimensions.has(arg.name));
  if (REDUCTIONS.has(fn) && (namesDimensions || !CELL_FUNCTIONS.has(fn))) {
    return reduction(fn as Reduction, args, names);
  }
  const arity = CELL_FUNCTIONS.get(fn);
  if (arity !== undefined) {
    count(fn, args, arity[0], arity[1]);
    const resolved = args.map((arg) => number(arg, names));
    if (fn === "round") checkDigits(resolved[1]);
    return { kind: "call", fn: fn as CellFunction, args: resolved };
  }
  if (SCANS.has(fn)) {
    count(fn, args, 1, 1);
    return { kind: "scan", fn: fn as Scan, arg: number(args[0] as Parsed, names) };
  }
  if (fn === "lag") return lag(args, names);
  if (fn === "highest") {
    count(fn, args, 2, 2);
    return { kind: "highest", arg: number(args[0] as Parsed, names), years: number(args[1] as Parsed, names) };
  }
  if (fn === "at") return pick(args, names);
  if (fn === "baseYear") {
    count(fn, args, 1, 1);
    return { kind: "pick", arg: number(args[0] as Parsed, names), dim: YEAR, member: null };
  }
  if (fn === "interpolate") return interpolation(args, names);
  if (fn === DAYS) return daysOf(args);
  throw noFunction(fn, names);
}

function noFunction(fn: string, names: Names): FormulaError {
  if (names.blocks.has(fn)) {
    return new FormulaError(
      "formula.name",
      `"${fn}" is a figure, not a function: write ${fn} * (…) to multiply, or ${fn}[${YEAR} = "member"] to look up.`,
    );
  }
  const instead = insteadOf(fn);
  const nearest = instead === undefined ? nearestName(fn, FUNCTION_NAMES) : null;
  const advice = instead === undefined ? (nearest === null ? "" : ` Did you mean ${nearest}?`) : ` Write ${instead}.`;
  return new FormulaError(
    "formula.name",
    `There is no function called "${shortened(fn)}".${advice === "" ? ` The functions are ${FUNCTION_NAMES.join(", ")}.` : advice}`,
  );
}

/** days(year), the only dimension that has days. */
function daysOf(args: readonly Parsed[]): Expression {
  const [only] = args;
  if (args.length === 1 && only?.kind === "name" && only.name === YEAR) return { kind: "name", name: DAYS_OF_YEAR.id };
  throw new FormulaError(
    "formula.arguments",
    `${DAYS} takes the dimension ${YEAR} and nothing else: ${DAYS}(${YEAR}).`,
  );
}

/** x[area = "north", year = "2026/27"]: one member after the other. */
function lookUp(arg: Parsed, members: readonly NamedMember[], names: Names): Expression {
  const dims = members.map(({ dim }) => dim);
  const twice = dims.find((dim, i) => dims.indexOf(dim) !== i);
  if (twice !== undefined) throw new FormulaError("formula.arguments", `[…] names the dimension ${twice} twice.`);
  return members.reduce<Expression>(
    (looked, { dim, member }) => {
      if (!names.dimensions.has(dim)) throw noDimension(`[${dim} = "${member}"]`, `"${dim}"`, dim, names);
      return { kind: "pick", arg: looked, dim, member };
    },
    number(arg, names),
  );
}

function reduction(fn: Reduction, args: readonly Parsed[], names: Names): Expression {
  const [first, ...rest] = args;
  if (first === undefined || rest.length === 0) {
    throw new FormulaError(
      "formula.arguments",
      `${fn} needs a figure and the dimensions to remove, as in ${fn}(bedDays, age, sex).`,
    );
  }
  const over = rest.map((arg) => dimension(fn, arg, names));
  if (new Set(over).size !== over.length) {
    throw new FormulaError("formula.arguments", `${fn} names a dimension twice: ${over.join(", ")}.`);
  }
  return { kind: "reduce", fn, arg: number(first, names), over };
}

function lag(args: readonly Parsed[], names: Names): Expression {
  count("lag", args, 2, 3);
  const years = args[1] as Parsed;
  if (years.kind !== "number" || !Number.isInteger(years.value) || years.value < 1 || years.value > 100) {
    throw new FormulaError(
      "formula.arguments",
      "lag needs a whole number of years from 1 to 100, as in lag(reserves, 1).",
    );
  }
  const before: Expression = args[2] === undefined ? { kind: "number", value: 0 } : number(args[2], names);
  return { kind: "lag", arg: number(args[0] as Parsed, names), years: years.value, before };
}

function pick(args: readonly Parsed[], names: Names): Expression {
  count("at", args, 3, 3);
  const member = args[2] as Parsed;
  if (member.kind !== "text") {
    throw new FormulaError(
      "formula.arguments",
      'at needs the member in double quotes, as in at(x, world, "scenario") or x[world = "scenario"].',
    );
  }
  return {
    kind: "pick",
    arg: number(args[0] as Parsed, names),
    dim: dimension("at", args[1] as Parsed, names),
    member: member.value,
  };
}

function interpolation(args: readonly Parsed[], names: Names): Expression {
  count("interpolate", args, 5, 5);
  const [arg, dim, positions, at, where] = args as readonly [Parsed, Parsed, Parsed, Parsed, Parsed];
  return {
    kind: "interpolate",
    arg: number(arg, names),
    dim: dimension("interpolate", dim, names),
    positions: number(positions, names),
    at: number(at, names),
    where: number(where, names),
  };
}

function dimension(fn: string, arg: Parsed, names: Names): string {
  if (arg.kind === "name" && names.dimensions.has(arg.name)) return arg.name;
  const typed = arg.kind === "name" ? arg.name : "";
  throw noDimension(fn, typed === "" ? "an expression" : `"${shortened(typed)}"`, typed, names);
}

function noDimension(where: string, found: string, typed: string, names: Names): FormulaError {
  return new FormulaError(
    "formula.arguments",
    `${where} needs the name of a dimension and has ${found}.${didYouMean(typed, names.dimensions)} The dimensions are ${fewOf([...names.dimensions], 20)}.`,
  );
}

function count(fn: string, args: readonly Parsed[], least: number, most: number): void {
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  throw new FormulaError(
    "formula.arguments",
    `${fn} takes ${wanted} argument${wanted === "1" ? "" : "s"} and has ${args.length}.`,
  );
}

function checkDigits(digits: Expression | undefined): void {
  if (digits === undefined) return;
  if (digits.kind === "number" && Number.isInteger(digits.value) && digits.value >= 0 && digits.value <= 15) return;
  throw new FormulaError(
    "formula.arguments",
    "round needs a whole number of decimal places from 0 to 15, as in round(x, 2).",
  );
}
