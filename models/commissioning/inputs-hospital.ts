/** Wards as they are and beds held shut, as inputs of the model; what a case leaves out has its neutral value. */
import type { Members, NamedArray } from "../language/named-array.ts";
import { sizeOf } from "../language/named-array.ts";
import type { CommissioningCase, Specialty } from "./case.ts";

const AT_WARD = ["hospital", "specialty"] as const;

export function hospitalInputs(given: CommissioningCase, members: Members): readonly (readonly [string, NamedArray])[] {
  const wardsOf = (block: NamedArray | undefined): NamedArray =>
    block ?? {
      dims: AT_WARD,
      values: new Float64Array(sizeOf(members, "hospital") * sizeOf(members, "specialty")),
    };
  const each = (value: (specialty: Specialty) => number): NamedArray => ({
    dims: ["specialty"],
    values: Float64Array.from(given.specialties, value),
  });
  return [
    ["staffedBeds", wardsOf(given.staffedBeds)],
    ["otherBedDays", wardsOf(given.otherBedDays)],
    ["heldClosed", each((specialty) => specialty.heldClosed ?? 1)],
    ["realised", each((specialty) => specialty.realised ?? 1)],
  ];
}
