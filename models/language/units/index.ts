/** Units of figures: how they are written, their algebra, and the pass that checks every formula. */
export { checkUnits, unitOfFormula } from "./check-units.ts";
export { parseUnit } from "./written-unit.ts";
export { unitInWords } from "./unit-in-words.ts";
