/** The dimensions of the commissioning model. Section numbers refer to docs/method/model.md. */
import type { Dimension } from "../language/model.ts";

export const DOING_NOTHING = "doing-nothing";
export const SCENARIO = "scenario";
/** Doing nothing is the same formulas with no shifts, side by side with the scenario. */
export const WORLDS: readonly string[] = [DOING_NOTHING, SCENARIO];

export const DIMENSIONS: readonly Dimension[] = [
  { id: "world", label: "Doing nothing or the scenario" },
  { id: "year", label: "Financial year" },
  { id: "month", label: "Month of the financial year, April first" },
  { id: "area", label: "Area" },
  { id: "age", label: "Age band" },
  { id: "delayBand", label: "Age group for which delayed bed days are known" },
  { id: "sex", label: "Sex" },
  { id: "hospital", label: "Hospital" },
  { id: "specialty", label: "Hospital specialty" },
  { id: "programme", label: "Community programme" },
  { id: "shift", label: "Shift of money" },
  { id: "line", label: "Budget line" },
  { id: "payer", label: "Payer" },
  { id: "costType", label: "Type of cost, for prices" },
];

/** Dimensions of a block by age, sex and specialty in each area. */
export const CELL = ["area", "age", "sex", "specialty"] as const;
/** The same in every year. */
export const YEAR_CELL = ["year", ...CELL] as const;
/** The same in every year, doing nothing and in the scenario. */
export const WORLD_CELL = ["world", ...YEAR_CELL] as const;
