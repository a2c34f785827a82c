/** The members of every dimension of the model, from a case. */
import type { Members } from "../language/named-array.ts";
import { financialYears } from "./case.ts";
import type { CommissioningCase, Payer } from "./case.ts";
import { WORLDS } from "./dimensions.ts";

export const PAYERS: readonly Payer[] = ["set-aside", "nhs-delegated", "council-delegated"];

const MONTHS: readonly string[] = [
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  "January",
  "February",
  "March",
];

export function commissioningMembers(given: CommissioningCase): Members {
  const age = given.bands.map((band) => band.id);
  return {
    world: WORLDS,
    year: financialYears(given.firstYear, given.yearCount),
    month: MONTHS,
    area: given.areas,
    age,
    delayBand: given.delayedBedDays0.dims.includes("age") ? age : ["all ages"],
    sex: given.sexes,
    hospital: given.hospitals,
    specialty: given.specialties.map((specialty) => specialty.id),
    programme: given.programmes.map((programme) => programme.id),
    shift: given.shifts.map((shift) => shift.id),
    line: given.lines.map((line) => line.id),
    payer: PAYERS,
    costType: Object.keys(given.inflation),
  };
}
