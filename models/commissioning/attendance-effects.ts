/** What programmes leave of A&E attendances (section 12). Attendances have no specialty: age and sex say who is targeted. */
import type { Section } from "./section.ts";

export const attendanceEffects: Section = {
  inputs: [
    {
      id: "effectOnAttendances",
      label: "Effect on A&E attendances",
      unit: "share of attendances avoided",
      dims: ["programme"],
      docs: "For each eligible person reached; 0 where none is known. Negative adds some.",
    },
    {
      id: "eligibleShareOfAttendances",
      label: "Eligible share of A&E attendances",
      unit: "share",
      dims: ["programme"],
      docs: "Of the attendances of targeted age and sex. Where not known, the eligible share of admissions.",
    },
  ],
  variables: [
    {
      id: "programmeAttendanceFactor",
      label: "What a programme leaves of A&E attendances",
      unit: "factor",
      dims: ["world", "year", "area", "programme"],
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShareOfAttendances * reachOf * effectOnAttendances) / (1 - eligibleShareOfAttendances * presentReach * effectOnAttendances)",
      docs: "With present services: what is left after the change over what is left now. 1 when doing nothing.",
    },
    {
      id: "attendanceFactor",
      label: "What all programmes leave of A&E attendances",
      unit: "factor",
      dims: ["world", "year", "area", "age", "sex"],
      formula: "prod(targetsOfPeople > 0 ? programmeAttendanceFactor : 1, programme)",
      docs: "Programmes that aim at the same people multiply.",
    },
  ],
};
