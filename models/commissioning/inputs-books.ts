/** Inputs of the books that are one number each: risk shares, earmarked reserves and the discount rate. */
import type { NamedArray } from "../language/named-array.ts";
import type { CommissioningCase } from "./case.ts";

/** The discount rate of the Treasury's guidance on appraisal, real, a year: taken where a case states none. */
export const DISCOUNT_RATE = 0.035;

const one = (value: number): NamedArray => ({ dims: [], values: Float64Array.of(value) });

export function booksInputs(given: CommissioningCase): readonly (readonly [string, NamedArray])[] {
  return [
    ["riskShareOver", one(given.riskShareOver ?? 1)],
    ["riskShareUnder", one(given.riskShareUnder ?? 1)],
    ["discountRate", one(given.discountRate ?? DISCOUNT_RATE)],
    ["earmarkedReserves", one((given.earmarkedReserves ?? []).reduce((sum, { amount }) => sum + amount, 0))],
  ];
}
