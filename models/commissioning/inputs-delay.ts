/** What is known of delay beyond its bed days, as inputs of the model; the neutral value where it is absent. */
import type { NamedArray } from "../language/named-array.ts";
import type { CommissioningCase } from "./case.ts";

export function delayInputs(given: CommissioningCase): readonly (readonly [string, NamedArray])[] {
  const { areas, delayedBedDays0, code9BedDays0, delayInScope } = given;
  const code9 = code9BedDays0?.values ?? new Float64Array(delayedBedDays0.values.length);
  return [
    ["code9BedDays0", { dims: ["area", "delayBand", "specialty"], values: code9 }],
    ["delayInScope", { dims: ["area"], values: Float64Array.from(areas, (_, l) => delayInScope?.[l] ?? 1) }],
  ];
}
