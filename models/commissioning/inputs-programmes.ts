/** What is known of programmes beyond their effects, as inputs of the model; the neutral value where it is absent. */
import type { NamedArray } from "../language/named-array.ts";
import type { CommissioningCase, Programme } from "./case.ts";

export function programmeRefinementInputs(given: CommissioningCase): readonly (readonly [string, NamedArray])[] {
  const each = (value: (programme: Programme) => number): NamedArray => ({
    dims: ["programme"],
    values: Float64Array.from(given.programmes, value),
  });
  const mostServed = given.programmes.flatMap((programme) => given.areas.map((_, l) => programme.mostServed?.[l] ?? 0));
  return [
    ["isPrevention", each(({ mechanism }) => (mechanism === "prevention" ? 1 : 0))],
    ["prevalence", each(({ prevalence }) => prevalence ?? 0)],
    ["limitsServed", each((programme) => (programme.mostServed === undefined ? 0 : 1))],
    ["mostServed", { dims: ["programme", "area"], values: Float64Array.from(mostServed) }],
    ["deadweight", each(({ deadweight }) => deadweight ?? 0)],
    ["stayRatio", each(({ stayRatio }) => stayRatio ?? 1)],
    ["delayRatio", each(({ delayRatio }) => delayRatio ?? 1)],
    ["readmittedShare", each(({ readmittedShare }) => readmittedShare ?? 0)],
    ["readmissionRatio", each(({ readmissionRatio }) => readmissionRatio ?? 1)],
    ["effectOnAttendances", each(({ effectOnAttendances }) => effectOnAttendances ?? 0)],
    [
      "eligibleShareOfAttendances",
      each((programme) => programme.eligibleShareOfAttendances ?? programme.eligibleShare),
    ],
  ];
}
