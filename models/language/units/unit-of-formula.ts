/** The unit that a formula gives, for a figure whose unit nobody has written down. */
import { DAYS_OF_YEAR } from "../calendar.ts";
import type { Model } from "../model.ts";
import { resolveNames } from "../names.ts";
import { parseFormula } from "../parse.ts";
import { unitsOf } from "./check-units.ts";
import { expressionInWords } from "./expression-in-words.ts";
import { noUnit } from "./unit.ts";
import { unitInWords } from "./unit-in-words.ts";
import { unitOfExpression } from "./units-of.ts";

/** A number as typed, and the unit of the figures that it stands beside. */
export interface NumberWithUnit {
  readonly number: string;
  readonly unit: string;
}

/** The unit in words, as `parseUnit` reads it, and the numbers that took one. */
export interface FormulaUnit {
  readonly unit: string;
  readonly numbers: readonly NumberWithUnit[];
}

/**
 * The unit of a formula that a person types, over the figures of a model. A number that stands beside a figure with a
 * unit takes that unit: there is nowhere to give it a name. Throws FormulaError where two parts do not fit.
 */
export function unitOfFormula(model: Model, formula: string): FormulaUnit {
  const figures = [...model.inputs, ...model.variables];
  const expression = resolveNames(parseFormula(formula), {
    dimensions: new Set(model.dimensions.map(({ id }) => id)),
    blocks: new Set(figures.map(({ id }) => id)),
  });
  const numbers: NumberWithUnit[] = [];
  const unit = unitOfExpression(expression, {
    unitOf: unitsOf([...figures, DAYS_OF_YEAR]),
    take: (number, taken) => numbers.push({ number: expressionInWords(number), unit: unitInWords(taken) }),
  });
  return { unit: unitInWords(unit ?? noUnit()), numbers };
}
