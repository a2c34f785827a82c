/** Which age bands the rates of section 9 count. */
import type { NamedArray } from "../language/named-array.ts";
import type { AgeBand } from "./case.ts";
import { FIRST_ADULT_AGE, FIRST_OLDER_AGE } from "./indicators.ts";

export function indicatorInputs(bands: readonly AgeBand[]): readonly (readonly [string, NamedArray])[] {
  const from = (age: number): NamedArray => ({
    dims: ["age"],
    values: Float64Array.from(bands, ({ lower }) => (lower >= age ? 1 : 0)),
  });
  return [
    ["adultBand", from(FIRST_ADULT_AGE)],
    ["olderBand", from(FIRST_OLDER_AGE)],
  ];
}
