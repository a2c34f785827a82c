/** Two values side by side with no sign between: a unit or a word after a number, or a multiplication left out. */
import type { ConstantNode, MathNode, OperatorNode, SymbolNode } from "mathjs/number";
import { FormulaError } from "./formula-error.ts";
import { asTyped } from "./per-cent.ts";

/** Words of size that follow a number, as powers of ten. */
const WORDS: Readonly<Record<string, number>> = { thousand: 3, k: 3, million: 6, m: 6, mn: 6, billion: 9, bn: 9 };

/** The refusal of `3 GBP`, `50 million`, `2(a + b)`, each with what to write. */
export function missingSign(node: OperatorNode): FormulaError {
  const text = asTyped(node.toString({ implicit: "hide" }));
  const [number, word] = node.args as readonly MathNode[];
  const told = `A sign is missing in "${text.length > 80 ? `${text.slice(0, 77)}...` : text}"`;
  if (node.args.length === 2 && number?.type === "ConstantNode" && word?.type === "SymbolNode") {
    return new FormulaError(
      "formula.not-allowed",
      `${told}. ${unitOrWord(String((number as ConstantNode).value), word as SymbolNode)}`,
    );
  }
  return new FormulaError(
    "formula.not-allowed",
    `${told}: write * to multiply. Units and words are not written in a formula.`,
  );
}

function unitOrWord(number: string, { name }: SymbolNode): string {
  const power = Object.hasOwn(WORDS, name.toLowerCase()) ? WORDS[name.toLowerCase()] : undefined;
  const figure = `${number} * ${name} to multiply by a figure of that name`;
  if (power === undefined) return `Units belong in the variable's unit: write ${number} alone, or ${figure}.`;
  return `Write ${String(Number(`${number}e${power}`))} for the number, or ${figure}.`;
}
