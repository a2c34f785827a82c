/** Activity, doing nothing and in the scenario (section 5). */
import { WORLD_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

const BY_AREA = ["world", "year", "area", "specialty"] as const;

export const activity: Section = {
  inputs: [],
  variables: [
    {
      id: "admissions",
      label: "Emergency admissions by age and sex",
      unit: "admissions a year",
      dims: WORLD_CELL,
      formula: "admissionsBefore * admissionFactor",
      docs: "All emergency admissions of residents.",
    },
    {
      id: "notDelayedBedDays",
      label: "Bed days that are not delay, by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "notDelayedBefore * stayFactor",
      docs: "Avoided admissions take their bed days with them; shorter stays save more.",
    },
    {
      id: "delayedBedDayCells",
      label: "Delayed bed days by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "delayedBefore * delayFactor",
      docs: "Avoided admissions take their delay with them; quicker discharge saves more.",
    },
    {
      id: "bedDays",
      label: "Emergency bed days by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "notDelayedBedDays + delayedBedDayCells",
      docs: "All occupied bed days of emergencies, delay included.",
    },
    {
      id: "emergencyAdmissions",
      label: "Emergency admissions",
      unit: "admissions a year",
      dims: BY_AREA,
      formula: "sum(admissions, age, sex)",
      docs: "All emergency admissions of residents, in the set-aside or not.",
    },
    {
      id: "delayedBedDays",
      label: "Delayed bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(delayedBedDayCells, age, sex)",
      docs: "Occupied bed days of people ready to leave; a part of the emergency bed days.",
    },
    {
      id: "emergencyBedDays",
      label: "Emergency bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(notDelayedBedDays, age, sex) + delayedBedDays",
      docs: "All occupied bed days of emergencies of residents, in the set-aside or not, delay included.",
    },
  ],
};
