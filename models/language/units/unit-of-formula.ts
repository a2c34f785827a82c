/** The unit that a formula gives, for a figure whose unit nobody has written down. */
import { DAYS_OF_YEAR } from "../calendar.ts";
import type { Model } from "../model.ts";
import { resolveNames } from "../names.ts";
import { parseFormula } from "../parse.ts";
import { unitsOf } from "./check-units.ts";
import { noUnit } from "./unit.ts";
import { unitInWords } from "./unit-in-words.ts";
import { unitOfExpression } from "./units-of.ts";

/** In words, as `parseUnit` reads it, over the figures of a model. Throws FormulaError where two parts do not fit. */
export function unitOfFormula(model: Model, formula: string): string {
  const figures = [...model.inputs, ...model.variables];
  const expression = resolveNames(parseFormula(formula), {
    dimensions: new Set(model.dimensions.map(({ id }) => id)),
    blocks: new Set(figures.map(({ id }) => id)),
  });
  return unitInWords(unitOfExpression(expression, unitsOf([...figures, DAYS_OF_YEAR])) ?? noUnit());
}
