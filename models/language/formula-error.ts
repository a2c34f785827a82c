/** Why a formula or a model is refused; `code` is stable, `message` is for the person who wrote the formula. */
export type FormulaErrorCode =
  | "formula.too-long"
  | "formula.too-deep"
  | "formula.character"
  | "formula.look-alike"
  | "formula.syntax"
  | "formula.not-allowed"
  | "formula.kind"
  | "formula.name"
  | "formula.arguments"
  | "formula.dimensions"
  | "formula.units"
  | "formula.cycle"
  | "model.input"
  | "model.member"
  | "model.not-finite"
  | "model.too-large"
  | "model.out-of-time";

/** A formula that the language refuses, or a model that cannot run. `variable` is the id it belongs to ("" if none). */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly code: FormulaErrorCode;
  readonly variable: string;

  constructor(code: FormulaErrorCode, message: string, variable = "") {
    super(variable === "" ? message : `${variable}: ${message}`);
    this.code = code;
    this.variable = variable;
  }
}

/** Runs `work`; a refusal inside it is given the id of the variable whose formula is being read. */
export function within<T>(variable: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError && error.variable === "") {
      throw new FormulaError(error.code, error.message, variable);
    }
    throw error;
  }
}
