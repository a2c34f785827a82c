/** A&E attendances, and what they cost the lines that pay for them (section 12, "Lines that bed days do not drive"). */
import type { Section } from "./section.ts";

const PEOPLE = ["year", "area", "age", "sex"] as const;

export const attendances: Section = {
  inputs: [
    {
      id: "attendances0",
      label: "A&E attendances, base year",
      unit: "attendances a year",
      dims: ["area", "age", "sex"],
      docs: "Of residents; 0 throughout where none are known.",
    },
    {
      id: "attendanceCost",
      label: "Cost of an attendance",
      unit: "£ an attendance, base-year prices",
      dims: ["line"],
      docs: "For a line that pays for attendances; 0 for any other.",
    },
    {
      id: "attendanceVariableShare",
      label: "Variable share of the cost of an attendance",
      unit: "share",
      dims: ["line"],
      docs: "What goes with the number of attendances. The rest, semi-fixed and fixed, stays as in the base year.",
    },
    {
      id: "paysForAttendances",
      label: "Pays for attendances",
      unit: "0 or 1",
      dims: ["line"],
      docs: "1 for a line whose cost is that of A&E attendances.",
    },
  ],
  variables: [
    {
      id: "notDrivenByActivity",
      label: "Set-aside line that is not driven by activity",
      unit: "0 or 1",
      dims: ["line"],
      formula: "isSetAside == 1 and drivenByBedDays == 0 and paysForAttendances == 0 ? 1 : 0",
      docs: "1 for a set-aside line that pays for neither bed days nor attendances: it costs its base-year budget moved by prices and demand.",
    },
    {
      id: "admissionsOfPeople",
      label: "Emergency admissions by age and sex, doing nothing",
      unit: "admissions a year",
      dims: PEOPLE,
      formula: 'sum(at(admissions, world, "doing-nothing"), specialty)',
      docs: "All specialties together.",
    },
    {
      id: "attendancesDoingNothing",
      label: "A&E attendances, doing nothing",
      unit: "attendances a year",
      dims: PEOPLE,
      formula:
        "attendances0 * (baseYear(admissionsOfPeople) > 0 ? ratio(admissionsOfPeople, baseYear(admissionsOfPeople)) : ratio(population, baseYear(population)))",
      docs: "They grow as emergency admissions of the same area, age and sex do; with people, where there are no admissions; 0 where nobody lives in the base year.",
    },
    {
      id: "attendances",
      label: "A&E attendances",
      unit: "attendances a year",
      dims: ["world", ...PEOPLE],
      formula: "attendancesDoingNothing * attendanceFactor",
      docs: "After what programmes avoid.",
    },
    {
      id: "attendancesTotal",
      label: "A&E attendances, all areas",
      unit: "attendances a year",
      dims: ["world", "year"],
      formula: "sum(attendances, area, age, sex)",
      docs: "All ages and both sexes.",
    },
    {
      id: "attendanceLineCost",
      label: "Cost of attendances to the line",
      unit: "£ a year",
      dims: ["world", "year", "line"],
      formula:
        "attendanceCost * linePrice * (attendanceVariableShare * attendancesTotal + (1 - attendanceVariableShare) * baseYear(attendancesTotal))",
      docs: "The variable share goes with attendances; the rest stays at the base year's, at the line's prices.",
    },
    {
      id: "attendanceSavings",
      label: "Less spent on attendances than doing nothing",
      unit: "£ a year",
      dims: ["year"],
      formula: 'sum(at(attendanceLineCost, world, "doing-nothing") - at(attendanceLineCost, world, "scenario"), line)',
      docs: "Part of the change in position and of that in true-up, beside what bed days release and avoid. Negative where programmes add attendances.",
    },
  ],
};
