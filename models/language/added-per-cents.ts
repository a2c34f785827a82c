/**
 * Adding per cents. `5%` is 0.05 wherever a spreadsheet and a desk calculator agree: alone, multiplied, divided, compared,
 * added to other shares, and in `1 + 5%`. Elsewhere `x + 5%` is x + 0.05 to the one and x * 1.05 to the other: it is
 * refused, with both written out.
 */
import { FormulaError } from "./formula-error.ts";
import { mapParsed, partsOfParsed } from "./parsed.ts";
import type { Parsed } from "./parsed.ts";
import { sharesAsNumbers } from "./per-cent.ts";
import { writtenOf } from "./reading.ts";

/** Throws FormulaError where a per cent is added to or taken from what is neither a share nor the number 1. */
export function refuseAddedPerCents(formula: Parsed): void {
  const added = firstAdded(formula);
  if (added === null) return;
  const sign = added.op === "+" ? "raises" : "lowers";
  // The whole formula where it is short enough to be read; else the part that is meant.
  const told = writtenOf(formula).length <= LONGEST_TOLD ? formula : added;
  throw new FormulaError(
    "formula.look-alike",
    `"${writtenOf(told)}" is read in two ways: a desk calculator ${sign} by ${writtenOf(added.right)}, a spreadsheet ` +
      `${added.op === "+" ? "adds" : "takes off"} the number ${shareText(added.right)}. ` +
      `Write ${writtenOf(asCalculator(told))} for the first, or ${writtenOf(sharesAsNumbers(told))} for the second.`,
  );
}

/** Letters of a formula that a message still repeats whole. */
const LONGEST_TOLD = 160;

type Added = Extract<Parsed, { kind: "binary" }>;

function firstAdded(node: Parsed): Added | null {
  for (const part of partsOfParsed(node)) {
    const found = firstAdded(part);
    if (found !== null) return found;
  }
  return isAdded(node) ? node : null;
}

function isAdded(node: Parsed): node is Added {
  return (
    node.kind === "binary" &&
    (node.op === "+" || node.op === "-") &&
    node.right.kind === "per-cent" &&
    !isShare(node.left) &&
    !(node.left.kind === "number" && node.left.value === 1)
  );
}

/** A sum of per cents is one: 10% + 20% is 30%. */
function isShare(node: Parsed): boolean {
  if (node.kind === "unary") return isShare(node.arg);
  if (node.kind === "binary") return (node.op === "+" || node.op === "-") && isShare(node.left) && isShare(node.right);
  return node.kind === "per-cent";
}

/** x + 5% as a desk calculator reads it, x * (1 + 0.05), everywhere in the formula. */
function asCalculator(formula: Parsed): Parsed {
  const one: Parsed = { kind: "number", value: 1 };
  const rise = (node: Parsed): Parsed =>
    isAdded(node)
      ? {
          kind: "binary",
          op: "*",
          left: node.left,
          right: { kind: "binary", op: node.op, left: one, right: node.right },
        }
      : node;
  return sharesAsNumbers(mapParsed(formula, rise));
}

function shareText(node: Parsed): string {
  return writtenOf(sharesAsNumbers(node));
}
