/** Units of figures: how they are written, their algebra, and the pass that checks every formula. */
export { checkUnits } from "./check-units.ts";
export { unitOfFormula } from "./unit-of-formula.ts";
export type { NumberWithUnit } from "./unit-of-formula.ts";
export { unitInWords } from "./unit-in-words.ts";
export { parseUnit } from "./written-unit.ts";
